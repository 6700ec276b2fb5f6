import Testing

struct SubstitutionTests {
    @Test(arguments: [
        (
            #"x=$(printf 'a\nb\n\n'); echo "[$x]"; y="$(echo "nested $(echo "deep")")"; echo $y"#,
            "[a\nb]\nnested deep\n"
        ),
        (#"echo `echo \`echo hi\``; echo "`echo "q"`""#, "hi\nq\n"),
        (#"echo $(echo a; echo b) "$(echo a; echo b)""#, "a b a\nb\n"),
        (#"x=$(exit 7); echo $?; x=$(true) y=$(false); echo $?; echo "$(exit 3)" $?"#, "7\n1\n 3\n"),
        (#"echo x > f; echo $(<f) "$(cat f)""#, "x x\n"),
        ("x=$(cat <<EOF\nhere $((1+1))\nEOF\n); echo \"$x\"", "here 2\n"),
        ("echo $(case a in a) echo case;; esac)", "case\n"),
        ("diff <(echo a; echo b) <(echo a; echo c); cat <(echo sub)", "2c2\n< b\n---\n> c\nsub\n"),
        ("i=0; echo $((i++))$(echo x)$((i++)) $i", "0x1 2\n"),
    ])
    func `takes the output of commands`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
