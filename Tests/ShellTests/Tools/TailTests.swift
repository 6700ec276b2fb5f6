import Testing

struct TailTests {
    @Test(arguments: [
        ("seq 20 | tail", "11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n"),
        ("seq 20 | tail -n 3", "18\n19\n20\n"),
        ("seq 20 | tail -3", "18\n19\n20\n"),
        ("seq 5 | tail -n +4", "4\n5\n"),
        ("seq 5 | tail -n +1 | wc -l", "5\n"),
        ("seq 5 | tail -c 4", "4\n5\n"),
        ("seq 5 | tail -c +8", "\n5\n"),
        ("seq 3 > f; seq 2 > g; tail -n 1 f g", "==> f <==\n3\n\n==> g <==\n2\n"),
        ("tail nofile; echo $?", "tail: cannot open 'nofile' for reading: No such file or directory\n1\n"),
        ("seq 3 | tail -n x; echo $?", "tail: invalid number of lines: ‘x’\n1\n"),
        (#"printf 'a\nb' | tail -n 1; echo '|'"#, "b|\n"),
        ("tail -n 0 <<< a", ""),
        ("seq 3 > f; tail -q -n1 f f", "3\n3\n"),
    ])
    func `shows the last lines or bytes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
