import Testing

struct WcTests {
    @Test(arguments: [
        (#"printf 'one two\nthree\n' | wc"#, "      2       3      14\n"),
        (#"printf 'one two\nthree\n' | wc -l"#, "2\n"),
        (#"printf 'one two\nthree\n' | wc -w"#, "3\n"),
        (#"printf 'one two\nthree\n' | wc -c"#, "14\n"),
        (#"printf '日本\n' | wc -m"#, "3\n"),
        (#"printf 'abc\nde\n' | wc -L"#, "3\n"),
        (#"printf 'one two\nthree\n' > f; wc f"#, " 2  3 14 f\n"),
        (#"printf 'one two\nthree\n' > f; wc -l f"#, "2 f\n"),
        (#"printf 'one two\nthree\n' > f; wc f f"#, " 2  3 14 f\n 2  3 14 f\n 4  6 28 total\n"),
        (
            #"printf 'x\n' > f; wc -l f nofile f; echo $?"#,
            "1 f\nwc: nofile: No such file or directory\n1 f\n2 total\n1\n"
        ),
        (#"printf 'x\n' > f; wc -l < f"#, "1\n"),
        ("printf 'no end' | wc -l", "0\n"),
        (#"printf 'a\n' | wc -lw"#, "      1       1\n"),
    ])
    func `counts`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
