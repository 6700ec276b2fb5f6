import Testing

struct SyntaxTests {
    @Test(arguments: [
        ("echo a; if true; then\necho b", "bash: line 3: syntax error: unexpected end of file\n")
    ])
    func `reports errors and goes on as bash does`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("echo a", "a\n"),
        (")", "bash: line 1: syntax error near unexpected token `)'\nbash: line 1: `)'\n"),
        ("echo b", "b\n"),
    ])
    func `stops at a word that cannot stand there`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            "echo start; for i in 1 2; do echo $i; done done",
            #"""
            bash: line 1: syntax error near unexpected token `done'
            bash: line 1: `echo start; for i in 1 2; do echo $i; done done'

            """#
        ),
        ("a | | b", "bash: line 1: syntax error near unexpected token `|'\nbash: line 1: `a | | b'\n"),
        (
            "echo $(echo a; fi)",
            "bash: line 1: syntax error near unexpected token `fi'\nbash: line 1: `echo $(echo a; fi)'\n"
        ),
        (";;", "bash: line 1: syntax error near unexpected token `;;'\nbash: line 1: `;;'\n"),
        ("for in", "bash: line 2: syntax error: unexpected end of file\n"),
        ("case x in", "bash: line 2: syntax error: unexpected end of file\n"),
        ("x() {", "bash: line 2: syntax error: unexpected end of file\n"),
        ("echo ${a b}; echo ok", "bash: line 1: ${a b}: bad substitution\n"),
        ("( echo a", "bash: line 2: syntax error: unexpected end of file\n"),
        ("echo `a", "bash: line 1: unexpected EOF while looking for matching ``'\n"),
        ("if; then", "bash: line 1: syntax error near unexpected token `;'\nbash: line 1: `if; then'\n"),
    ])
    func `names the token`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
