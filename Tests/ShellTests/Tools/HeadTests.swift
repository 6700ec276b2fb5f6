import Testing

struct HeadTests {
    @Test(arguments: [
        ("seq 20 | head", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"),
        ("seq 20 | head -n 3", "1\n2\n3\n"),
        ("seq 20 | head -3", "1\n2\n3\n"),
        ("seq 20 | head -c 5", "1\n2\n3"),
        ("seq 5 | head -n -2", "1\n2\n3\n"),
        ("seq 5 | head -c -4", "1\n2\n3\n"),
        ("seq 3 > f; seq 2 > g; head -n 1 f g", "==> f <==\n1\n\n==> g <==\n1\n"),
        ("seq 3 > f; head -q -n1 f f", "1\n1\n"),
        ("seq 3 > f; head -v -n1 f", "==> f <==\n1\n"),
        ("head nofile; echo $?", "head: cannot open 'nofile' for reading: No such file or directory\n1\n"),
        ("seq 3 | head -n x; echo $?", "head: invalid number of lines: ‘x’\n1\n"),
        ("seq 3 > f; head -n 1 < f", "1\n"),
        ("seq 5 > f; (head -n 2; echo --; cat) < f", "1\n2\n--\n3\n4\n5\n"),
        ("head -n 0 <<< a", ""),
        ("seq 100000 | head -n 1", "1\n"),
        ("yes | head -n 2", "y\ny\n"),
        ("head /tmp; echo $?", "head: error reading '/tmp': Is a directory\n1\n"),
    ])
    func `shows the first lines or bytes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
