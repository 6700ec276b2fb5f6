import Testing

struct ConditionsTests {
    @Test(arguments: [
        (
            #"""
            if [ a ]; then echo t; elif x; then echo e; else echo f; fi; if false; then :; elif true; then \#
            echo elif; fi
            """#,
            "t\nelif\n"
        ),
        ("if ! false; then echo notfalse; fi; if false; then echo; fi; echo $?", "notfalse\n0\n"),
        ("if true;then echo z;fi; if echo abc | grep -q b; then echo found; fi", "z\nfound\n"),
        (
            #"""
            test -d /tmp && echo dir; [ -z "" ] && echo empty; [ -n a ] && echo nonempty; [ ! -e nofile ] \#
            && echo missing
            """#,
            "dir\nempty\nnonempty\nmissing\n"
        ),
        (
            #"""
            [ a = a -a b = b ] && echo and; [ a = b -o b = b ] && echo or; [ ! a = b ] && echo not; [ '(' \#
            a = a ')' ] && echo paren
            """#,
            "and\nor\nnot\nparen\n"
        ),
        (
            "[ 3 -gt 2 ] && [ 3 -ge 3 ] && [ 1 -lt 2 ] && [ 1 -le 1 ] && [ 1 -eq 1 ] && [ 1 -ne 2 ] && echo numbers",
            "numbers\n"
        ),
        (
            #"""
            touch f; [ -f f ] && [ ! -s f ] && [ ! -x f ] && [ -r f ] && echo file; echo x > f; [ -s f ] \#
            && echo sized
            """#,
            "file\nsized\n"
        ),
        (
            "[ 1 -eq x ]; echo $?; [ a b ]; echo $?; [ ; echo $?; [ a = ]; echo $?; test; echo $?",
            #"""
            bash: line 1: [: x: integer expression expected
            2
            bash: line 1: [: a: unary operator expected
            2
            bash: line 1: [: missing `]'
            2
            bash: line 1: [: a: unary operator expected
            2
            1

            """#
        ),
        (
            "[ a b c ]; echo $?; [ 1 -gt ]; echo $?; [ -f ]; echo $?; [ a = b c d e ]; echo $?",
            #"""
            bash: line 1: [: b: binary operator expected
            2
            bash: line 1: [: 1: unary operator expected
            2
            0
            bash: line 1: [: too many arguments
            2

            """#
        ),
    ])
    func `tests`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            #"[[ a == a* ]] && echo glob; [[ "a*" == "a*" ]] && echo lit; [[ ab == "a*" ]] || echo quoted"#,
            "glob\nlit\nquoted\n"
        ),
        (#"[[ abc =~ ^a(.)c$ ]] && echo "${BASH_REMATCH[1]}" "${BASH_REMATCH[0]}""#, "b abc\n"),
        (
            #"""
            [[ 1 -lt 2 && -n x ]] && echo both; [[ a < b ]] && echo less; [[ ! -e /nope ]] && echo nope; \#
            [[ -z $unset ]] && echo unset
            """#,
            "both\nless\nnope\nunset\n"
        ),
        (
            #"""
            [[ (1 -eq 1 && 2 -eq 3) || 4 -eq 4 ]] && echo paren; v="foo bar"; [[ $v == "foo bar" ]] && \#
            echo nosplit; [[ $v = foo* ]] && echo g
            """#,
            "paren\nnosplit\ng\n"
        ),
        (
            #"""
            re='^[0-9]+$'; [[ 42 =~ $re ]] && echo number; [[ 4x =~ $re ]] || echo none; [[ v1.2 =~ \#
            v([0-9]+)\.([0-9]+) ]] && echo ${BASH_REMATCH[1]}-${BASH_REMATCH[2]}
            """#,
            "number\nnone\n1-2\n"
        ),
        ("x=5; [[ x -eq 5 ]] && echo arith; [[ -v x ]] && echo set; [[ -v nox ]] || echo unset", "arith\nset\nunset\n"),
    ])
    func `tests in double brackets`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("case foo.txt in *.md) echo md;; *.txt|*.text) echo text;; esac", "text\n"),
        (
            #"case x in [a-c]) echo abc;; [!a-c]) echo other;; esac; case "a b" in "a b") echo quoted;; esac"#,
            "other\nquoted\n"
        ),
        (
            #"""
            case a in a) echo 1;& b) echo 2;; c) echo 3;; esac; case a in a) echo 1;;& [ab]) echo 2;; *) \#
            echo 3;; esac
            """#,
            "1\n2\n1\n2\n"
        ),
        (#"case z in a) echo a;; esac; echo $?; case "" in "") echo empty;; esac"#, "0\nempty\n"),
        (
            #"x='*'; case abc in "$x") echo lit;; $x) echo pat;; esac; case 7 in [0-9]) echo digit; esac"#,
            "pat\ndigit\n"
        ),
        ("case a in (a) echo paren;; esac", "paren\n"),
    ])
    func `chooses by patterns`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
