import Testing

struct SystemTests {
    @Test(arguments: [
        ("printf '' | whoami", "root\n"),
        ("id -u", "0\n"),
        ("id -un", "root\n"),
        ("uname", "Linux\n"),
        ("printf '' | sync; echo $?", "0\n"),
    ])
    func `names the machine and the user`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
