import Testing

struct DumpTests {
    @Test(arguments: [
        ("echo hi | od -c", "0000000   h   i  \\n\n0000003\n"),
        ("echo hi | od -An -tx1", " 68 69 0a\n"),
        ("echo hi | od -x", "0000000 6968 000a\n0000003\n"),
        ("echo hi | od -b", "0000000 150 151 012\n0000003\n"),
        (#"printf '\000\377' | od -An -tx1"#, " 00 ff\n"),
        (
            "echo abcdefghijklmnopqrstuvwxyz | od -c",
            #"""
            0000000   a   b   c   d   e   f   g   h   i   j   k   l   m   n   o   p
            0000020   q   r   s   t   u   v   w   x   y   z  \n
            0000033

            """#
        ),
        (
            "echo abcdefghijklmnopqrstuvwxyz | xxd",
            #"""
            00000000: 6162 6364 6566 6768 696a 6b6c 6d6e 6f70  abcdefghijklmnop
            00000010: 7172 7374 7576 7778 797a 0a              qrstuvwxyz.

            """#
        ),
        ("printf abc | xxd -p", "616263\n"),
    ])
    func `shows bytes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
