import Testing

struct ChecksumsTests {
    @Test(arguments: [
        ("printf '' | md5sum", "d41d8cd98f00b204e9800998ecf8427e  -\n"),
        ("echo hi | md5sum", "764efa883dda1e11db47671c4a3bbd9e  -\n"),
        ("printf '' | sha1sum", "da39a3ee5e6b4b0d3255bfef95601890afd80709  -\n"),
        ("echo hi | sha256sum", "98ea6e4f216f2fb4b69fff9b3a44842c38686ca685f3f55dc48c5d3fb1107be4  -\n"),
        ("printf '' | sha256sum", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  -\n"),
        ("printf 'x%.0s' {1..55} | sha256sum", "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072  -\n"),
        ("printf 'x%.0s' {1..56} | sha256sum", "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e  -\n"),
        ("printf 'x%.0s' {1..64} | md5sum", "c1bb4f81d892b2d57947682aeb252456  -\n"),
        ("printf 'x%.0s' {1..200} | sha1sum", "94218caae9904e93a3d7bf578bf4791926fc5e82  -\n"),
        ("echo hi > f; sha256sum f", "98ea6e4f216f2fb4b69fff9b3a44842c38686ca685f3f55dc48c5d3fb1107be4  f\n"),
        ("echo hi > f; md5sum f > s; md5sum -c s", "f: OK\n"),
        (
            "echo hi > f; md5sum f > s; echo ho > f; md5sum -c s; echo $?",
            "f: FAILED\nmd5sum: WARNING: 1 computed checksum did NOT match\n1\n"
        ),
        ("sha256sum nofile; echo $?", "sha256sum: nofile: No such file or directory\n1\n"),
    ])
    func `computes the well-known sums`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
