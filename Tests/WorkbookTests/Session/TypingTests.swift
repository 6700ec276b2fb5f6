import Documents
import KubeModel
import Shell
import Synchronization
import Testing

@testable import Workbook

/// Commands that read what a person types while they run, and the journal that types it again.
struct TypingTests {
    @Test func `a shell in a container takes one line after the other`() throws {
        var session = try freeSession()
        _ = session.run("kubectl run web --image=busybox -- sleep 1000")
        _ = session.run("kubectl wait --for=condition=Ready pod/web")
        let typed = session.run(
            "kubectl exec -it web -- sh",
            typing: [.line("cd /tmp"), .line("cat > note"), .line("kept"), .endOfInput, .line("exit 4")])
        #expect(typed.prompts == ["/ # ", "/tmp # ", "", "", "/tmp # "])
        #expect(session.lab.shell.status == 4)
        _ = session.run("kubectl exec web -- cat /tmp/note")
        #expect(session.recorder.text == "kept\n")
    }

    @Test func `Ctrl-C ends what a container's shell runs, and not the shell`() throws {
        var session = try freeSession()
        _ = session.run("kubectl run web --image=busybox -- sleep 1000")
        _ = session.run("kubectl wait --for=condition=Ready pod/web")
        let typed = session.run(
            "kubectl exec -it web -- sh", typing: [.line("cat"), .interrupted, .line("echo still here"), .endOfInput])
        #expect(typed.prompts == ["/ # ", "", "/ # ", "/ # "])
        #expect(session.recorder.text == "still here\n")
    }

    @Test func `a manifest is typed until Ctrl-D`() throws {
        var session = try freeSession()
        _ = session.run(
            "kubectl apply -f -",
            typing: [.line("apiVersion: v1"), .line("kind: Namespace"), .line("metadata: {name: typed}"), .endOfInput])
        #expect(session.recorder.text == "namespace/typed created\n")
    }

    @Test func `Ctrl-D ends one command of the line only`() throws {
        var session = try freeSession()
        _ = session.run("cat; read name; echo $name", typing: [.line("one"), .endOfInput, .line("two")])
        #expect(session.recorder.text == "one\ntwo\n")
    }

    @Test func `the journal types it again, at the same simulated times`() throws {
        let typings = [
            Typing(.line("date +%s > /tmp/at"), after: .seconds(7)),
            Typing(.line("a  b\t 終"), after: .milliseconds(10)),
            Typing(.interrupted), Typing(.endOfInput, after: .seconds(1)),
        ]
        let entry = JournalEntry(time: try freeSession().now, text: "cat > /tmp/all; cat /tmp/all")
        for typing in typings {
            #expect(TypingMark.typing(TypingMark.entry(typing, at: entry.time)) == typing)
        }
        var live = try freeSession()
        _ = live.run(entry.text, typing: [.line("x"), .endOfInput], after: .seconds(3))
        var replayed = try freeSession()
        let marks = [Typing(.line("x"), after: .seconds(3)), Typing(.endOfInput, after: .seconds(3))]
        replayed.replay([entry] + Aftermath(typings: marks).entries(at: entry.time))
        #expect(live.recorder.text == "x\n")
        #expect(replayed.recorder.text == "x\n")
        #expect(replayed.now == live.now)
    }
}

extension Session {
    /// Runs a line while somebody types; returns the prompts that were shown.
    fileprivate mutating func run(
        _ line: String, typing inputs: [KeyboardInput], after pause: Swift.Duration = .zero
    ) -> (turn: Turn, prompts: [String]) {
        let keyboard = TypedKeyboard(inputs)
        lab.host.settings.type = { prompt in keyboard.type(prompt, after: pause) }
        let turn = run(line)
        lab.host.settings.type = nil
        return (turn, keyboard.prompts)
    }
}

/// Gives inputs that were thought of before, and keeps the prompts.
private final class TypedKeyboard: Sendable {
    private let state: Mutex<(inputs: ArraySlice<KeyboardInput>, prompts: [String])>

    init(_ inputs: [KeyboardInput]) {
        state = Mutex((inputs[...], []))
    }

    var prompts: [String] { state.withLock { $0.prompts } }

    func type(_ prompt: String, after pause: Swift.Duration) -> Typing {
        state.withLock { state in
            state.prompts.append(prompt)
            return Typing(state.inputs.popFirst() ?? .endOfInput, after: pause)
        }
    }
}
