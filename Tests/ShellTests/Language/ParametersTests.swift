import Testing

struct ParametersTests {
    @Test(arguments: [
        ("x=; echo ${x:-d} ${x-d} ${y-e} ${y:=f} $y ${x:+a} ${y:+b} ${#y}", "d e f f b 1\n"),
        (
            #"f() { echo "$# $*"; }; x=; f ${x:-"a b"}; f "${x:-a b}"; f ${x:-a b}; f ${x:+a b}; f ${y-}"#,
            "1 a b\n1 a b\n2 a b\n0 \n0 \n"
        ),
        (#"echo "${x?no x}"; echo never"#, "bash: line 1: x: no x\n"),
        ("echo ${x:?}; echo never", "bash: line 1: x: parameter null or not set\n"),
        ("echo ${z:-$(echo sub)} ${z:-${y:-deep}}", "sub deep\n"),
        (#"echo "${z:-it's}" ${z:-'single'}"#, "bash: line 1: unexpected EOF while looking for matching `''\n"),
    ])
    func `substitutes defaults`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            "p=/usr/local/lib/file.tar.gz; echo ${p##*/} ${p#*/} ${p%.*} ${p%%.*}",
            "file.tar.gz usr/local/lib/file.tar.gz /usr/local/lib/file.tar /usr/local/lib/file\n"
        ),
        (
            #"p=/usr/local/lib/file.tar.gz; echo ${p/local/LOCAL} ${p//l/L} ${p/#\/usr/U} ${p/%gz/GZ} ${p//\//-}"#,
            #"""
            /usr/LOCAL/lib/file.tar.gz /usr/LocaL/Lib/fiLe.tar.gz U/local/lib/file.tar.gz \#
            /usr/local/lib/file.tar.GZ -usr-local-lib-file.tar.gz

            """#
        ),
        ("p=abcdef; echo ${p:2} ${p:2:2} ${p: -3} ${p: -3:1} ${p:0:-1} ${#p}", "cdef cd def d abcde 6\n"),
        ("p=aBc; echo ${p^^} ${p^} ${p,,} ${p,} ${p^^[a]}", "ABC ABc abc aBc ABc\n"),
        ("x=1.2.3; echo ${x%.*} ${x##*.} ${x//./ } ${x//.}", "1.2 3 1 2 3 123\n"),
        (#"x='a b c'; echo ${x// /_} "${x/b/*}""#, "a_b_c a * c\n"),
        ("img=nginx:1.25; echo ${img%%:*} ${img##*:}", "nginx 1.25\n"),
        ("v='日本語'; echo ${#v} ${v:1:1} ${v%語}", "3 本 日本\n"),
        (#"v=abc; n=v; echo ${!n}; echo ${v@Q}; echo "${!v*}""#, "abc\n'abc'\nv\n"),
    ])
    func `cuts and replaces`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            #"""
            set -- a "b c" d; echo $# "$@" "$*" $*; for i in "$@"; do echo "<$i>"; done; for i in $*; do \#
            echo "<$i>"; done; for i; do echo "[$i]"; done
            """#,
            "3 a b c d a b c d a b c d\n<a>\n<b c>\n<d>\n<a>\n<b>\n<c>\n<d>\n[a]\n[b c]\n[d]\n"
        ),
        (#"set -- a "b c" d; IFS=,; echo "$*"; set -- "${@:2}"; echo $#; shift; echo "$1""#, "a,b c,d\n2\nd\n"),
        (#"set -- 1 2 3 4 5 6 7 8 9 10 11; echo $10 ${10} ${11} ${@:10} "${@: -1}""#, "10 10 11 10 11 11\n"),
        (
            #"f() { echo "$# $*"; }; f "$@"; f ""; f "$*"; f $*; f "" ""; x=; f $x; f "$x"; f $x$x"#,
            "0 \n1 \n1 \n0 \n2  \n0 \n1 \n0 \n"
        ),
        ("false; echo $?; true; echo $?; (exit 7); echo $?", "1\n0\n7\n"),
        ("sh -c 'echo $0 $1 $#' name a b", "name a 2\n"),
        ("echo $-; set -e; echo $-", "hBs\nehBs\n"),
    ])
    func `knows positional and special ones`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            "a=(one two three); echo ${a[0]} ${a[@]} ${#a[@]} ${a[-1]} ${!a[@]} $a",
            "one one two three 3 three 0 1 2 one\n"
        ),
        (
            #"a=(one two); a+=(three); a[5]=six; echo ${a[@]} ${#a[@]} "${!a[@]}"; unset 'a[1]'; echo "${a[@]}""#,
            "one two three six 4 0 1 2 5\none three six\n"
        ),
        (
            #"""
            a=(a "b c"); for i in "${a[@]}"; do echo "<$i>"; done; for i in ${a[@]}; do echo "[$i]"; done; \#
            echo "${a[*]}"
            """#,
            "<a>\n<b c>\n[a]\n[b]\n[c]\na b c\n"
        ),
        (#"a=(1 2 3 4); echo "${a[@]:1:2}" ${a[@]:2} ${#a[0]} $((a[1]+a[2]))"#, "2 3 3 4 1 5\n"),
        ("declare -A m; m[x]=1; m[y]=2; echo ${m[x]} ${m[y]} ${#m[@]}; m=([k]=v); echo ${m[k]}", "1 2 2\nv\n"),
        (
            #"x=(1 2 3); for i in ${!x[@]}; do echo "$i=${x[i]}"; done; y=("${x[@]/#/p}"); echo "${y[@]}""#,
            "0=1\n1=2\n2=3\np1 p2 p3\n"
        ),
        (#"a=($(printf 'x\ny\n')); echo ${#a[@]}; a=(*.none); echo ${a[0]}"#, "2\n*.none\n"),
        (#"mapfile -t lines < <(printf 'x\ny\n'); echo "${#lines[@]} ${lines[1]}""#, "2 y\n"),
    ])
    func `has arrays`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
