import Testing

struct LoopsTests {
    @Test(arguments: [
        ("for i in 1 2 3; do echo $i; done; for i in; do echo none; done; echo st $?", "1\n2\n3\nst 0\n"),
        ("for ((i=0;i<3;i++)); do echo $i; done; for ((;;)); do break; done", "0\n1\n2\n"),
        (
            #"""
            i=0; while ((i<3)); do ((i++)); [ $i = 2 ] && continue; echo w$i; done; until [ $i -ge 5 ]; do \#
            i=$((i+1)); echo u$i; done
            """#,
            "w1\nw3\nu4\nu5\n"
        ),
        (
            #"""
            for i in a b c; do for j in 1 2 3; do [ $j = 2 ] && continue 2; [ $i = c ] && break 2; echo \#
            $i$j; done; done
            """#,
            "a1\nb1\n"
        ),
        ("while true; do echo loop; break; done; until false; do echo once; break; done", "loop\nonce\n"),
        ("for f in *.none; do echo $f; done; for i in {1..3}; do echo -n $i; done; echo", "*.none\n123\n"),
        (
            "break; continue; echo $?",
            #"""
            bash: line 1: break: only meaningful in a `for', `while', or `until' loop
            bash: line 1: continue: only meaningful in a `for', `while', or `until' loop
            0

            """#
        ),
        ("for i in 1 2\ndo\n  echo $i\ndone", "1\n2\n"),
    ])
    func `runs bodies again and again`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
