import Testing

struct ListsTests {
    @Test(arguments: [
        ("true && echo a || echo b; false && echo a || echo b; ! false && echo neg", "a\nb\nneg\n"),
        ("false || false || echo third; true && true && echo all", "third\nall\n"),
        ("echo a;echo b&&echo c||echo d;", "a\nb\nc\n"),
        ("{ echo x;}; (echo y)", "x\ny\n"),
        ("true &&\n  echo next", "next\n"),
        ("(exit 3) || echo $?; (exit 3) && echo no; echo $?", "3\n3\n"),
    ])
    func `joins commands by their success`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
