import Testing

/// Recorded from bash 5.2 with the GNU tools, in an empty folder.
struct ReadingScriptsTests {
    @Test(
        arguments: [
            (
                ##"""
                name=World
                cat <<EOF
                Hello $name
                  \$name is $((1+2)) $(echo cmd) `echo tick`
                "quoted" 'single'
                EOF
                cat <<'EOF'
                Hello $name $(no) \n
                EOF
                cat <<-EOF
                	tabbed
                		twice
                	EOF
                """##,
                ##"""
                Hello World
                  $name is 3 cmd tick
                "quoted" 'single'
                Hello $name $(no) \n
                tabbed
                twice

                """##
            ),
            (
                ##"""
                cat <<EOF > out.txt
                line \
                continued
                EOF
                cat out.txt; wc -l < out.txt
                f() { cat <<X
                in func $1
                X
                }
                f hello; f there
                """##,
                ##"""
                line continued
                1
                in func hello
                in func there

                """##
            ),
            (
                ##"""
                cat <<EOF
                abc
                """##,
                ##"""
                bash: line 2: warning: here-document at line 1 delimited by end-of-file (wanted `EOF')
                abc

                """##
            ),
            (
                ##"""
                printf 'a b c\nd e f\n' | while read x y; do echo "$x-$y"; done
                echo "one:two:three" | { IFS=: read a b c; echo $a $b $c; }
                printf 'no newline' | { read l; echo "$? $l"; }
                printf 'back\\slash\n' | { read l; echo "$l"; }; printf 'back\\slash\n' | { read -r l; echo "$l"; }
                printf '  trim me  \n' | { read l; echo "[$l]"; }; printf '  keep  \n' | { IFS= read -r l; echo "[$l]"; }
                echo abc | read v; echo "[$v]"
                """##,
                ##"""
                a-b c
                d-e f
                one two three
                1 no newline
                backslash
                back\slash
                [trim me]
                [  keep  ]
                []

                """##
            ),
            (
                ##"""
                printf 'abcdef' | { read -n 3 x; echo $x; }; printf 'a,b;c' | { read -d ';' x; echo "$x"; }; read -p "prompt" x < /dev/null; echo "$? [$x]"
                n=0; while IFS=, read -r name age; do n=$((n+age)); echo "$name is $age"; done << EOF
                bob,30
                alice,25
                EOF
                echo $n
                """##,
                ##"""
                abc
                a,b
                1 []
                bob is 30
                alice is 25
                55

                """##
            ),
            (
                ##"""
                cat <<< "hello $((2*3))"; read a b <<< "x y z"; echo "$a|$b"; wc -c <<< abc; tr a-z A-Z <<<shout
                """##,
                ##"""
                hello 6
                x|y z
                4
                SHOUT

                """##
            ),
        ] as [(String, String)])
    func `runs here documents and reading`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
