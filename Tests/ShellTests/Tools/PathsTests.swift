import Testing

struct PathsTests {
    @Test(arguments: [
        ("basename /a/b/c.txt", "c.txt\n"),
        ("basename /a/b/c.txt .txt", "c\n"),
        ("basename -a x/y z/w", "y\nw\n"),
        ("basename -s .x a.x b.x", "a\nb\n"),
        ("basename /", "/\n"),
        ("basename a/b/", "b\n"),
        ("basename; echo $?", "basename: missing operand\nTry 'basename --help' for more information.\n1\n"),
        ("basename a b c; echo $?", "basename: extra operand ‘c’\nTry 'basename --help' for more information.\n1\n"),
        ("dirname /a/b/c", "/a/b\n"),
        ("dirname a", ".\n"),
        ("dirname a/b/", "a\n"),
        ("dirname /", "/\n"),
        ("dirname /a", "/\n"),
        ("dirname; echo $?", "dirname: missing operand\nTry 'dirname --help' for more information.\n1\n"),
        ("realpath /tmp/../tmp", "/tmp\n"),
        ("readlink -f /tmp/", "/tmp\n"),
        ("which ls", "/usr/bin/ls\n"),
        ("which nosuch; echo $?", "1\n"),
    ])
    func `takes paths apart`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
