import Testing

struct TextTests {
    @Test(arguments: [
        ("echo abc | rev", "cba\n"),
        ("echo 日本 | rev", "本日\n"),
        (#"printf '1\n2\n3\n' | tac"#, "3\n2\n1\n"),
        (#"printf 'a\n\nb\n' | nl"#, "     1\ta\n       \n     2\tb\n"),
        (#"printf 'a\n\nb\n' | nl -ba"#, "     1\ta\n     2\t\n     3\tb\n"),
        (#"printf 'a\nb\n' | nl -w 3 -s ': '"#, "  1: a\n  2: b\n"),
        (#"printf 'abcdefghij\n' | fold -w 4"#, "abcd\nefgh\nij\n"),
        ("echo 'the quick brown fox' | fold -s -w 10", "the quick \nbrown fox\n"),
        ("fold -w x < /dev/null; echo $?", "fold: invalid number of columns: ‘x’\n1\n"),
        ("tac nofile; echo $?", "tac: failed to open 'nofile' for reading: No such file or directory\n1\n"),
    ])
    func `turns, numbers and folds lines`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
