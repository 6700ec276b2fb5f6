import Testing

struct WordsTests {
    @Test(arguments: [
        (#"echo "a  b" 'c  d' e\ f"#, "a  b c  d e f\n"),
        (
            #"echo $'x\ty\x41\101\u3042\e[0m' | od -c"#,
            "0000000   x  \\t   y   A   A 343 201 202 033   [   0   m  \\n\n0000015\n"
        ),
        (#"echo "a'b" 'c"d' "e\"f" "g\$h" "i\`j" "k\\l" "m\n""#, "a'b c\"d e\"f g$h i`j k\\l m\\n\n"),
        (#"echo a"b"c'd'e ""  '' x"#, "abcde   x\n"),
        ("echo 'multi\nline' \"two\nlines\"", "multi\nline two\nlines\n"),
        (#"echo one \"#, "one\n"),
        ("  two", "bash: line 1: two: command not found\n"),
        (##"echo a#b "#q" \# # comment"##, "a#b #q #\n"),
        (#"echo "unclosed"#, "bash: line 1: unexpected EOF while looking for matching `\"'\n"),
        (#"x='it'\''s'; echo "$x""#, "it's\n"),
    ])
    func `removes quotes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            "echo {1..5} {a..e} {01..03} {5..1} {1..10..3} {10..1..4}",
            "1 2 3 4 5 a b c d e 01 02 03 5 4 3 2 1 1 4 7 10 10 6 2\n"
        ),
        (
            #"echo a{b,c}d {a,b}{1,2} x{,y} {} {a} "{a,b}" pre{a,b{c,d}}post"#,
            "abd acd a1 a2 b1 b2 x xy {} {a} {a,b} preapost prebcpost prebdpost\n"
        ),
        (#"echo {a,b c} {1..3}x '{a,b}' \{a,b\} {-1..1}"#, "{a,b c} 1x 2x 3x {a,b} {a,b} -1 0 1\n"),
        ("x=1; echo {$x,2} ${x}{a,b}", "1 2 1a 1b\n"),
    ])
    func `expands braces`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"echo ~ ~/x "~" a~ ~root"#, "/root /root/x ~ a~ /root\n"),
        ("HOME=/h; echo ~; x=~/y; echo $x; y=a:~/b; echo $y", "/h\n/h/y\na:/h/b\n"),
    ])
    func `expands tildes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            #"""
            touch a.txt b.txt c.md .hid; echo *.txt; echo *; echo .h*; echo nomatch*; echo "*.txt"; echo \#
            [ab].txt; echo ?.md
            """#,
            "a.txt b.txt\na.txt b.txt c.md\n.hid\nnomatch*\n*.txt\na.txt b.txt\nc.md\n"
        ),
        ("mkdir d; touch d/x d/y; echo */x; echo d/*; echo */", "d/x\nd/x d/y\nd/\n"),
        ("touch a b; set -f; echo *; set +f; echo *", "*\na b\n"),
        (#"touch 'a b' c; for f in *; do echo "<$f>"; done"#, "<a b>\n<c>\n"),
        (#"touch a1 a2 b1; echo [!a]*; echo a[0-9]; x='a*'; echo $x; echo "$x""#, "b1\na1 a2\na1 a2\na*\n"),
        ("touch file-a file-b; ls file-{a,b} file-?", "file-a\nfile-a\nfile-b\nfile-b\n"),
    ])
    func `matches files`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"x="a b  c"; echo $x; echo "$x"; set -- $x; echo $#"#, "a b c\na b  c\n3\n"),
        (#"IFS=:; y="1:2::3"; set -- $y; echo $# "$3"; printf '<%s>' $y; echo"#, "4 \n<1><2><><3>\n"),
        (#"IFS=', '; x='a, b,c , d'; for i in $x; do echo "<$i>"; done"#, "<a>\n<b>\n<c>\n<d>\n"),
        (#"x=' lead trail '; for i in $x; do echo "<$i>"; done; echo "[$x]""#, "<lead>\n<trail>\n[ lead trail ]\n"),
        (#"IFS=; x='a b'; for i in $x; do echo "<$i>"; done"#, "<a b>\n"),
        (#"x=':a:'; IFS=:; set -- $x; echo $#; printf '<%s>' "$@"; echo"#, "2\n<><a>\n"),
    ])
    func `splits what expansions give`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
