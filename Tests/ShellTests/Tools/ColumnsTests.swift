import Testing

struct ColumnsTests {
    @Test(arguments: [
        (#"printf 'a\nb\n' | paste -s"#, "a\tb\n"),
        (#"printf 'a\nb\nc\n' | paste -sd,"#, "a,b,c\n"),
        (#"printf '1\n2\n' > f; printf 'a\nb\n' > g; paste f g"#, "1\ta\n2\tb\n"),
        (#"printf '1\n2\n' > f; printf 'a\n' > g; paste -d: f g"#, "1:a\n2:\n"),
        ("seq 4 | paste - -", "1\t2\n3\t4\n"),
        ("seq 3 | paste -d+ -s", "1+2+3\n"),
        (#"printf 'a\nb\n' > f; printf 'b\nc\n' > g; comm f g"#, "a\n\t\tb\n\tc\n"),
        (#"printf 'a\nb\n' > f; printf 'b\nc\n' > g; comm -12 f g"#, "b\n"),
        (#"printf 'a\nb\n' > f; printf 'b\nc\n' > g; comm -23 f g"#, "a\n"),
        (#"printf 'a bb c\nddd e f\n' | column -t"#, "a    bb  c\nddd  e   f\n"),
        (#"printf 'a:b\ncc:d\n' | column -t -s:"#, "a   b\ncc  d\n"),
        (#"printf 'a b\nc\n' | column -t"#, "a  b\nc  \n"),
        (#"printf 'a b c\nd e\n' | column -t -o ' | '"#, "a | b | c\nd | e | \n"),
        ("paste nofile; echo $?", "paste: nofile: No such file or directory\n1\n"),
    ])
    func `joins and aligns columns`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
