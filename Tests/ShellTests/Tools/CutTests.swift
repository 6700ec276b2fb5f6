import Testing

struct CutTests {
    @Test(arguments: [
        (#"printf 'a:b:c\n' | cut -d: -f2"#, "b\n"),
        (#"printf 'a:b:c:d\n' | cut -d: -f1,3-"#, "a:c:d\n"),
        (#"printf 'a:b:c\n' | cut -d: -f-2"#, "a:b\n"),
        (#"printf 'a:b\nplain\n' | cut -d: -f2"#, "b\nplain\n"),
        (#"printf 'a:b\nplain\n' | cut -s -d: -f2"#, "b\n"),
        (#"printf 'abcdef\n' | cut -c2-4"#, "bcd\n"),
        (#"printf 'abcdef\n' | cut -c1,3"#, "ac\n"),
        (#"printf 'abcdef\n' | cut -b2"#, "b\n"),
        (#"printf 'a\tb\n' | cut -f2"#, "b\n"),
        (#"printf 'a:b:c\n' | cut -d: -f1,3 --output-delimiter=-"#, "a-c\n"),
        (#"printf 'a:b:c\n' | cut -d: --complement -f2"#, "a:c\n"),
        (#"printf 'a b\n' | cut -d' ' -f2"#, "b\n"),
        (
            "cut; echo $?",
            "cut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.\n1\n"
        ),
        (
            "cut -f0 < /dev/null; echo $?",
            "cut: fields are numbered from 1\nTry 'cut --help' for more information.\n1\n"
        ),
        (
            "cut -d: < /dev/null; echo $?",
            "cut: you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.\n1\n"
        ),
        (
            "cut -f 3-1 < /dev/null; echo $?",
            "cut: invalid decreasing range\nTry 'cut --help' for more information.\n1\n"
        ),
        (
            "cut -d ab -f1 < /dev/null; echo $?",
            "cut: the delimiter must be a single character\nTry 'cut --help' for more information.\n1\n"
        ),
        ("cut -f x < /dev/null; echo $?", "cut: invalid field value ‘x’\nTry 'cut --help' for more information.\n1\n"),
        ("cut -f1 nofile; echo $?", "cut: nofile: No such file or directory\n1\n"),
    ])
    func `cuts fields, bytes and characters`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
