import Testing

@testable import LineEditing

struct CompletionTests {
    private func completion(_ replaced: Range<Int>, _ texts: String...) -> Completion {
        Completion(replaced: replaced, candidates: texts.map { Completion.Candidate($0) })
    }

    @Test(arguments: [
        ([], ""),
        (["pods"], "pods"),
        (["backend-app-1", "backend-app-service"], "backend-app-"),
        (["日本語", "日本酒"], "日本"),
        (["a", "b"], ""),
    ])
    func `finds the common beginning`(texts: [String], prefix: String) {
        #expect(Completion(replaced: 0..<0, candidates: texts.map { .init($0) }).commonPrefix == prefix)
    }

    @Test func `a single candidate is put in with what follows it`() {
        var key = TabKey()
        #expect(
            key.press(line: "get po", cursor: 6, completion: completion(4..<6, "pods"))
                == .replace(4..<6, with: "pods "))
    }

    @Test func `a folder is put in without a space`() {
        var key = TabKey()
        let folder = Completion(replaced: 4..<5, candidates: [.init("Manifests/", suffix: "")])
        #expect(key.press(line: "cat M", cursor: 5, completion: folder) == .replace(4..<5, with: "Manifests/"))
    }

    @Test func `the first Tab goes as far as it can and the second lists`() {
        var key = TabKey()
        let names = completion(4..<5, "backend-a", "backend-b")
        #expect(key.press(line: "get b", cursor: 5, completion: names) == .replace(4..<5, with: "backend-"))
        let rest = completion(4..<12, "backend-a", "backend-b")
        #expect(key.press(line: "get backend-", cursor: 12, completion: rest) == .list(["backend-a", "backend-b"]))
    }

    @Test func `a Tab that gains nothing beeps before the next one lists`() {
        var key = TabKey()
        let both = completion(0..<0, "get", "describe")
        #expect(key.press(line: "", cursor: 0, completion: both) == .beep)
        #expect(key.press(line: "", cursor: 0, completion: both) == .list(["get", "describe"]))
        #expect(key.press(line: "x", cursor: 1, completion: both) == .beep)
    }

    @Test func `nothing to offer beeps`() {
        var key = TabKey()
        #expect(key.press(line: "zz", cursor: 2, completion: .none(at: 2)) == .beep)
    }

    @Test(arguments: [
        ([], 20, []),
        (["a", "b", "c"], 20, ["a  b  c"]),
        (["alpha", "beta", "gamma", "delta", "eps"], 16, ["alpha  delta", "beta   eps", "gamma"]),
        (["日本語", "a"], 20, ["日本語  a"]),
        (["日本語", "a", "b"], 14, ["日本語  b", "a"]),
        (["longer-than-the-screen", "b"], 5, ["longer-than-the-screen", "b"]),
    ])
    func `lists in columns downwards`(labels: [String], width: Int, lines: [String]) {
        #expect(candidateColumns(labels, width: width) == lines)
    }

    @Test func `long lists say how much is left out`() {
        #expect(candidateColumns(["a", "b", "c"], width: 3, limit: 2) == ["a", "b", "... 1 more"])
    }

    @Test(arguments: [("abc", 3), ("日本", 4), ("ｶﾅ", 2), ("が", 2), ("か\u{3099}", 2), ("é", 1), ("", 0), ("\u{1B}", 0)])
    func `measures wide text`(text: String, width: Int) {
        #expect(displayWidth(text) == width)
    }
}
