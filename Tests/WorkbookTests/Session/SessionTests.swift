import Documents
import KubeModel
import Shell
import Simulation
import Synchronization
import Testing

@testable import Workbook

/// A learner's lines, one after the other.
struct SessionTests {
    @Test func `undo and redo take the cluster along`() throws {
        var session = try freeSession()
        _ = session.run("kubectl create namespace one")
        #expect(session.view.objects(of: .namespaces, in: nil).map(\.name).contains("one"))
        #expect(session.run("undo").page.plainText == "undone: kubectl create namespace one\n")
        #expect(!session.view.objects(of: .namespaces, in: nil).map(\.name).contains("one"))
        _ = session.run("redo")
        #expect(session.view.objects(of: .namespaces, in: nil).map(\.name).contains("one"))
    }

    @Test(arguments: [("kubctl get pods", "kubectl"), ("hlep", "help"), ("chekc", "check")])
    func `knows what a wrong word was meant to be`(typed: String, meant: String) throws {
        var session = try freeSession()
        #expect(session.run(typed).page.plainText == "→ did you mean \(meant)?\n")
    }

    @Test(arguments: [
        (
            "nano web.yaml",
            "→ nano does not run here: your files lie in /home/me/work. Change them there with any editor, or use kubectl edit."
        ),
        (
            "kubectl version --client | less",
            "→ less is not needed here: print the text itself, with cat or without the pipe."
        ),
        ("sudo kubectl get pods", "→ sudo is not needed here: type the command without it."),
        ("get\u{3000}pods", "→ the line has a full-width space (U+3000): type an ordinary space in its place."),
    ])
    func `says what to do instead of a program of the machine`(typed: String, text: String) throws {
        var session = try freeSession()
        session.folderOnDisk = "/home/me/work"
        #expect(session.run(typed).page.plainText == text + "\n")
    }

    @Test func `keeps the learner's own files at reset`() throws {
        var session = try freeSession()
        _ = session.run("mkdir notes; echo mine > notes/a.txt; kubectl create namespace one")
        let page = session.run("reset").page
        #expect(page.plainText == "A new cluster; your files stay. undo brings the old one back.\n")
        #expect(try session.lab.host.files.read("\(Session.workFolder)/notes/a.txt") == Array("mine\n".utf8))
        #expect(!session.view.objects(of: .namespaces, in: nil).map(\.name).contains("one"))
    }

    @Test func `leaves at exit, and the shell lives on for the next line`() throws {
        var session = try freeSession()
        #expect(session.run("exit 3").request == .quit)
        #expect(session.run("kubectl create namespace later").exceeded == nil)
        #expect(session.view.objects(of: .namespaces, in: nil).map(\.name).contains("later"))
    }

    @Test(arguments: [
        ("while true; do :; done", "it ran too many steps without an end"),
        ("f() { f; }; f", "it called itself too deeply"),
        ("while true; do sleep 0.01; done", "it ran kubectl or waited too often without an end"),
        (
            "while true; do kubectl version --client >/dev/null; done",
            "it ran kubectl or waited too often without an end"
        ),
    ])
    func `stops what never ends`(line: String, reason: String) throws {
        var session = try freeSession()
        session.lab.stepsMax = 20_000
        session.lab.shell.limits.turns = 60
        let turn = session.run(line)
        #expect(turn.page.plainText == "The command was stopped: \(reason). Type undo to go back.\n")
        #expect(turn.exceeded == reason)
        #expect(session.run("kubectl create namespace later").exceeded == nil)
        #expect(session.view.objects(of: .namespaces, in: nil).map(\.name).contains("later"))
    }

    @Test func `stops a cluster that fills up`() throws {
        var session = try freeSession()
        session.lab.host.cluster.budget.objects = 500
        _ = session.run("kubectl create deployment big --image=nginx --replicas=1000000000")
        let turn = session.run("sleep 60")
        #expect(turn.exceeded?.hasPrefix("the cluster did not come to rest; still moving: ") == true)
        #expect(session.run("undo").exceeded == nil)
    }

