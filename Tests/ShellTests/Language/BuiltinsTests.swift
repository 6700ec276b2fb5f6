import Testing

struct BuiltinsTests {
    @Test(arguments: [
        (
            #"""
            printf '%s\n' a b c; printf '%s-%s\n' a b c; printf 'no newline'; echo; printf '%s'; echo; \#
            printf '%%\n'
            """#,
            "a\nb\nc\na-b\nc-\nno newline\n\n%\n"
        ),
        (
            #"""
            printf '%d %5d|%-5d|%05d|%+d|% d\n' 1 2 3 4 5 6; printf '%x %X %o %c %#x\n' 255 255 8 abc 255; \#
            printf '%i\n' 0x10 010
            """#,
            "1     2|3    |00004|+5| 6\nff FF 10 a 0xff\n16\n8\n"
        ),
        (
            #"printf '%.2f %e %g %8.3f|\n' 3.14159 1234.5 0.0001 2.5; printf '%5s|%-5s|%.2s|%*s\n' ab ab abc 4 x"#,
            "3.14 1.234500e+03 0.0001    2.500|\n   ab|ab   |ab|   x\n"
        ),
        (
            #"""
            printf '%b' 'a\tb\n'; printf '%q\n' "a b" "it's" ''; printf "%d\n" abc; printf \#
            "a\tb\x41\101\n"; printf -v x '%03d' 7; echo $x
            """#,
            "a\tb\na\\ b\nit\\'s\n''\nbash: line 1: printf: abc: invalid number\n0\na\tbAA\n007\n"
        ),
        (
            #"""
            echo -e 'a\nb\tc\\d'; echo -n x; echo; echo -E 'a\nb'; echo -ne 'q\n'; echo - -- -x; echo \#
            "a\nb"; echo -e 'a\cb'; echo
            """#,
            "a\nb\tc\\d\nx\na\\nb\nq\n- -- -x\na\\nb\na\n"
        ),
        ("printf; echo $?", "printf: usage: printf [-v var] format [arguments]\n2\n"),
    ])
    func `print`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            #"""
            echo 'a b c' | { read x y; echo "$x|$y"; }; printf 'a:b:c\n' | while IFS=: read x y; do echo \#
            "$x|$y"; done
            """#,
            "a|b c\na|b:c\n"
        ),
        (
            #"echo 'back\slash' | { read l; echo "$l"; }; echo 'back\slash' | { read -r l; echo "$l"; }"#,
            "backslash\nback\\slash\n"
        ),
        (
            #"""
            read x <<< "  hello  world "; echo "[$x]"; IFS= read -r y <<< "  keep  "; echo "[$y]"; echo \#
            abc | { read -n 2 z; echo $z; }
            """#,
            "[hello  world]\n[  keep  ]\nab\n"
        ),
        (
            #"""
            read a < /dev/null; echo $?; printf 'no end' | { read a; echo "$? $a"; }; printf 'x\0y' | { \#
            read -d '' z; echo $z; }
            """#,
            "1\n1 no end\nx\n"
        ),
        (
            #"read -a arr <<< 'x y z'; echo ${arr[1]} ${#arr[@]}; read <<< 'reply here'; echo "$REPLY""#,
            "y 3\nreply here\n"
        ),
        (
            #"printf '1\n2\n3\n' | { read a; read b; cat; echo "$a $b"; }; read 1x; echo $?; read -z; echo $?"#,
            #"""
            3
            1 2
            bash: line 1: read: `1x': not a valid identifier
            1
            bash: line 1: read: -z: invalid option
            read: usage: read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] \#
            [-t timeout] [-u fd] [name ...]
            2

            """#
        ),
    ])
    func `read`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            "mkdir -p d/e; cd d/e; pwd; cd ..; pwd; cd - ; cd; pwd; cd /tmp; cd /; pwd; echo $OLDPWD",
            "/w/d/e\n/w/d\n/w/d/e\n/root\n/\n/tmp\n"
        ),
        (
            #"""
            cd /nope; echo $?; cd a b; echo $?; touch f; cd f; echo $?; cd ''; echo $?; HOME=; unset \#
            OLDPWD; cd -; echo $?
            """#,
            #"""
            bash: line 1: cd: /nope: No such file or directory
            1
            bash: line 1: cd: too many arguments
            1
            bash: line 1: cd: f: Not a directory
            1
            0
            bash: line 1: cd: OLDPWD not set
            1

            """#
        ),
    ])
    func `move through folders`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            #"""
            type cd; type if; f() { :; }; type -t f; type -t ls; type -t if; command -v echo; command -v \#
            nosuch; echo $?; type nosuch
            """#,
            #"""
            cd is a shell builtin
            if is a shell keyword
            function
            file
            keyword
            echo
            1
            bash: line 1: type: nosuch: not found

            """#
        ),
        (
            "command -V cd; command echo via; builtin echo bi; builtin nosuch; echo $?; hash -r; command",
            "cd is a shell builtin\nvia\nbi\nbash: line 1: builtin: nosuch: not a shell builtin\n1\n"
        ),
        (
            "alias; alias x='echo y'; alias x; alias zz; unalias zz; unalias x; echo $?",
            "alias x='echo y'\nbash: line 1: alias: zz: not found\nbash: line 1: unalias: zz: not found\n0\n"
        ),
    ])
    func `tell about commands`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("set -u; echo ${z:-ok}; echo $z; echo never", "ok\nbash: line 1: z: unbound variable\n"),
        (
            #"""
            set -e; false || true; if false; then :; fi; ! true; echo still; (false) || echo caught; \#
            false; echo never
            """#,
            "still\ncaught\n"
        ),
        ("set -e; f() { false; echo in; }; f || echo no; f; echo never", "in\n"),
        (
            #"set -x; x=1; echo "a b" $x; [ $x = 1 ] && echo y"#,
            "+ x=1\n+ echo 'a b' 1\na b 1\n+ '[' 1 = 1 ']'\n+ echo y\ny\n"
        ),
        (
            "set -x; for i in 1 2; do echo $i; done; case a in a) echo c;; esac",
            "+ for i in 1 2\n+ echo 1\n1\n+ for i in 1 2\n+ echo 2\n2\n+ case a in\n+ echo c\nc\n"
        ),
        (
            "set -- a b; set -e -- c; echo $1; set -o foo; set -q; echo unreached",
            "c\nbash: line 1: set: foo: invalid option name\n"
        ),
        (
            #"set -eu; set +e; false; set +u; echo "[$z]"; set -o | head -n 2 > /dev/null; shopt -s nullglob; echo $?"#,
            "[]\n0\n"
        ),
        (
            #"""
            umask; umask 077; umask; ulimit -n > /dev/null; shift 3; echo $?; set -- a b; shift; echo $1; \#
            shift a; echo $?
            """#,
            "0022\n0077\n1\nb\nbash: line 1: shift: a: numeric argument required\n1\n"
        ),
    ])
    func `set options`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            #"""
            getit() { while getopts "ab:c" o; do case $o in a) echo A;; b) echo "B=$OPTARG";; c) echo C;; \#
            ?) echo bad;; esac; done; shift $((OPTIND-1)); echo rest "$@"; }; getit -a -b val -c x y; \#
            OPTIND=1; getit -ab v z; OPTIND=1; getit -q
            """#,
            "A\nB=val\nC\nrest x y\nA\nB=v\nrest z\nbash: illegal option -- q\nbad\nrest\n"
        ),
        (#"while getopts :x: o -x 1 -y -x; do echo "$o $OPTARG"; done"#, "x 1\n? y\n: x\n"),
    ])
    func `parse options`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            #"""
            eval 'echo a; echo b'; x='$y'; y=7; eval echo $x; cmd="echo hi"; $cmd there; eval "fi"; echo \#
            $?; eval 'if'; echo $?
            """#,
            #"""
            a
            b
            7
            hi there
            bash: eval: line 1: syntax error near unexpected token `fi'
            bash: eval: line 1: `fi'
            2
            bash: eval: line 2: syntax error: unexpected end of file
            2

            """#
        ),
        (
            #"""
            echo 'echo sourced $1; v=3' > s.sh; . ./s.sh arg; echo $v; source ./s.sh; echo 'return 4' > \#
            r.sh; . ./r.sh; echo $?; . ./nofile; echo $?; . ; echo $?
            """#,
            #"""
            sourced arg
            3
            sourced
            4
            bash: line 1: ./nofile: No such file or directory
            1
            bash: line 1: .: filename argument required
            .: usage: . filename [arguments]
            2

            """#
        ),
        (
            #"""
            echo 'exit 4' > t.sh; bash t.sh; echo $?; chmod +x t.sh; ./t.sh; echo $?; printf \#
            '#!/bin/sh\necho "$0 $@"\n' > u.sh; chmod +x u.sh; ./u.sh a b; echo 'nosuch' > v.sh; bash v.sh
            """#,
            "4\n4\n./u.sh a b\nv.sh: line 1: nosuch: command not found\n"
        ),
        (
            #"""
            bash -c 'exit 5'; echo $?; bash -c 'echo "$@"' _ 1 2; echo 'echo stdin' | bash; bash -x -c \#
            'echo hi'; bash -e -c 'false; echo no'; echo $?; bash nofile; echo $?
            """#,
            "5\n1 2\nstdin\n+ echo hi\nhi\n1\nbash: nofile: No such file or directory\n127\n"
        ),
        (
            #"printf 'read x\necho "got $x"\nline\n' | bash; exec echo replaced; echo not reached"#,
            "bash: line 2: line: command not found\nreplaced\n"
        ),
        (
            "foo; echo $?; ./nofile; echo $?; /tmp; echo $?; touch f; ./f; echo $?",
            #"""
            bash: line 1: foo: command not found
            127
            bash: line 1: ./nofile: No such file or directory
            127
            bash: line 1: /tmp: Is a directory
            126
            bash: line 1: ./f: Permission denied
            126

            """#
        ),
    ])
    func `run text`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
