import Testing

struct StatTests {
    @Test(arguments: [
        ("printf 12345 > f; stat -c '%n %s %F' f", "f 5 regular file\n"),
        ("mkdir d; stat -c '%F' d", "directory\n"),
        ("touch f; chmod 640 f; stat -c '%a %A' f", "640 -rw-r-----\n"),
        ("stat nofile; echo $?", "stat: cannot statx 'nofile': No such file or directory\n1\n"),
        ("stat; echo $?", "stat: missing operand\nTry 'stat --help' for more information.\n1\n"),
    ])
    func `tells about files`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
