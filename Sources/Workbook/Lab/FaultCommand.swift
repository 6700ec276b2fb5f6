import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Shell
import Simulation

/// `fault`: lets something go wrong in the cluster that no manifest can ask for.
///
/// `fault node-down NODE`, `fault kill POD -c app`, `fault leak POD 5Mi`, `fault probes POD 40`, `fault registry-slow 10`
package enum FaultCommand {
    static let name = "fault"

    /// The kinds of faults: `kill`, `node-down`.
    package static var names: [String] { usage.compactMap { $0.0.split(separator: " ").first.map(String.init) } }

    /// The kinds of faults with their arguments and what they do, for the help.
    private static let usage = [
        ("node-down NODE", "a machine is cut off: its containers go on, and nobody hears of it"),
        ("node-up NODE", "it can be reached again"),
        ("node-reboot NODE", "a machine starts anew, and so do all its containers"),
        ("registry-down", "no image can be pulled"),
        ("registry-up", "images can be pulled as usual"),
        ("registry-slow N", "pulls take N times as long"),
        ("kill POD [-c CONTAINER]", "the first process of a container is killed"),
        ("leak POD BYTES [-c CONTAINER]", "a container uses so much more memory with every second: 5Mi"),
        ("probes POD SECONDS [-c CONTAINER]", "the probes of a container fail for a while"),
    ]

    static func run(
        _ call: CommandCall, cluster: inout Cluster, namespace: String, output: inout CommandOutput
    ) -> Int32 {
        guard let words = call.arguments.first, words != "--help", words != "help" else {
            output.write(help)
            return 0
        }
        switch parse(call.arguments, cluster, namespace) {
        case .success(let fault):
            cluster.inject(fault)
            return 0
        case .failure(let problem):
            output.write("fault: \(problem.text)\n", to: .standardError)
            return 1
        }
    }

    private struct Problem: Error {
        let text: String
    }

    private static var help: String {
        let width = usage.map(\.0.count).max() ?? 0
        return usage.map { words, meaning in
            "fault \(words)\(String(repeating: " ", count: width - words.count))  \(meaning)\n"
        }.joined()
    }
}

extension FaultCommand {
    private static func parse(_ arguments: [String], _ cluster: Cluster, _ namespace: String) -> Result<Fault, Problem>
    {
        var words = arguments
        var namespace = namespace
        var container: String?
        do throws(Problem) {
            namespace = try takeOption("-n", &words) ?? namespace
            container = try takeOption("-c", &words)
            return .success(try fault(words, container, namespace, cluster))
        } catch {
            return .failure(error)
        }
    }

    /// Takes an option with its value out of the words.
    private static func takeOption(_ name: String, _ words: inout [String]) throws(Problem) -> String? {
        guard let place = words.firstIndex(of: name) else { return nil }
        guard place + 1 < words.count else { throw Problem(text: "\(name) needs a value") }
        let value = words[place + 1]
        words.removeSubrange(place...place + 1)
        return value
    }

    private static func fault(
        _ words: [String], _ container: String?, _ namespace: String, _ cluster: Cluster
    ) throws(Problem) -> Fault {
        switch (words[0], words.count) {
        case ("node-down", 2): return .nodeLost(try node(words[1], cluster))
        case ("node-up", 2): return .nodeBack(try node(words[1], cluster))
        case ("node-reboot", 2): return .nodeRebooted(try node(words[1], cluster))
        case ("registry-down", 1): return .registryDown
        case ("registry-up", 1): return .registryUp
        case ("registry-slow", 2): return .registrySlow(factor: try number(words[1]))
        case ("kill", 2):
            let place = try place(words[1], container, namespace, cluster)
            return .containerKilled(place.pod, container: place.container)
        case ("leak", 3):
            let place = try place(words[1], container, namespace, cluster)
            guard let bytes = Quantity(words[2])?.units, bytes > 0 else {
                throw Problem(text: "\(words[2]) is no amount of memory")
            }
            return .memoryLeak(place.pod, container: place.container, bytesPerSecond: Int(bytes))
        case ("probes", 3):
            let place = try place(words[1], container, namespace, cluster)
            return .probesFail(place.pod, container: place.container, seconds: try number(words[2]))
        default:
            throw Problem(text: "I do not know \"\(words.joined(separator: " "))\"; fault --help says what there is")
        }
    }

    private static func number(_ text: String) throws(Problem) -> Int {
        let digits = text.hasSuffix("s") ? String(text.dropLast()) : text
        guard let number = Int(digits), (1...1_000_000).contains(number) else {
            throw Problem(text: "\(text) is no number from 1 to 1000000")
        }
        return number
    }

    private static func node(_ name: String, _ cluster: Cluster) throws(Problem) -> String {
        let short = name.hasPrefix("node/") ? String(name.dropFirst(5)) : name
        let nodes = cluster.api.list(.nodes).map(\.name)
        guard let whole = nodes.first(where: { $0 == short || $0.hasPrefix(short + ".") }) else {
            throw Problem(text: "there is no node \(short)")
        }
        return whole
    }

    private static func place(
        _ name: String, _ container: String?, _ namespace: String, _ cluster: Cluster
    ) throws(Problem) -> (pod: ObjectKey, container: String) {
        let short = name.hasPrefix("pod/") ? String(name.dropFirst(4)) : name
        let key = ObjectKey(namespace: namespace, name: short)
        guard let pod = cluster.api.get(.pods, key) else {
            throw Problem(text: "there is no pod \(short) in namespace \(namespace)")
        }
        let names = Pod(pod).containers.map(\.name)
        guard let container else { return (key, pod["spec"]?["containers"]?[0]?["name"]?.string ?? names.first ?? "") }
        guard names.contains(container) else { throw Problem(text: "pod \(short) has no container \(container)") }
        return (key, container)
    }
}
