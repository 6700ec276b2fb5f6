import Testing

struct CopyingTests {
    @Test(arguments: [
        ("echo a > f; cp f g; cat g", "a\n"),
        ("echo a > f; mkdir d; cp f d; cat d/f", "a\n"),
        ("mkdir d; echo a > d/x; cp -r d e; cat e/x", "a\n"),
        ("mkdir d; cp d e; echo $?", "cp: -r not specified; omitting directory 'd'\n1\n"),
        ("cp nofile g; echo $?", "cp: cannot stat 'nofile': No such file or directory\n1\n"),
        (
            "echo a > f; cp f nodir/x; echo $?",
            "cp: cannot create regular file 'nodir/x': No such file or directory\n1\n"
        ),
        ("echo a > f; cp f nodir/; echo $?", "cp: cannot create regular file 'nodir/': Not a directory\n1\n"),
        ("echo a > f; echo b > g; mkdir d; cp f g d; ls d", "f\ng\n"),
        ("echo a > f; cp f g h; echo $?", "cp: target 'h': No such file or directory\n1\n"),
        ("echo a > f; cp f f; echo $?", "cp: 'f' and 'f' are the same file\n1\n"),
        ("echo a > f; cp -v f g", "'f' -> 'g'\n"),
        ("cp; echo $?", "cp: missing file operand\nTry 'cp --help' for more information.\n1\n"),
        ("cp f; echo $?", "cp: missing destination file operand after 'f'\nTry 'cp --help' for more information.\n1\n"),
        ("echo a > f; mv f g; ls", "g\n"),
        ("echo a > f; mkdir d; mv f d; ls d", "f\n"),
        ("mkdir d e; mv d e; ls e", "d\n"),
        ("mv nofile x; echo $?", "mv: cannot stat 'nofile': No such file or directory\n1\n"),
        ("echo a > f; mv f nodir/x; echo $?", "mv: cannot move 'f' to 'nodir/x': No such file or directory\n1\n"),
        ("echo a > f; rm f; ls", ""),
        ("mkdir d; rm d; echo $?", "rm: cannot remove 'd': Is a directory\n1\n"),
        ("mkdir -p d/e; rm -r d; ls", ""),
        ("rm nofile; echo $?", "rm: cannot remove 'nofile': No such file or directory\n1\n"),
        ("rm -f nofile; echo $?", "0\n"),
        ("echo a > f; rm -v f", "removed 'f'\n"),
        ("rm; echo $?", "rm: missing operand\nTry 'rm --help' for more information.\n1\n"),
        ("rm -rf nofile d; echo $?", "0\n"),
    ])
    func `copies, moves and removes files`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
