import Testing

struct TeeTests {
    @Test(arguments: [
        ("echo a | tee f; cat f", "a\na\n"),
        ("echo a | tee f g > /dev/null; cat f g", "a\na\n"),
        ("echo a > f; echo b | tee -a f; cat f", "b\na\nb\n"),
        ("echo a | tee /nodir/x; echo $?", "tee: /nodir/x: No such file or directory\na\n1\n"),
        ("echo a | tee f | cat -n; cat f", "     1\ta\na\n"),
    ])
    func `copies its input into files`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
