import CLibedit
import Foundation
import KubeModel
import KubebookCLI
import Workbook

extension Scenario {
    static let prompt: [Scenario] = [
        Scenario("first-prompt") {
            let starts = try (0..<7).map { _ in try ProgramStart.measure() }
            return [
                Figure(
                    "first prompt, three Ready nodes", starts.map(\.seconds).median * 1000, .milliseconds, .atMost(50)),
                Figure("memory at the first prompt", starts.map(\.megabytes).median, .megabytes, .atMost(60)),
            ]
        },
        Scenario("lesson-command") {
            let content = try ContentFolder.find()
            let lesson = try content.lesson(named: "nginx-pod")
            var session = try content.session(JournalHeader(lesson))
            let commands = [
                "kubectl apply -f nginx-pod.yaml", "sleep 5", "kubectl get pods", "kubectl get pods -o wide",
                "kubectl describe pod nginx-pod", "kubectl get pod nginx-pod -o yaml",
                "kubectl get pods -l app=nginx-app",
                "kubectl logs nginx-pod", "kubectl get all", "kubectl get nodes",
            ]
            let times = commands.map { command in Cost.seconds { _ = session.run(command) } }
            return [
                Figure("a lesson's command with its checks, median", times.median * 1000, .milliseconds, .atMost(5)),
                Figure("the slowest of \(times.count)", (times.max() ?? 0) * 1000, .milliseconds, .atMost(5)),
            ]
        },
        Scenario("undo") {
            var session = try ContentFolder.find().session(
                JournalHeader(
                    lesson: "", profile: .eks, nodes: 3, seed: 1, start: Instant(seconds: 1_767_603_600)))
            _ = session.run("for i in $(seq 1 1000); do kubectl create configmap c$i --from-literal=a=$i; done")
            var times: [Double] = []
            for round in 0..<10 {
                _ = session.run("kubectl create configmap extra-\(round)")
                times.append(Cost.seconds { _ = session.run("undo") })
            }
            return [Figure("undo at 1,000 objects, slowest", (times.max() ?? 0) * 1000, .milliseconds, .atMost(10))]
        },
    ]
}

extension [Double] {
    fileprivate var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

/// Starts the program in a pseudo-terminal and waits for its first prompt.
private enum ProgramStart {
    struct Missing: Error {
        let program: String
    }

    static func measure() throws -> (seconds: Double, megabytes: Double) {
        var ends: (controller: Int32, device: Int32) = (-1, -1)
        guard clibedit_open_pseudo_terminal(&ends.controller, &ends.device, 120) == 0 else {
            throw CocoaError(.fileReadUnknown)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "kubebook-bench-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let device = FileHandle(fileDescriptor: ends.device, closeOnDealloc: true)
        let controller = FileHandle(fileDescriptor: ends.controller, closeOnDealloc: true)
        let process = Process()
        process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "kubebook")
        process.arguments = ["play", "--nodes", "3"]
        process.environment = ["KUBEBOOK_HOME": folder.path, "TERM": "xterm", "PATH": "/usr/bin:/bin"]
        process.standardInput = device
        process.standardOutput = device
        process.standardError = device
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        var seen: [UInt8] = []
        while !seen.contains(UInt8(ascii: "$")) {
            let piece = controller.availableData
            guard !piece.isEmpty else { throw Missing(program: process.executableURL?.path ?? "") }
            seen += piece
        }
        let seconds = (clock.now - start) / .seconds(1)
        let megabytes = peakMegabytes(of: process.processIdentifier)
        process.terminate()
        process.waitUntilExit()
        return (seconds, megabytes)
    }

    /// From `/proc`, where there is one; otherwise not a number.
    private static func peakMegabytes(of process: Int32) -> Double {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
        else { return .nan }
        return kilobytes * 1024 / 1_000_000
    }
}
