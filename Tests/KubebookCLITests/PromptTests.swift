import CLibedit
import Foundation
import Testing

/// The real prompt in a terminal: what a learner sees and types.
@Suite(.serialized) struct PromptTests {
    private let program: BuiltProgram

    init() throws {
        var program = try BuiltProgram()
        program.environment["TERM"] = "xterm"
        self.program = program
    }

    @Test func `shows the lesson, takes commands and leaves at Ctrl-D`() throws {
        let prompt = try TypedProgram(program, ["learn", "nginx-pod"])
        try prompt.expect("\u{1B}[1mA first Pod\u{1B}[0m")
        try prompt.expect("\u{1B}[32mnginx-pod 1/5 \u{1B}[0m\u{1B}[36mdefault\u{1B}[0m $ ")
        prompt.type("get pods\r")
        try prompt.expect("No resources found in default namespace.")
        try prompt.expect(" $ ")
        prompt.type("kubectl apply -f ng\t\r")
        try prompt.expect("inx-pod.yaml")
        try prompt.expect("pod/nginx-pod created")
        try prompt.expect("[pass] pod")
        try prompt.expect(" $ ")
        prompt.type("kubectl wait --for=condition=Ready pod/ngi\t\r")
        try prompt.expect("pod/nginx-pod condition met")
        try prompt.expect("nginx-pod 2/5 ")
        try prompt.expect(" $ ")
        prompt.type("\u{4}")
        #expect(prompt.end() == 0)
    }

    @Test func `drops a line at Ctrl-C and stops what follows`() throws {
        let prompt = try TypedProgram(program, ["play"])
        try prompt.expect(" $ ")
        prompt.type("delete everything\u{3}")
        try prompt.expect("^C")
        try prompt.expect(" $ ")
        prompt.type("get nodes -w; echo behind\r")
        try prompt.expect("ip-192-168-2-15")
        prompt.interrupt()
        let shown = try prompt.expect(" $ ")
        #expect(!shown.contains("behind"))
        prompt.type("while true; do echo round; sleep 1; done\r")
        try prompt.expect("\nround")
        prompt.interrupt()
        try prompt.expect(" $ ")
        prompt.type("quit\r")
        #expect(prompt.end() == 0)
    }

    @Test func `continues lines, reads here-documents and speaks Japanese`() throws {
        let prompt = try TypedProgram(program, ["learn", "--lang", "ja", "nginx-pod"])
        try prompt.expect("はじめての Pod")
        try prompt.expect(" $ ")
        prompt.type("echo one \\\r")
        try prompt.expect("> ")
        prompt.type("two\r")
        try prompt.expect("one two")
        try prompt.expect(" $ ")
        prompt.type("cat <<終わり\r")
        try prompt.expect("> ")
        prompt.type("こんにちは\r")
        try prompt.expect("> ")
        prompt.type("終わり\r")
        try prompt.expect("\nこんにちは\r\n")
        try prompt.expect(" $ ")
        prompt.type("check\r")
        try prompt.expect("[不足] pod")
        prompt.type("quit\r")
        #expect(prompt.end() == 0)
    }

    @Test func `a shell in a container reads from the terminal, and what was typed outlives a kill`() throws {
        let first = try TypedProgram(program, ["play"])
        try first.expect(" $ ")
        first.type("kubectl run web --image=nginx && kubectl wait --for=condition=Ready pod/web\r")
        try first.expect("condition met")
        try first.expect(" $ ")
        first.type("kubectl exec -it web -- bash\r")
        try first.expect("root@web:/# ")
        first.type("echo kept > /tmp/kept\n")
        try first.expect("root@web:/# ")
        first.kill()
        let second = try TypedProgram(program, ["play"])
        try second.expect(" $ ")
        second.type("kubectl exec web -- cat /tmp/kept\r")
        try second.expect("\nkept")
        try second.expect(" $ ")
        second.type("quit\r")
        #expect(second.end() == 0)
    }

    @Test func `goes on where it was left, with the history`() throws {
        let first = try TypedProgram(program, ["learn", "nginx-pod"])
        try first.expect(" $ ")
        first.type("kubectl run web --image=nginx\r")
        try first.expect("pod/web created")
        try first.expect(" $ ")
        first.kill()
        let second = try TypedProgram(program, ["learn", "nginx-pod"])
        try second.expect(" $ ")
        second.type("get pods\r")
        try second.expect("web")
        try second.expect(" $ ")
        second.type("\u{12}run\r")
        try second.expect("pods \"web\" already exists")
        try second.expect(" $ ")
        second.type("\u{4}")
        #expect(second.end() == 0)
    }
}

/// The program with a terminal of its own, of which a test plays the keyboard and the screen.
final class TypedProgram {
    private let controller: Int32
    private let process: Process
    private var seen: [UInt8] = []

    init(_ program: BuiltProgram, _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        var ends: (controller: Int32, device: Int32) = (-1, -1)
        try #require(
            clibedit_open_pseudo_terminal(&ends.controller, &ends.device, 100) == 0, sourceLocation: sourceLocation)
        controller = ends.controller
        let device = FileHandle(fileDescriptor: ends.device, closeOnDealloc: true)
        process = try program.process(arguments)
        process.standardInput = device
        process.standardOutput = device
        process.standardError = device
        try process.run()
    }

    deinit {
        process.terminate()
        close(controller)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
    }

    /// What Ctrl-C does while a command runs.
    func interrupt() { process.interrupt() }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The exit code; a program that does not leave within half a minute is killed, so that no test waits for ever.
    func end() -> Int32 {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(30)
        while process.isRunning, clock.now < deadline { usleep(20_000) }
        if process.isRunning { kill() }
        return process.terminationStatus
    }

    struct Missing: Error {
        let text: String
        let shown: String
    }

    /// Waits until the terminal shows a text, and takes everything up to its end.
    @discardableResult
    func expect(_ text: String) throws -> String {
        let wanted = Array(text.utf8)
        var block = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end = seen.firstRange(of: wanted)?.upperBound {
                let before = String(decoding: seen[..<end], as: UTF8.self)
                seen.removeSubrange(..<end)
                return before
            }
            var poller = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, 30_000) == 1 else { throw missing(text) }
            let count = read(controller, &block, block.count)
            guard count > 0 else { throw missing(text) }
            seen += block[..<count]
        }
    }

    private func missing(_ text: String) -> Missing {
        Missing(text: text, shown: String(decoding: seen, as: UTF8.self).debugDescription)
    }
}
