import Testing

struct JobsTests {
    @Test(arguments: [
        (
            "echo a; echo b & wait; echo done; (exit 9) & wait $!; echo $?; wait 99999; echo $?; wait abc; echo $?",
            #"""
            a
            b
            done
            9
            bash: line 1: wait: pid 99999 is not a child of this shell
            127
            bash: line 1: wait: `abc': not a pid or valid job spec
            1

            """#
        ),
        ("(sleep 0.2; echo late) & echo early; wait; echo end", "early\nlate\nend\n"),
        ("sleep 0.1 & p=$!; kill $p; wait $p; echo $?", "143\n"),
        (
            "for i in 1 2 3; do (echo job $i) & wait $!; done; { sleep 0.05; echo one; } & sleep 0.1; echo two; wait",
            "job 1\njob 2\njob 3\none\ntwo\n"
        ),
    ])
    func `run beside the shell`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
