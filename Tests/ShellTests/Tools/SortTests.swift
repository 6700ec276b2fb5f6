import Testing

struct SortTests {
    @Test(arguments: [
        (#"printf 'b\na\nB\nA\n' | sort"#, "A\nB\na\nb\n"),
        (#"printf 'b\na\n' | sort -r"#, "b\na\n"),
        (#"printf '10\n9\n1\n' | sort -n"#, "1\n9\n10\n"),
        (#"printf '10\n9\n-1\n' | sort -nr"#, "10\n9\n-1\n"),
        (#"printf 'b\na\nb\n' | sort -u"#, "a\nb\n"),
        (#"printf 'b\nA\na\n' | sort -f"#, "A\na\nb\n"),
        (#"printf '2K\n1M\n512\n' | sort -h"#, "512\n2K\n1M\n"),
        (#"printf 'v1.10\nv1.9\nv1.2\n' | sort -V"#, "v1.2\nv1.9\nv1.10\n"),
        (#"printf 'Feb\nJan\nDec\n' | sort -M"#, "Jan\nFeb\nDec\n"),
        (#"printf '1e3\n20\n' | sort -g"#, "20\n1e3\n"),
        (#"printf ' b\na\n' | sort -b"#, "a\n b\n"),
        (#"printf 'c\nb\n' > f; sort -o f f; cat f"#, "b\nc\n"),
        (#"printf 'b\na\n' > f; sort f - <<< c"#, "a\nb\nc\n"),
        (#"printf 'b\na' | sort"#, "a\nb\n"),
        (#"printf '3\n1\n2\n' | sort -c; echo $?"#, "sort: -:2: disorder: 1\n1\n"),
        (#"printf '1\n2\n' | sort -c; echo $?"#, "0\n"),
        ("sort nofile; echo $?", "sort: cannot read: nofile: No such file or directory\n2\n"),
    ])
    func `orders lines`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"printf 'a 3\nb 1\nc 2\n' | sort -k2"#, "b 1\nc 2\na 3\n"),
        (#"printf 'a 3\nb 10\nc 2\n' | sort -k2n"#, "c 2\na 3\nb 10\n"),
        (#"printf 'a 3\nb 10\nc 2\n' | sort -k 2,2 -n -r"#, "b 10\na 3\nc 2\n"),
        (#"printf 'a,3\nb,1\nc,20\n' | sort -t, -k2,2n"#, "b,1\na,3\nc,20\n"),
        (#"printf 'b 2\na 2\nc 1\n' | sort -k2,2n -k1,1r"#, "c 1\nb 2\na 2\n"),
        (#"printf 'x b\nx a\n' | sort -s -k1,1"#, "x b\nx a\n"),
        (#"printf 'ab2\naa1\n' | sort -k1.3"#, "aa1\nab2\n"),
        (#"printf 'k=2\nj=1\n' | sort -t= -k2"#, "j=1\nk=2\n"),
        (#"printf 'a:2\nb:1\na:1\n' | sort -t: -k1,1 -u"#, "a:2\nb:1\n"),
        ("sort -k0 /dev/null; echo $?", "sort: field number is zero: invalid field specification ‘0’\n2\n"),
        ("sort -t ab /dev/null; echo $?", "sort: multi-character tab ‘ab’\n2\n"),
        (
            "sort --nosuch; echo $?",
            "sort: unrecognized option '--nosuch'\nTry 'sort --help' for more information.\n2\n"
        ),
    ])
    func `orders by keys`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
