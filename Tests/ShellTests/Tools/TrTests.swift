import Testing

struct TrTests {
    @Test(arguments: [
        ("echo hello | tr a-y b-z", "ifmmp\n"),
        ("echo HeLLo | tr '[:upper:]' '[:lower:]'", "hello\n"),
        ("echo HeLLo | tr A-Z a-z", "hello\n"),
        ("echo 'a  b   c' | tr -s ' '", "a b c\n"),
        ("echo hello | tr -d l", "heo\n"),
        (#"echo 'a:b' | tr : '\n'"#, "a\nb\n"),
        ("echo abc123 | tr -cd 0-9; echo", "123\n"),
        ("echo hello | tr -s l", "helo\n"),
        ("echo abc | tr abc x", "xxx\n"),
        (#"echo aXb | tr -c 'a-z\n' -"#, "a-b\n"),
        (#"echo 'a b c' | tr ' ' '\t'"#, "a\tb\tc\n"),
        (#"printf 'a\nb\n' | tr '\n' ,; echo"#, "a,b,\n"),
        ("echo a1b2 | tr -d '[:digit:]'", "ab\n"),
        ("echo abc | tr -t abc xy", "xyc\n"),
        ("tr; echo $?", "tr: missing operand\nTry 'tr --help' for more information.\n1\n"),
        (
            "tr a < /dev/null; echo $?",
            #"""
            tr: missing operand after ‘a’
            Two strings must be given when translating.
            Try 'tr --help' for more information.
            1

            """#
        ),
        ("tr a b c < /dev/null; echo $?", "tr: extra operand ‘c’\nTry 'tr --help' for more information.\n1\n"),
        ("tr z-a b < /dev/null; echo $?", "tr: range-endpoints of 'z-a' are in reverse collating sequence order\n1\n"),
        ("tr '[:foo:]' b < /dev/null; echo $?", "tr: invalid character class ‘foo’\n1\n"),
    ])
    func `replaces, deletes and squeezes characters`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
