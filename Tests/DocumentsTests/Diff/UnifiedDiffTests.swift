import Testing

@testable import Documents

/// Outputs of GNU diff 3.8 with `-u`, without the lines that name the files.
struct UnifiedDiffTests {
    @Test(arguments: [
        ("a\nb\n", "a\nb\n", ""),
        ("", "a\n", "@@ -0,0 +1 @@\n+a"),
        ("a\n", "", "@@ -1 +0,0 @@\n-a"),
        ("a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c"),
        ("b\n", "b", "@@ -1 +1 @@\n-b\n+b\n\\ No newline at end of file"),
        (
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "0\n2\n3\n4\n5\n6\n7\n8\n10\n",
            "@@ -1,4 +1,4 @@\n-1\n+0\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+10"
        ),
        (
            "1\n2\n3\n4\n5\n6\n7\n8\n", "0\n2\n3\n4\n5\n6\n7\n9\n",
            "@@ -1,8 +1,8 @@\n-1\n+0\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+9"
        ),
        // A repeated element is added below the one that it repeats.
        (
            "ports:\n- port: 80\n  protocol: TCP\nend\n",
            "ports:\n- port: 80\n  protocol: TCP\n- port: 81\n  protocol: TCP\nend\n",
            "@@ -1,4 +1,6 @@\n ports:\n - port: 80\n   protocol: TCP\n+- port: 81\n+  protocol: TCP\n end"
        ),
        // A deleted run goes down as far as it can.
        ("a\nb\na\nb\n", "a\nb\n", "@@ -1,4 +1,2 @@\n a\n b\n-a\n-b"),
        (
            "i\nh\ni\ni\nf\ni\ni\nb\ni\n", "i\nh\nix\ni\nf\ni\ni\n",
            "@@ -1,9 +1,7 @@\n i\n h\n-i\n+ix\n i\n f\n i\n i\n-b\n-i"
        ),
    ])
    func `prints what diff prints`(old: String, new: String, lines: String) {
        #expect(UnifiedDiff.lines(old, new).joined(separator: "\n") == lines)
    }

    @Test func `takes as much context as asked for`() {
        #expect(
            UnifiedDiff.lines("1\n2\n3\n4\n", "1\n2\nx\n4\n", context: 1) == [
                "@@ -2,3 +2,3 @@", " 2", "-3", "+x", " 4",
            ])
    }

    /// Texts of few different lines have many shortest scripts, and are the hardest for the search.
    @Test func `leads from the old text to the new one`() {
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<300 {
            let old = (0..<random(30)).map { _ in "\(random(4))\n" }
            let new = (0..<random(30)).map { _ in "\(random(4))\n" }
            let diff = UnifiedDiff.lines(old.joined(), new.joined(), context: 100).dropFirst()
            let kept = { (mark: Character) in
                diff.filter { $0.first == " " || $0.first == mark }.map { "\($0.dropFirst())\n" }
            }
            if old != new {
                #expect(kept("-") == old)
                #expect(kept("+") == new)
            }
        }
    }
}
