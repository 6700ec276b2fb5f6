import Testing

struct DateTests {
    @Test(arguments: [
        ("date -u -d @0", "Thu Jan  1 00:00:00 UTC 1970\n"),
        ("date -u -d @1700000000 +%Y-%m-%dT%H:%M:%SZ", "2023-11-14T22:13:20Z\n"),
        (
            "date -u -d @1700000000 '+%a %A %b %B %e %j %I %p %y %u %w'",
            "Tue Tuesday Nov November 14 318 10 PM 23 2 2\n"
        ),
        ("date -u -d @1700000000 '+%F %T %D %R %s'", "2023-11-14 22:13:20 11/14/23 22:13 1700000000\n"),
        ("date -u -d @1700000000 -R", "Tue, 14 Nov 2023 22:13:20 +0000\n"),
        ("date -u -d @1700000000 -Iseconds", "2023-11-14T22:13:20+00:00\n"),
        ("date -u -d @1700000000 -I", "2023-11-14\n"),
        ("date -u -d '2024-02-29' +%j", "060\n"),
        ("date -u -d '2023-11-14 22:13:20' +%s", "1700000000\n"),
        ("date -u -d '2023-11-14T22:13:20Z' +%s", "1700000000\n"),
        ("date -u -d @5 '+%-d %_H %-M %k %l %N %% %Z %z'", "1  0 0  0 12 000000000 % UTC +0000\n"),
        ("date -d garbage; echo $?", "date: invalid date ‘garbage’\n1\n"),
        ("date foo; echo $?", "date: invalid date ‘foo’\n1\n"),
    ])
    func `writes moments of the clock`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
