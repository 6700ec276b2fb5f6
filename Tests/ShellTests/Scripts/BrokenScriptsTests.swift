import Testing

/// Recorded from bash 5.2 with the GNU tools, in an empty folder.
struct BrokenScriptsTests {
    @Test(
        arguments: [
            (
                ##"""
                if true; then
                echo x
                """##,
                ##"""
                bash: line 3: syntax error: unexpected end of file

                """##
            ),
            (
                ##"""
                echo a
                for i in 1 2; echo $i; done
                echo b
                """##,
                ##"""
                a
                bash: line 2: syntax error near unexpected token `echo'
                bash: line 2: `for i in 1 2; echo $i; done'

                """##
            ),
            (
                ##"""
                echo a; )
                """##,
                ##"""
                bash: line 1: syntax error near unexpected token `)'
                bash: line 1: `echo a; )'

                """##
            ),
            (
                ##"""
                while true; do
                  echo x
                fi
                """##,
                ##"""
                bash: line 3: syntax error near unexpected token `fi'
                bash: line 3: `fi'

                """##
            ),
            (
                ##"""
                foo() {
                 echo
                """##,
                ##"""
                bash: line 3: syntax error: unexpected end of file

                """##
            ),
            (
                ##"""
                echo a && 
                """##,
                ##"""
                bash: line 2: syntax error: unexpected end of file

                """##
            ),
            (
                ##"""
                echo $(echo a
                """##,
                ##"""
                bash: line 2: unexpected EOF while looking for matching `)'

                """##
            ),
            (
                ##"""
                | cat
                """##,
                ##"""
                bash: line 1: syntax error near unexpected token `|'
                bash: line 1: `| cat'

                """##
            ),
            (
                ##"""
                echo a;; echo b
                """##,
                ##"""
                bash: line 1: syntax error near unexpected token `;;'
                bash: line 1: `echo a;; echo b'

                """##
            ),
            (
                ##"""
                echo ${a b}; echo x
                """##,
                ##"""
                bash: line 1: ${a b}: bad substitution

                """##
            ),
            (
                ##"""
                bash -c 'if'; echo $?; bash -c 'echo "x'; echo $?; eval 'fi'; echo $?; eval 'echo "x'; echo $?
                """##,
                ##"""
                bash: -c: line 2: syntax error: unexpected end of file
                2
                bash: -c: line 1: unexpected EOF while looking for matching `"'
                2
                bash: eval: line 1: syntax error near unexpected token `fi'
                bash: eval: line 1: `fi'
                2
                bash: eval: line 1: unexpected EOF while looking for matching `"'
                2

                """##
            ),
            (
                ##"""
                x="a b"; echo $((x+1)); echo after
                y=08; echo $((y+1)); echo after
                z=1.5; echo $((z*2)); echo after
                """##,
                ##"""
                bash: line 1: a b: syntax error in expression (error token is "b")
                bash: line 2: 08: value too great for base (error token is "08")
                bash: line 3: 1.5: syntax error: invalid arithmetic operator (error token is ".5")

                """##
            ),
        ] as [(String, String)])
    func `runs broken scripts`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
