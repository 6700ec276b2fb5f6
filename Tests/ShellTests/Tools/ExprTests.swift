import Testing

struct ExprTests {
    @Test(arguments: [
        ("expr 1 + 2", "3\n"),
        ("expr 3 '*' 4 - 1", "11\n"),
        ("expr 10 / 3", "3\n"),
        ("expr 10 % 3", "1\n"),
        ("expr 2 '<' 10", "1\n"),
        ("expr b '>' a", "1\n"),
        ("expr 1 = 2; echo $?", "0\n1\n"),
        (#"expr abc : 'a\(.\)c'"#, "b\n"),
        ("expr abc : 'ab'", "2\n"),
        ("expr length hello", "5\n"),
        ("expr substr hello 2 3", "ell\n"),
        ("expr index hello l", "3\n"),
        ("expr '(' 1 + 2 ')' '*' 3", "9\n"),
        ("expr '' '|' x", "x\n"),
        ("expr; echo $?", "expr: missing operand\nTry 'expr --help' for more information.\n2\n"),
        ("expr 1 +; echo $?", "expr: syntax error: missing argument after ‘+’\n2\n"),
        ("expr a + 1; echo $?", "expr: non-integer argument\n2\n"),
        ("expr 1 / 0; echo $?", "expr: division by zero\n2\n"),
    ])
    func `calculates and matches`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
