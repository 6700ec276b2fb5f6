import Testing

struct XargsTests {
    @Test(arguments: [
        ("echo a b c | xargs", "a b c\n"),
        ("echo a b c | xargs -n 1", "a\nb\nc\n"),
        (#"printf 'a\nb\n' | xargs -I{} echo '<{}>'"#, "<a>\n<b>\n"),
        ("echo 'a b' | xargs echo pre", "pre a b\n"),
        (#"printf 'a\0b c\0' | xargs -0 -n1"#, "a\nb c\n"),
        (#"printf '\n' | xargs echo none"#, "none\n"),
        (#"printf '\n' | xargs -r echo none"#, ""),
        (#"echo "a 'b c' \"d e\" f\\ g" | xargs -n1"#, "a\nb c\nd e\nf g\n"),
        ("seq 3 | xargs -n2 echo n", "n 1 2\nn 3\n"),
        ("echo f | xargs false; echo $?", "123\n"),
        ("echo x | xargs nosuch; echo $?", "xargs: nosuch: No such file or directory\n127\n"),
        ("seq 2 | xargs -I% sh -c 'echo %$((%*2))'", "12\n24\n"),
        (
            #"echo "it's" | xargs; echo $?"#,
            "xargs: unmatched single quote; by default quotes are special to xargs unless you use the -0 option\n1\n"
        ),
        (#"printf 'a b\nc\n' | xargs -L1 echo"#, "a b\nc\n"),
        ("printf 'a,b' | xargs -d, -n1", "a\nb\n"),
        ("seq 2 | xargs -t echo 2>&1", "echo 1 2\n1 2\n"),
        (
            "seq 3 | xargs rm; echo $?",
            #"""
            rm: cannot remove '1': No such file or directory
            rm: cannot remove '2': No such file or directory
            rm: cannot remove '3': No such file or directory
            123

            """#
        ),
        (
            "xargs -n x < /dev/null; echo $?",
            "xargs: invalid number \"x\" for -n option\nTry 'xargs --help' for more information.\n1\n"
        ),
    ])
    func `runs commands with what it reads`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
