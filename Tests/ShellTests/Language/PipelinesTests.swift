import Testing

struct PipelinesTests {
    @Test(arguments: [
        ("echo a | (cat; echo b) | { cat; echo c; }", "a\nb\nc\n"),
        ("seq 5 | while read n; do [ $n = 3 ] && break; echo $n; done", "1\n2\n"),
        ("yes | head -3; seq 1000000 | head -2; yes n | head -n 2 | cat -n", "y\ny\ny\n1\n2\n     1\tn\n     2\tn\n"),
        ("true | false; echo $?; false | true; echo $?; ! true; echo $?; ! false | true; echo $?", "1\n0\n1\n1\n"),
        ("set -o pipefail; false | true; echo $?; (exit 3) | (exit 4) | true; echo $?", "1\n4\n"),
        ("true | false | true; echo ${PIPESTATUS[@]}; false; echo $PIPESTATUS", "0 1 0\n1\n"),
        ("x=1; echo 2 | read x; echo $x; echo a | { read y; echo $y; }", "1\na\n"),
        ("while :; do echo loop; done | head -n 2", "loop\nloop\n"),
        ("echo a |\n  cat |& cat", "a\n"),
        ("ls nofile |& wc -l", "1\n"),
    ])
    func `joins commands`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
