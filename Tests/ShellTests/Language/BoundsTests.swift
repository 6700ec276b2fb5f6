import Shell
import Testing

struct BoundsTests {
    @Test(arguments: [
        ("seq 100000 | wc -l", "100000\n"),
        ("seq 30000 | sort -rn | head -n 1", "30000\n"),
        ("x=$(seq 50000 | tail -n 1); echo $x", "50000\n"),
        ("seq 20000 | tac | sed -n 1p", "20000\n"),
    ])
    func `a command that needs all of its input takes more than a pipe holds`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("x=abcdefgh; while true; do x=$x$x; done", ShellLimit.memoryBytes),
        ("a=(1 2); while true; do a=(\"${a[@]}\" \"${a[@]}\"); done", .memoryBytes),
        ("echo {1..1000000000}", .memoryBytes),
        ("yes > /dev/null", .outputBytes),
        ("f() { f; }; f", .depth),
        ("while :; do :; done", .steps),
    ])
    func `ends what has no end`(script: String, limit: ShellLimit) {
        let limits = ShellLimits(steps: 20_000, outputBytes: 1 << 20, depth: 100, memoryBytes: 1 << 18)
        #expect(run(script, limits: limits).state == .limitExceeded(limit))
    }
}
