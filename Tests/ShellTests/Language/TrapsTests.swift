import Testing

struct TrapsTests {
    @Test(arguments: [
        ("trap 'echo bye' EXIT; echo hi; exit 3", "hi\nbye\n"),
        ("trap 'echo err $?' ERR; false; echo after; true", "err 1\nafter\n"),
        (
            "trap 'echo got TERM' TERM; kill -TERM $$; echo after; trap - TERM; trap; trap '' INT; trap",
            "got TERM\nafter\ntrap -- '' SIGINT\n"
        ),
        ("(trap 'echo sub' EXIT; echo in); echo out; trap 'echo $?' EXIT; (exit 9)", "in\nsub\nout\n9\n"),
        (
            #"""
            trap 'echo int' INT; kill -INT $$; trap x FOO; echo $?; kill; echo $?; kill -FOO 1; echo $?; \#
            kill 99999; echo $?
            """#,
            #"""
            int
            bash: line 1: trap: FOO: invalid signal specification
            1
            kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]
            2
            bash: line 1: kill: FOO: invalid signal specification
            1
            bash: line 1: kill: (99999) - No such process
            1

            """#
        ),
        ("f() { trap 'echo leaving' EXIT; echo f; }; f; echo after", "f\nafter\nleaving\n"),
    ])
    func `run at the end and on signals`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
