import Testing

struct ArithmeticTests {
    @Test(arguments: [
        (
            "echo $((1+2*3)) $((7/2)) $((7%3)) $((2**10)) $((1<<4)) $((0x1f)) $((010)) $((-7/2)) $((-7%3))",
            "7 3 1 1024 16 31 8 -3 -1\n"
        ),
        (
            #"""
            echo $((5>3)) $((5>3&&2<1)) $((5>3||0)) $((!0)) $((~5)) $((-3+1)) $((1==1)) $((1!=1)) $((5&3)) \#
            $((5|3)) $((5^3))
            """#,
            "1 0 1 1 -6 -2 1 0 1 7 6\n"
        ),
        (
            "i=5; echo $((i++)) $i $((++i)) $i $((i--)) $((--i)) $((i+=3)) $((i-=1)) $((i*=2)) $((i/=3)) $((i%=3))",
            "5 6 7 7 7 5 8 7 14 4 1\n"
        ),
        ("i=7; echo $((i>5?1:2)) $(( (1+2)*3 )) $((i==7?10:20)) $((2#101)) $((16#ff))", "1 9 10 5 255\n"),
        ("x=3; y=x; echo $((y*2)) $((x+z)) $((1,2))", "6 3 2\n"),
        ("((5>3)) && echo yes; ((0)) || echo no; (( x = 5, y = x * 2 )); echo $x $y", "yes\nno\n5 10\n"),
        ("let 'x=3*4' y=x+1; echo $x $y; let 0; echo $?", "12 13\n1\n"),
        ("echo $((1/0)); echo not reached", "bash: line 1: 1/0: division by 0 (error token is \"0\")\n"),
        ("echo $((1+)); echo not reached", "bash: line 1: 1+: syntax error: operand expected (error token is \"+\")\n"),
        ("echo $((9223372036854775807+1))", "-9223372036854775808\n"),
        ("s=0; for n in $(seq 1 100); do s=$((s+n)); done; echo $s", "5050\n"),
    ])
    func `calculates`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
