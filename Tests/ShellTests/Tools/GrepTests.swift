import Testing

struct GrepTests {
    @Test(arguments: [
        (#"printf 'alpha\nbeta\ngamma\n' | grep a"#, "alpha\nbeta\ngamma\n"),
        (#"printf 'alpha\nbeta\ngamma\n' | grep -v m"#, "alpha\nbeta\n"),
        (#"printf 'alpha\nbeta\ngamma\n' | grep -i BETA"#, "beta\n"),
        (#"printf 'alpha\nbeta\ngamma\n' | grep -c a"#, "3\n"),
        (#"printf 'alpha\nbeta\ngamma\n' | grep -n t"#, "2:beta\n"),
        (#"printf 'alpha\nbeta\ngamma\n' | grep -o 'a.'"#, "al\nam\n"),
        (#"printf 'alpha\nbeta\ngamma\n' | grep -E '^(al|ga)'"#, "alpha\ngamma\n"),
        (#"printf 'a.c\nabc\n' | grep -F a.c"#, "a.c\n"),
        (#"printf 'cat\ncatalog\nthe cat sat\n' | grep -w cat"#, "cat\nthe cat sat\n"),
        (#"printf 'cat\ncatalog\n' | grep -x cat"#, "cat\n"),
        (#"printf 'a\nb\nc\n' | grep -e a -e c"#, "a\nc\n"),
        (#"printf 'a\na\na\n' | grep -m 2 a"#, "a\na\n"),
        (#"printf 'a\nb\n' | grep -q b; echo $?"#, "0\n"),
        (#"printf 'a\nb\n' | grep -q z; echo $?"#, "1\n"),
        (#"printf 'one\ntwo\n' > f; grep -f f <<< 'two three'"#, "two three\n"),
    ])
    func `prints the lines that match`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"printf '1\n2\nx\n3\n4\n5\nx\n6\n' | grep -A 1 x"#, "x\n3\n--\nx\n6\n"),
        (#"printf '1\n2\nx\n3\n4\n5\nx\n6\n' | grep -B 1 x"#, "2\nx\n--\n5\nx\n"),
        (#"printf '1\n2\nx\n3\n4\n5\nx\n6\n' | grep -C 1 x"#, "2\nx\n3\n--\n5\nx\n6\n"),
        (#"printf '1\nx\n3\nx\n5\n' | grep -A 1 x"#, "x\n3\nx\n5\n"),
        (#"printf '1\nx\n3\n4\n' | grep -n -A1 -B1 x"#, "1-1\n2:x\n3-3\n"),
        (#"printf 'a\nb\nc\nd\ne\n' | grep -A1 -m1 b"#, "b\nc\n"),
        (#"printf 'a\nb\nc\n' | grep -v -A1 a"#, "b\nc\n"),
    ])
    func `shows the lines around a match`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("echo x > f; echo y > g; grep x f g", "f:x\n"),
        ("echo x > f; echo x > g; grep -h x f g", "x\nx\n"),
        ("echo x > f; grep -H x f", "f:x\n"),
        ("echo x > f; echo y > g; grep -l x f g", "f\n"),
        ("echo x > f; echo y > g; grep -L x f g", "g\n"),
        ("echo x > f; echo x > g; grep -c x f g", "f:1\ng:1\n"),
        ("echo x > f; grep x nofile f; echo $?", "grep: nofile: No such file or directory\nf:x\n2\n"),
        ("echo x > f; grep -s x nofile f; echo $?", "f:x\n2\n"),
        ("mkdir -p d/e; echo x > d/a; echo x > d/e/b; grep -r x d | sort", "d/a:x\nd/e/b:x\n"),
        ("mkdir d; echo x > d/a; grep -rl x . | sort", "./d/a\n"),
        ("mkdir d; grep x d; echo $?", "grep: d: Is a directory\n2\n"),
        ("mkdir d; echo x > d/a; grep -rn x", "d/a:1:x\n"),
        ("echo x | grep -c x -", "1\n"),
    ])
    func `names files`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("echo x | grep '['; echo $?", "grep: Invalid regular expression\n2\n"),
        (#"echo x | grep '\('; echo $?"#, "grep: Unmatched ( or \\(\n2\n"),
        ("echo x | grep -E 'a{2,1}'; echo $?", "grep: Invalid content of \\{\\}\n2\n"),
        ("echo x | grep -E '(a'; echo $?", "grep: Unmatched ( or \\(\n2\n"),
        (#"echo x | grep 'a\{1'; echo $?"#, "grep: Unmatched \\{\n2\n"),
        ("echo x | grep '[[:foo:]]'; echo $?", "grep: Invalid character class name\n2\n"),
        (#"echo x | grep -E '\1'; echo $?"#, "grep: Invalid back reference\n2\n"),
        ("grep; echo $?", "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n2\n"),
        ("grep -y x < /dev/null; echo $?", "1\n"),
        (
            "grep --nosuch x; echo $?",
            #"""
            grep: unrecognized option '--nosuch'
            Usage: grep [OPTION]... PATTERNS [FILE]...
            Try 'grep --help' for more information.
            2

            """#
        ),
        ("grep -A x y < /dev/null; echo $?", "grep: x: invalid context length argument\n2\n"),
        ("grep -m z y < /dev/null; echo $?", "grep: invalid max count\n2\n"),
        (
            "grep -e; echo $?",
            #"""
            grep: option requires an argument -- 'e'
            Usage: grep [OPTION]... PATTERNS [FILE]...
            Try 'grep --help' for more information.
            2

            """#
        ),
    ])
    func `refuses wrong patterns and options`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("echo 'a+b' | grep -o 'a+b'", "a+b\n"),
        (#"echo aab | grep -o 'a\+b'"#, "aab\n"),
        ("echo 'foo(bar)' | grep -o '(bar)'", "(bar)\n"),
        (#"echo 'foo(bar)' | grep -oE '\(bar\)'"#, "(bar)\n"),
        ("echo abcabc | grep -oE '(abc){2}'", "abcabc\n"),
        (#"echo abcabc | grep -o '\(abc\)\1'"#, "abcabc\n"),
        ("echo aXbXc | grep -oE '[^X]+'", "a\nb\nc\n"),
        ("echo 'key: value' | grep -oE '[^ ]+$'", "value\n"),
        (#"printf 'foo\nbar\n' | grep -E 'foo|bar'"#, "foo\nbar\n"),
        (#"printf 'foo\nbar\n' | grep 'foo\|bar'"#, "foo\nbar\n"),
        ("echo 'a1b22' | grep -oE '[0-9]+'", "1\n22\n"),
        (#"echo 'word_1 x' | grep -oE '\w+'"#, "word_1\nx\n"),
        (#"echo 'x  y' | grep -oE '\s+y'"#, "  y\n"),
        (#"echo 'the cat' | grep -o '\bcat\b'"#, "cat\n"),
        (#"echo 'concat' | grep -c '\bcat'"#, "0\n"),
        ("echo 'a]b' | grep -o '[]]b'", "]b\n"),
        ("echo 'a-b' | grep -o '[a-]*'", "a-\n"),
        (#"echo 'a*b' | grep -o 'a\*b'"#, "a*b\n"),
        ("echo '*a' | grep -o '*a'", "*a\n"),
        ("echo 'x^y$z' | grep -o 'x^y$z'", "x^y$z\n"),
        ("echo 'aaa' | grep -oE 'a{2}'", "aa\n"),
        ("echo 'abab' | grep -oE '(ab)*'", "abab\n"),
        ("echo 'ab' | grep -oE 'a|ab'", "ab\n"),
        ("echo 'éa' | grep -o '.a'", "éa\n"),
        ("echo '日本語' | grep -o '本.'", "本語\n"),
        ("echo 'ABC' | grep -io '[a-b]*'", "AB\n"),
        ("echo 'tab\tx' | grep -oP '\\tx'", "\tx\n"),
        (#"echo 'v1.2.3' | grep -oP '\d+\.\d+'"#, "1.2\n"),
        (#"printf 'ab\n' | grep -E 'a.?b'"#, "ab\n"),
        (#"echo '{"a":1}' | grep -o '{.*}'"#, "{\"a\":1}\n"),
        (#"echo '{"a":1}' | grep -oE '"a":[^,}]*'"#, "\"a\":1\n"),
    ])
    func `knows basic and extended expressions`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
