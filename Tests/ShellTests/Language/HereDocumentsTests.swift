import Testing

struct HereDocumentsTests {
    @Test(arguments: [
        (
            "cat <<EOF\nhello $((1+1)) $(echo sub) `echo back` \\$x \"q\" 'r' \\\\ \\n\nEOF",
            "hello 2 sub back $x \"q\" 'r' \\ \\n\n"
        ),
        ("x=v; cat <<'EOF'\nno $x $(y) `z` \\n\nEOF", "no $x $(y) `z` \\n\n"),
        ("cat <<-EOF\n\ttabbed\n\t\ttwo\n\tEOF", "tabbed\ntwo\n"),
        ("cat <<A; cat <<B\none\nA\ntwo\nB", "one\ntwo\n"),
        (#"cat <<< "here $((3*3))"; cat <<< 'single $x'"#, "here 9\nsingle $x\n"),
        ("cat <<\"E O F\" | grep -c o\none\ntwo\nE O F", "2\n"),
        ("while read a b; do echo \"$b-$a\"; done <<E\n1 2\n3 4\nE", "2-1\n4-3\n"),
        ("if true; then cat <<X\nin if\nX\nfi; echo after", "in if\nafter\n"),
        ("f() { cat <<X\narg $1\nX\n}; f one; f two", "arg one\narg two\n"),
        ("cat <<EOF && echo and\nbody\nEOF", "body\nand\n"),
        ("cat <<EOF\na\\\nb\nEOF", "ab\n"),
    ])
    func `gives text to commands`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
