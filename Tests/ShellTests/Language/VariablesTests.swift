import Testing

struct VariablesTests {
    @Test(arguments: [
        (
            "a=1 b=2; echo $a$b; a=$b b=$a; echo $a $b; x=5; x+=3; echo $x; declare -i n=5; n+=3; echo $n",
            "12\n2 2\n53\n8\n"
        ),
        ("readonly r=1; r=2; echo not reached", "bash: line 1: r: readonly variable\n"),
        (
            "readonly r=1; unset r; echo $?; export -n r; (r=3); echo $?",
            "bash: line 1: unset: r: cannot unset: readonly variable\n1\nbash: line 1: r: readonly variable\n1\n"
        ),
        (
            #"""
            A=9 sh -c 'echo $A'; echo "[$A]"; export B=1; sh -c 'echo $B'; B=2 sh -c 'echo $B'; echo $B; \#
            C=1; sh -c 'echo "[$C]"'
            """#,
            "9\n[]\n1\n2\n1\n[]\n"
        ),
        (
            #"x=1; unset x; echo "[${x-unset}]"; unset nosuch; echo $?; export 1x; echo $?"#,
            "[unset]\n0\nbash: line 1: export: `1x': not a valid identifier\n1\n"
        ),
        (
            #"""
            declare -p nosuch; declare -x EX=1; declare -p EX; declare -a ar=(1 2); declare -p ar; export \#
            -p | grep EX; readonly RO=5; readonly -p | grep RO
            """#,
            #"""
            bash: line 1: declare: nosuch: not found
            declare -x EX="1"
            declare -a ar=([0]="1" [1]="2")
            declare -x EX="1"
            declare -r RO="5"

            """#
        ),
        (
            #"f=3; f() { echo func; }; f; echo $f; IFS=x; echo "[$IFS]"; unset IFS; y='a b'; set -- $y; echo $#"#,
            "func\n3\n[x]\n2\n"
        ),
    ])
    func `keeps and exports values`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
