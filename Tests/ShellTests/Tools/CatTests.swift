import Testing

struct CatTests {
    @Test(arguments: [
        ("echo a > f; echo b > g; cat f g", "a\nb\n"),
        ("echo a > f; echo b | cat f -", "a\nb\n"),
        ("echo a > f; cat nofile f; echo $?", "cat: nofile: No such file or directory\na\n1\n"),
        ("cat /tmp 2>&1; echo $?", "cat: /tmp: Is a directory\n1\n"),
        (#"printf 'a\n\nb\n' | cat -n"#, "     1\ta\n     2\t\n     3\tb\n"),
        (#"printf 'a\n\nb\n' | cat -b"#, "     1\ta\n\n     2\tb\n"),
        (#"printf 'a\n\n\n\nb\n' | cat -s"#, "a\n\nb\n"),
        (#"printf 'a\tb\n' | cat -A"#, "a^Ib$\n"),
        (#"printf 'a\n' | cat -E"#, "a$\n"),
        ("printf 'no end' | cat; echo '|'", "no end|\n"),
        ("cat -q; echo $?", "cat: invalid option -- 'q'\nTry 'cat --help' for more information.\n1\n"),
        ("cat < /dev/null", ""),
    ])
    func `shows files one after the other`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
