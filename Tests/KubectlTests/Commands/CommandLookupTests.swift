import KubeModel
import Testing

@testable import Kubectl

struct CommandLookupTests {
    @Test func `finds a command behind flags and between its words`() throws {
        let found = try CommandLookup.find(["-n", "dev", "rollout", "--context=eks", "undo", "deploy/web"])
        #expect(found.path == "kubectl rollout undo")
        #expect(found.rest == ["-n", "dev", "--context=eks", "deploy/web"])
    }

    @Test func `finds commands by other names`() throws {
        #expect(try CommandLookup.find(["create", "deploy", "web"]).path == "kubectl create deployment")
    }

    @Test(arguments: [("gte", ["get"]), ("delpoy", []), ("list", ["get"]), ("descr", ["describe"])])
    func `suggests what an unknown command may mean`(word: String, names: [String]) {
        do {
            _ = try CommandLookup.find([word])
            Issue.record("\(word) was found")
        } catch {
            guard case .unknownCommand(_, let suggestions) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(suggestions == names)
        }
    }

    /// Every command with its path.
    static var all: [(command: Command, path: String)] {
        func below(_ command: Command, _ path: String) -> [(Command, String)] {
            [(command, path)] + command.subcommands.flatMap { below($0, "\(path) \($0.name)") }
        }
        return below(.root, "kubectl").map { (command: $0, path: $1) }
    }

    @Test func `every command has help for itself and for each flag`() {
        for (command, path) in Self.all {
            let help = Help.text(of: command, path: path)
            #expect(help.contains(command.summary), "\(path)")
            #expect(help.contains("Usage:\n  \(path)"), "\(path)")
            for flag in command.flags where !flag.isHidden {
                #expect(help.contains("--\(flag.name)="), "\(path) --\(flag.name)")
                #expect(!flag.help.isEmpty, "\(path) --\(flag.name)")
            }
        }
    }

    @Test func `no command has two flags of one name`() {
        for (command, path) in Self.all {
            let flags = command.flags  // one of these may hide a global flag of its name
            let names = flags.map(\.name)
            #expect(
                Set(names).count == names.count,
                "\(path): \(names.filter { name in names.filter { $0 == name }.count > 1 })")
            let letters = flags.compactMap(\.shorthand)
            #expect(Set(letters).count == letters.count, "\(path): \(letters)")
        }
    }

    @Test func `completion offers every command and flag`() {
        for (command, path) in Self.all {
            let words = path.split(separator: " ").dropFirst().map(String.init)
            let flags = Completion.candidates(after: words, last: "-", resources: .builtIn, configuration: .eks)
            #expect(flags == .words(Completion.flagWords(command.allFlags)), "\(path)")
            guard !command.subcommands.isEmpty else { continue }
            let names = command.subcommands.filter { !$0.isHidden }.map(\.name).sorted()
            #expect(
                Completion.candidates(after: words, last: "", resources: .builtIn, configuration: .eks)
                    == .words(names), "\(path)")
        }
    }

    @Test(arguments: [
        (["get", "pods"], "", Completion.Candidates.names(of: "pods")),
        (["get", "deploy"], "", .names(of: "deployments.apps")),
        (["describe"], "pod/", .names(of: "pods")),
        (["logs"], "", .names(of: "pods")),
        (["get", "pods", "-n"], "", .names(of: "namespaces")),
        (["get", "pods", "-o"], "", .words(OutputFormat.tableFormats)),
        (["apply", "-f"], "", .files),
        (["config", "use-context"], "", .words(["eks"])),
    ])
    func `completion knows what may follow`(words: [String], last: String, candidates: Completion.Candidates) {
        #expect(Completion.candidates(after: words, last: last, resources: .builtIn, configuration: .eks) == candidates)
    }
}
