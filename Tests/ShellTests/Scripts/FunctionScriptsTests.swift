import Testing

/// Recorded from bash 5.2 with the GNU tools, in an empty folder.
struct FunctionScriptsTests {
    @Test(
        arguments: [
            (
                ##"""
                f() { echo "f got $# args: $*"; return 3; }
                f a "b c"; echo $?
                g() { local x=1; y=2; echo $x; }; x=0; g; echo $x $y
                function h { echo h $FUNCNAME; }; h
                rec() { [ $1 -le 1 ] && { echo 1; return; }; echo $(( $1 * $(rec $(($1-1))) )); }; rec 10
                nofunc; echo $?
                unset -f f; f; echo $?
                """##,
                ##"""
                f got 2 args: a b c
                3
                1
                0 2
                h h
                3628800
                bash: line 6: nofunc: command not found
                127
                bash: line 7: f: command not found
                127

                """##
            ),
            (
                ##"""
                outer() { inner() { echo inner; }; inner; }; outer; inner; f() { return; }; false; f; echo $?; g() { echo "$1"; shift; [ $# -gt 0 ] && g "$@"; }; g a b c; h() { local IFS=,; echo "$*"; }; h 1 2 3; k() ( x=sub; echo $x ); x=1; k; echo $x; usage() { echo "Usage: $0 <x>" >&2; exit 1; }; (usage); echo $?; l() { echo "args: $# / $@"; }; l; l "a b" c; m() { cat; }; echo piped | m; n() { echo out; echo err >&2; } ; n 2>/dev/null; n > /dev/null; return 5; echo $?; f1() { f2; }; f2() { echo "${FUNCNAME[@]}"; }; f1
                """##,
                ##"""
                inner
                inner
                1
                a
                b
                c
                1,2,3
                sub
                1
                Usage: bash <x>
                1
                args: 0 / 
                args: 2 / a b c
                piped
                out
                err
                bash: line 1: return: can only `return' from a function or sourced script
                2
                f2 f1

                """##
            ),
            (
                ##"""
                echo 'v=5; echo sourced $1' > lib.sh; . ./lib.sh arg; echo $v; source lib.sh; . nofile; echo $?; source; echo $?
                """##,
                ##"""
                sourced arg
                5
                sourced
                bash: line 1: nofile: No such file or directory
                1
                bash: line 1: source: filename argument required
                source: usage: source filename [arguments]
                2

                """##
            ),
            (
                ##"""
                cat > s.sh <<'EOF'
                #!/bin/sh
                echo "script $0 $# $1"
                exit 2
                EOF
                chmod +x s.sh; ./s.sh a b; echo $?; sh s.sh x; bash ./s.sh; . ./s.sh; echo not reached
                """##,
                ##"""
                script ./s.sh 2 a
                2
                script s.sh 1 x
                script ./s.sh 0 
                script bash 0 

                """##
            ),
            (
                ##"""
                echo "a$(echo b; echo c)d"; x=$(printf 'l1\nl2\n\n'); echo "$x"; echo $x; echo "$(echo "nested $(echo "deep")")"; y=`echo \`echo tick\``; echo $y; z=$(false); echo $?; local v=1; echo "$(cat <<EOF
                doc
                EOF
                )"; echo $(( $(echo 3) + 4 )); files=$(ls); echo "[$files]"; echo "$(exit 5)"; echo $?; n=$(wc -l < /dev/null); echo $n
                """##,
                ##"""
                ab
                cd
                l1
                l2
                l1 l2
                nested deep
                tick
                1
                bash: line 1: local: can only be used in a function
                doc
                7
                []

                0
                0

                """##
            ),
            (
                ##"""
                x='echo "a  b"'; eval $x; eval "$x"; cmd=ls; $cmd /nonexistent; a=b; eval "$a=5"; echo $b; eval "echo \$$a"; v=HOME; echo ${!v}; eval ''; echo $?; eval exit 3
                """##,
                ##"""
                a b
                a  b
                ls: cannot access '/nonexistent': No such file or directory
                5
                5
                /root
                0

                """##
            ),
        ] as [(String, String)])
    func `runs functions and sources`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
