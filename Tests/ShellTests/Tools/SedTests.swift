import Testing

struct SedTests {
    @Test(arguments: [
        ("echo hello | sed s/l/L/", "heLlo\n"),
        ("echo hello | sed s/l/L/g", "heLLo\n"),
        ("echo hello | sed s/l/L/2", "helLo\n"),
        ("echo Hello | sed s/hello/bye/I", "bye\n"),
        ("echo hello | sed -n s/l/L/p", "heLlo\n"),
        (#"echo 'a b' | sed -E 's/(\w+) (\w+)/\2 \1/'"#, "b a\n"),
        (#"echo 'ab' | sed 's/\(a\)\(b\)/\2\1/'"#, "ba\n"),
        ("echo hello | sed 's/l*/X/'", "Xhello\n"),
        ("echo abc | sed 's/b*/X/g'", "XaXcX\n"),
        ("echo hello | sed 's/.*/<&>/'", "<hello>\n"),
        (#"echo hello | sed 's/l/\&/'"#, "he&lo\n"),
        ("echo a/b | sed 's|/|-|'", "a-b\n"),
        (#"echo a/b | sed 's/\//-/'"#, "a-b\n"),
        (#"echo 'a,b' | sed 's,\,,;,'"#, "a;b\n"),
        (#"echo abc | sed 's/./\U&/'"#, "Abc\n"),
        (#"echo 'hello world' | sed 's/\b\w/\u&/g'"#, "Hello World\n"),
        ("echo aaa | sed 's/a/b/2g'", "abb\n"),
        (#"echo a | sed 's/a/x\ny/'"#, "x\ny\n"),
        (#"echo 'a.b.c' | sed 's/\./-/g'"#, "a-b-c\n"),
        ("echo '[x]' | sed 's/[][]//g'", "x\n"),
        (#"echo 'a b' | sed 's/ /\t/'"#, "a\tb\n"),
        ("echo 'image: nginx:1.25' | sed 's/nginx:.*/nginx:1.26/'", "image: nginx:1.26\n"),
        (#"echo 'replicas: 2' | sed 's/\(replicas: \)[0-9]*/\13/'"#, "replicas: 3\n"),
        (#"printf 'a\nb' | sed 's/$/!/'"#, "a!\nb!"),
        (#"echo foobar | sed -r 's/(foo)?bar/[\1]/'"#, "[foo]\n"),
        ("echo 'x=1' | sed 's/=.*//'", "x\n"),
        ("echo abc | sed 'y/abc/xyz/'", "xyz\n"),
        ("echo abc | sed -e 's/a/1/' -e 's/b/2/'", "12c\n"),
        ("echo abc | sed 's/a/1/;s/b/2/'", "12c\n"),
        (#"echo 'one two' | sed 's/\<t/T/'"#, "one Two\n"),
    ])
    func `substitutes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("seq 5 | sed -n '2,4p'", "2\n3\n4\n"),
        ("seq 5 | sed -n '$p'", "5\n"),
        ("seq 5 | sed 2d", "1\n3\n4\n5\n"),
        ("seq 5 | sed '$d'", "1\n2\n3\n4\n"),
        ("seq 5 | sed '/3/d'", "1\n2\n4\n5\n"),
        ("seq 5 | sed '/2/,/4/d'", "1\n5\n"),
        ("seq 5 | sed '2,$d'", "1\n"),
        ("seq 5 | sed -n '/2/,+1p'", "2\n3\n"),
        ("seq 5 | sed '1~2d'", "2\n4\n"),
        ("seq 5 | sed -n '2!p'", "1\n3\n4\n5\n"),
        ("seq 5 | sed '2,4!d'", "2\n3\n4\n"),
        ("seq 5 | sed 3q", "1\n2\n3\n"),
        ("seq 5 | sed -n '2{p;q}'", "2\n"),
        ("seq 5 | sed '0,/1/s/1/x/'", "x\n2\n3\n4\n5\n"),
        ("seq 5 | sed -n '/[24]/p'", "2\n4\n"),
        ("seq 5 | sed '/^2$/,/^$/d'", "1\n"),
        (#"printf 'a\nB\n' | sed -n '/b/Ip'"#, "B\n"),
        ("seq 10 | sed -n '0~5p'", "5\n10\n"),
    ])
    func `selects lines`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"seq 2 | sed 'a\foo'"#, "1\nfoo\n2\nfoo\n"),
        ("seq 2 | sed '1a foo bar'", "1\nfoo bar\n2\n"),
        ("seq 2 | sed '2i bar'", "1\nbar\n2\n"),
        (#"seq 3 | sed '2c\changed'"#, "1\nchanged\n3\n"),
        ("seq 2 | sed '1a\\\ntwo lines'", "1\ntwo lines\n2\n"),
        ("seq 3 | sed =", "1\n1\n2\n2\n3\n3\n"),
        (#"seq 4 | sed 'N;s/\n/-/'"#, "1-2\n3-4\n"),
        ("seq 3 | sed G", "1\n\n2\n\n3\n\n"),
        ("seq 3 | sed '1!G;h;$!d'", "3\n2\n1\n"),
        (#"seq 3 | sed -n 'H;${x;s/\n/,/g;p}'"#, ",1,2,3\n"),
        (#"printf 'a\nb\nc\n' | sed ':a;N;$!ba;s/\n/,/g'"#, "a,b,c\n"),
        ("echo aaa | sed ':x;s/a/b/;tx'", "bbb\n"),
        ("seq 3 | sed -n '2{n;p}'", "3\n"),
        ("seq 4 | sed 'n;d'", "1\n3\n"),
        ("seq 3 | sed '2{h;d};${G}'", "1\n3\n2\n"),
        (#"printf 'a\\\nb\n' | sed ':a;/\\$/{N;s/\\\n//;ba}'"#, "ab\n"),
        (#"printf 'a\tb\n' | sed -n l"#, "a\\tb$\n"),
        ("echo x > r; seq 2 | sed '1r r'", "1\nx\n2\n"),
        ("seq 3 | sed '2w w' > /dev/null; cat w", "2\n"),
        ("seq 3 | sed -s -n '$='", "3\n"),
        ("seq 5 | sed '$!N;P;D'", "1\n2\n3\n4\n5\n"),
    ])
    func `adds, joins and jumps`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("echo foo > f; sed -i s/foo/bar/ f; cat f", "bar\n"),
        ("echo foo > f; sed -i.bak s/foo/bar/ f; cat f f.bak", "bar\nfoo\n"),
        ("echo a > f; echo b > g; sed -i 's/$/!/' f g; cat f g", "a!\nb!\n"),
        ("seq 3 > f; sed -i 2d f; cat f", "1\n3\n"),
        ("seq 3 > f; sed -i -e 1d -e 's/2/two/' f; cat f", "two\n3\n"),
        ("seq 3 > f; sed -n -i 2p f; cat f", "2\n"),
        ("echo a > f; sed --in-place s/a/b/ f; cat f", "b\n"),
        ("seq 2 > f; seq 3 4 > g; sed -n '$p' f g", "4\n"),
        ("seq 2 > f; seq 3 4 > g; sed -s -n '$p' f g", "2\n4\n"),
    ])
    func `edits files in place`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("echo x | sed 's/a'; echo $?", "sed: -e expression #1, char 3: unterminated `s' command\n1\n"),
        ("echo x | sed k; echo $?", "sed: -e expression #1, char 1: unknown command: `k'\n1\n"),
        ("sed p nofile; echo $?", "sed: can't read nofile: No such file or directory\n2\n"),
        ("echo x | sed '{p'; echo $?", "sed: -e expression #1, char 0: unmatched `{'\n1\n"),
        ("echo x | sed 'p}'; echo $?", "sed: -e expression #1, char 2: unexpected `}'\n1\n"),
        ("echo x | sed 's/a/b/x'; echo $?", "sed: -e expression #1, char 7: unknown option to `s'\n1\n"),
        (#"echo x | sed 's/\(/b/'; echo $?"#, "sed: -e expression #1, char 7: Unmatched ( or \\(\n1\n"),
        (
            #"echo x | sed 's/a/\1/'; echo $?"#,
            "sed: -e expression #1, char 7: invalid reference \\1 on `s' command's RHS\n1\n"
        ),
        ("echo x | sed 'b nolabel'; echo $?", "sed: can't find label for jump to `nolabel'\n4\n"),
        (
            "echo x | sed 'y/ab/c/'; echo $?",
            "sed: -e expression #1, char 7: strings for `y' command are different lengths\n1\n"
        ),
        ("echo x | sed 'pp'; echo $?", "sed: -e expression #1, char 2: extra characters after command\n1\n"),
    ])
    func `refuses what it does not know`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
