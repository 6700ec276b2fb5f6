import Testing

struct FunctionsTests {
    @Test(arguments: [
        (#"f() { local x=1; echo "in $x $1 $#"; x=2; return 5; }; x=9; f a b; echo $? $x"#, "in 1 a 2\n5 9\n"),
        (
            #"""
            f() { return; }; false; f; echo $?; function g { echo "g $1"; }; g bar; function h() { echo h; \#
            }; h; unset -f g; type g
            """#,
            "1\ng bar\nh\nbash: line 1: type: g: not found\n"
        ),
        ("fact() { if [ $1 -le 1 ]; then echo 1; else echo $(( $1 * $(fact $(($1-1))) )); fi; }; fact 6", "720\n"),
        (
            #"""
            x=10; f() { x=20; local y=$x; z=30; }; f; echo "$x [$y] $z"; g() { local x=1; h; echo $x; }; \#
            h() { x=2; }; g; echo $x
            """#,
            "20 [] 30\n2\n20\n"
        ),
        (#"f() { echo out; } > f.txt; f; cat f.txt; g() ( x=1; echo sub ); g; echo "[$x]""#, "out\nsub\n[]\n"),
        (#"f() { local a=1 b; echo "$a [$b]"; }; b=9; f; a-b() { echo dash; }; a-b"#, "1 []\ndash\n"),
        (
            "return; echo $?; local x; echo $?",
            #"""
            bash: line 1: return: can only `return' from a function or sourced script
            2
            bash: line 1: local: can only be used in a function
            1

            """#
        ),
    ])
    func `have arguments, results and local variables`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
