import Testing

struct SeqTests {
    @Test(arguments: [
        ("seq 3", "1\n2\n3\n"),
        ("seq 2 4", "2\n3\n4\n"),
        ("seq 1 2 6", "1\n3\n5\n"),
        ("seq 3 -1 1", "3\n2\n1\n"),
        ("seq -w 8 10", "08\n09\n10\n"),
        ("seq -s, 3", "1,2,3\n"),
        ("seq 0.5 0.5 1.5", "0.5\n1.0\n1.5\n"),
        ("seq -f 'n%g' 2", "n1\nn2\n"),
        ("seq 3 1", ""),
        ("seq -2 0", "-2\n-1\n0\n"),
        ("seq; echo $?", "seq: missing operand\nTry 'seq --help' for more information.\n1\n"),
        ("seq a; echo $?", "seq: invalid floating point argument: ‘a’\nTry 'seq --help' for more information.\n1\n"),
        ("seq 1 0 3; echo $?", "seq: invalid Zero increment value: ‘0’\nTry 'seq --help' for more information.\n1\n"),
        ("seq 1 2 3 4; echo $?", "seq: extra operand ‘4’\nTry 'seq --help' for more information.\n1\n"),
    ])
    func `counts`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
