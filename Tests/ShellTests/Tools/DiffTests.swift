import Testing

struct DiffTests {
    @Test(arguments: [
        (#"printf 'a\nb\nc\n' > f; printf 'a\nB\nc\nd\n' > g; diff f g; echo $?"#, "2c2\n< b\n---\n> B\n3a4\n> d\n1\n"),
        ("echo a > f; diff f f; echo $?", "0\n"),
        (
            #"printf 'a\nb\nc\n' > f; printf 'a\nB\nc\nd\n' > g; diff -u f g | tail -n +3"#,
            "@@ -1,3 +1,4 @@\n a\n-b\n+B\n c\n+d\n"
        ),
        ("echo a > f; echo b > g; diff -q f g; echo $?", "Files f and g differ\n1\n"),
        ("echo a > f; diff -s f f", "Files f and f are identical\n"),
        ("echo a > f; diff f nofile; echo $?", "diff: nofile: No such file or directory\n2\n"),
        (
            "seq 20 > f; seq 20 | sed '3d;15s/.*/X/;20a end' > g; diff f g",
            "3d2\n< 3\n15c14\n< 15\n---\n> X\n20a20\n> end\n"
        ),
        (
            "seq 20 > f; seq 20 | sed '3d;15s/.*/X/;20a end' > g; diff -u f g | tail -n +3",
            #"""
            @@ -1,6 +1,5 @@
             1
             2
            -3
             4
             5
             6
            @@ -12,9 +11,10 @@
             12
             13
             14
            -15
            +X
             16
             17
             18
             19
             20
            +end

            """#
        ),
        (
            "seq 20 > f; seq 20 | sed '3d;15s/.*/X/' > g; diff -U1 f g | tail -n +3",
            "@@ -2,3 +2,2 @@\n 2\n-3\n 4\n@@ -14,3 +13,3 @@\n 14\n-15\n+X\n 16\n"
        ),
        (#"printf a > f; printf 'a\n' > g; diff f g"#, "1c1\n< a\n\\ No newline at end of file\n---\n> a\n"),
        ("echo a > f; diff /dev/null f", "0a1\n> a\n"),
        ("echo A > f; echo a > g; diff -i f g; echo $?", "0\n"),
        ("echo 'a  b' > f; echo 'a b' > g; diff -b f g; echo $?", "0\n"),
        ("echo 'a b' > f; echo ab > g; diff -w f g; echo $?", "0\n"),
        (
            "mkdir x y; echo 1 > x/f; echo 2 > y/f; echo 3 > x/g; diff -r x y",
            "diff -r x/f y/f\n1c1\n< 1\n---\n> 2\nOnly in x: g\n"
        ),
        ("mkdir x y; echo 1 > x/f; echo 2 > y/g; diff x y", "Only in x: f\nOnly in y: g\n"),
        ("echo a > f; echo b | diff f -", "1c1\n< a\n---\n> b\n"),
        ("diff; echo $?", "diff: missing operand after 'diff'\ndiff: Try 'diff --help' for more information.\n2\n"),
        ("diff f; echo $?", "diff: missing operand after 'f'\ndiff: Try 'diff --help' for more information.\n2\n"),
        ("diff --label A --label B -u /dev/null <(echo x)", "--- A\n+++ B\n@@ -0,0 +1 @@\n+x\n"),
    ])
    func `shows what differs`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("echo abc > f; echo abd > g; cmp f g; echo $?", "f g differ: byte 3, line 1\n1\n"),
        ("echo abc > f; cmp f f; echo $?", "0\n"),
        ("echo abc > f; echo abcd > g; cmp f g; echo $?", "f g differ: byte 4, line 1\n1\n"),
        ("echo abc > f; echo abd > g; cmp -s f g; echo $?", "1\n"),
        ("echo a > f; cmp f nofile; echo $?", "cmp: nofile: No such file or directory\n2\n"),
    ])
    func `compares bytes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
