import Testing

struct RedirectionsTests {
    @Test(arguments: [
        ("echo a > f; echo b >> f; cat f; cat < f | tr a-z A-Z", "a\nb\nA\nB\n"),
        ("{ echo out; echo err >&2; } > o 2> e; cat o e", "out\nerr\n"),
        (
            "{ echo out; echo err >&2; } &> b; cat b; { echo out; echo err >&2; } >> b 2>&1; cat b",
            "out\nerr\nout\nerr\nout\nerr\n"
        ),
        (
            #"""
            f() { echo out; echo err >&2; }; f 2>&1 >/dev/null; f >/dev/null 2>&1; f 2>/dev/null; v=$(f \#
            2>&1); echo "[$v]"
            """#,
            "err\nout\n[out\nerr]\n"
        ),
        (#"exec 3>&1; echo to3 >&3; exec 3>&-; echo x > f; exec 4<f; read l <&4; echo "got $l""#, "to3\ngot x\n"),
        (
            "exec 5>out; echo a >&5; echo b >&5; exec 5>&-; cat out; echo x >&5; echo st $?",
            "a\nb\nbash: line 1: 5: Bad file descriptor\nst 1\n"
        ),
        ("cat < nofile; echo $?", "bash: line 1: nofile: No such file or directory\n1\n"),
        (
            "echo > /nodir/x; echo $?; echo hi > /; echo $?",
            "bash: line 1: /nodir/x: No such file or directory\n1\nbash: line 1: /: Is a directory\n1\n"
        ),
        ("> empty; wc -c empty; echo keep > f; : > f; wc -c f", "0 empty\n0 f\n"),
        (
            "set -C; echo a > f; echo b > f; echo $?; echo c >| f; cat f",
            "bash: line 1: f: cannot overwrite existing file\n1\nc\n"
        ),
        (
            #"for i in 1 2; do echo $i; done > out; cat out; while read l; do echo "r $l"; done < out"#,
            "1\n2\nr 1\nr 2\n"
        ),
        (
            #"echo x > "$(echo name)"; ls; x='a b'; echo y > $x; echo $?"#,
            "name\nbash: line 1: $x: ambiguous redirect\n1\n"
        ),
        (
            "cat nofile 2>&1 | sed 's/^/X /'; ls nofile 2> err; wc -l < err",
            "X cat: nofile: No such file or directory\n1\n"
        ),
        ("echo a 1>&2 2>/dev/null; echo b 2>&1 | cat", "a\nb\n"),
    ])
    func `reads and writes files`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
