import Testing

struct UniqTests {
    @Test(arguments: [
        (#"printf 'a\na\nb\na\n' | uniq"#, "a\nb\na\n"),
        (#"printf 'a\na\nb\n' | uniq -c"#, "      2 a\n      1 b\n"),
        (#"printf 'a\na\nb\n' | uniq -d"#, "a\n"),
        (#"printf 'a\na\nb\n' | uniq -u"#, "b\n"),
        (#"printf 'a\nA\nb\n' | uniq -i"#, "a\nb\n"),
        (#"printf '1 a\n2 a\n3 b\n' | uniq -f 1"#, "1 a\n3 b\n"),
        (#"printf 'xa\nya\n' | uniq -s 1"#, "xa\n"),
        (#"printf 'abc\nabd\n' | uniq -w 2"#, "abc\n"),
        ("uniq nofile; echo $?", "uniq: nofile: No such file or directory\n1\n"),
    ])
    func `joins equal lines that follow each other`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
