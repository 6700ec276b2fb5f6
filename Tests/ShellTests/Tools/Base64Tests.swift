import Testing

struct Base64Tests {
    @Test(arguments: [
        ("echo hello | base64", "aGVsbG8K\n"),
        ("echo aGVsbG8K | base64 -d", "hello\n"),
        ("printf abc | base64", "YWJj\n"),
        ("printf ab | base64", "YWI=\n"),
        (
            "seq 40 | base64",
            #"""
            MQoyCjMKNAo1CjYKNwo4CjkKMTAKMTEKMTIKMTMKMTQKMTUKMTYKMTcKMTgKMTkKMjAKMjEKMjIK
            MjMKMjQKMjUKMjYKMjcKMjgKMjkKMzAKMzEKMzIKMzMKMzQKMzUKMzYKMzcKMzgKMzkKNDAK

            """#
        ),
        (
            "seq 40 | base64 -w 0; echo",
            #"""
            MQoyCjMKNAo1CjYKNwo4CjkKMTAKMTEKMTIKMTMKMTQKMTUKMTYKMTcKMTgKMTkKMjAKMjEKMjIKMjMKMjQKMjUKMjYKMjc\#
            KMjgKMjkKMzAKMzEKMzIKMzMKMzQKMzUKMzYKMzcKMzgKMzkKNDAK

            """#
        ),
        ("seq 40 | base64 | base64 -d | tail -n 1", "40\n"),
        ("echo -n s3cr3t | base64", "czNjcjN0\n"),
        ("echo '!!' | base64 -d; echo $?", "base64: invalid input\n1\n"),
        ("echo YQ | base64 -d; echo $?", "abase64: invalid input\n1\n"),
        (#"printf 'aGVs\nbG8=\n' | base64 --decode; echo"#, "hello\n"),
        ("base64 nofile; echo $?", "base64: nofile: No such file or directory\n1\n"),
        ("base64 -w x < /dev/null; echo $?", "base64: invalid wrap size: ‘x’\n1\n"),
    ])
    func `encodes and decodes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