    @Test func `does an edit again without an editor`() throws {
        var session = try freeSession()
        _ = session.run("kubectl create configmap a --from-literal=key=old")
        let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: default}\ndata: {key: new}\n"
        let entry = JournalEntry(time: session.now, text: "kubectl edit configmap a")
        session.replay([entry] + Aftermath(edits: [Array(text.utf8)]).entries(at: session.now))
        let object = session.view.objects(of: .configMaps, in: "default").first { $0.name == "a" }
        #expect(object?["data"]?["key"] == "new")
    }

    @Test(arguments: [
        ("timeout 5 kubectl get cm -w --no-headers | wc -l; echo $PIPESTATUS", "1\n124\n"),
        ("kubectl get cm -w --no-headers > seen & sleep 1; kill $!; wc -l < seen", "1\n"),
    ])
    func `a watch ends when it is told to, and in the background stands in nobody's way`(line: String, text: String)
        throws
    {
        var session = try freeSession()
        #expect(session.run(line).exceeded == nil)
        #expect(session.recorder.text == text)
        _ = session.run("echo next")
        #expect(session.recorder.text == "next\n")
    }

    /// The terminal was closed while it watched; a watch that came to its end says so in the journal.
    @Test(arguments: [(false, "2026-01-05T09:00:00Z"), (true, "2026-01-05T09:01:00Z")])
    func `does not watch again what was never seen to end`(isEnded: Bool, time: String) throws {
        var session = try freeSession()
        let entry = JournalEntry(time: session.now, text: "kubectl get pods -w --request-timeout=60s")
        session.replay([entry] + Aftermath(hasFollowed: isEnded).entries(at: session.now))
        #expect(session.now.rfc3339 == time)
    }

    /// Ctrl-C before the third turn of the shell, and what the journal makes of it.
    @Test func `does an interrupted loop again as far as it went`() throws {
        let looks = Mutex(0)
        var session = try freeSession()
        session.lab.host.settings.pacing = .jump(isInterrupted: {
            looks.withLock { looks in
                looks += 1
                return looks == 3
            }
        })
        let line = "i=0; while true; do i=$((i+1)); kubectl create namespace n$i; sleep 1; done"
        let entry = JournalEntry(time: session.now, text: line)
        _ = session.run(entry)
        let aftermath = Aftermath(interruption: Interruption(time: session.now, turn: session.lab.turns))
        var replayed = try freeSession()
        replayed.replay([entry] + aftermath.entries(at: session.now))
        let names = session.view.objects(of: .namespaces, in: nil).map(\.name)
        #expect(names.filter { $0.hasPrefix("n") } == ["n1", "n2"])
        #expect(replayed.view.objects(of: .namespaces, in: nil).map(\.name) == names)
        #expect(replayed.now == session.now)
    }

    @Test func `texts of objects move no cursor at the prompt, and pass a pipe as they are`() throws {
        var session = try freeSession()
        session.lab.host.settings.isInteractive = true
        _ = session.run(#"kubectl create configmap ctl --from-literal=a=$'\e[31mred\a'"#)
        _ = session.run("kubectl get configmap ctl -o jsonpath={.data.a}")
        #expect(session.recorder.text == "[31mred")
        _ = session.run("kubectl get configmap ctl -o jsonpath={.data.a} | wc -c")
        #expect(session.recorder.text == "9\n")
    }

    @Test(arguments: [
        ("undo 3", #"undo stands alone on its line, without "3"."#),
        ("goal | head", #"goal stands alone on its line, without "| head"."#),
        ("ls; check", "→ check is a word of the workbook: it stands alone on its line."),
    ])
    func `says that its own words stand alone`(line: String, text: String) throws {
        var session = try freeSession()
        #expect(session.run(line).page.plainText == text + "\n")
    }
}
