import KubeModel
import Shell

/// busybox `nc [-z] [-v] [-w SECONDS] HOST PORT` and `nc -l -p PORT [-e PROGRAM]`
enum NetCat {
    struct Options {
        var isListening = false
        var isVerbose = false
        var onlyProbes = false
        var timeout: Double?
        var port: Int?
        var program: [String] = []
        var words: [String] = []
    }

    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        let options = parse(call.arguments)
        if options.isListening { return listen(options, &host, call, &output) }
        guard options.words.count == 2, let port = Int(options.words[1]) else {
            output.write(
                "BusyBox v1.36.1 multi-call binary.\n\nUsage: nc [OPTIONS] HOST PORT  - connect\n\tnc [OPTIONS] -l -p PORT [HOST] [PORT]  - listen\n",
                to: .standardError)
            return .exited(1)
        }
        return connect(options, options.words[0], port, &host, call, &output)
    }

    private static func parse(_ arguments: [String]) -> Options {
        var options = Options()
        var words = arguments[...]
        while let word = words.popFirst() {
            guard word.hasPrefix("-"), word.count > 1 else {
                options.words.append(word)
                continue
            }
            var letters = word.dropFirst()
            while let letter = letters.popFirst() {
                switch letter {
                case "l": options.isListening = true
                case "v": options.isVerbose = true
                case "z": options.onlyProbes = true
                case "w", "p":
                    let value = letters.isEmpty ? words.popFirst() ?? "" : String(letters)
                    letters = ""
                    if letter == "w" { options.timeout = Double(value) } else { options.port = Int(value) }
                case "e":
                    options.program = Array(words)
                    words = []
                default: continue
                }
            }
        }
        return options
    }

    private static func connect(
        _ options: Options, _ name: String, _ port: Int, _ host: inout ContainerHost, _ call: CommandCall,
        _ output: inout CommandOutput
    ) -> CommandResult {
        let origin = host.nextOrigin()
        do throws(NetworkFailure) {
            let address = try host.fleet.resolve(name, from: origin, api: host.api)
            if ContainerHost.waitsInVain(call) { throw NetworkFailure.timedOut(address: address, port: port) }
            let destination = try host.fleet.connect(origin, to: address, port: port, api: host.api)
            if options.isVerbose { output.write("\(name) (\(address):\(port)) open\n", to: .standardError) }
            guard !options.onlyProbes, let input = call.standardInput, let request = request(in: input),
                let response = host.fleet.respond(destination, request, api: host.api)
            else { return .exited(0) }
            output.write(response.wireBytes)
            return .exited(0)
        } catch {
            return fail(error, options, name, port, host, call, &output)
        }
    }

    private static func fail(
        _ failure: NetworkFailure, _ options: Options, _ name: String, _ port: Int, _ host: ContainerHost,
        _ call: CommandCall, _ output: inout CommandOutput
    ) -> CommandResult {
        switch failure {
        case .unknownHost: output.write("nc: bad address '\(name)'\n", to: .standardError)
        case .refused(let address, _):
            output.write("nc: \(name) (\(address):\(port)): Connection refused\n", to: .standardError)
        case .emptyReply, .malformedURL: break
        case .timedOut(let address, _):
            let wait = options.timeout ?? ConnectionTimings.connectSeconds
            let passed = host.secondsSinceEpoch - call.startedAt
            if passed + 0.000_5 < wait { return .sleeping(seconds: wait - passed) }
            output.write(
                options.timeout == nil
                    ? "nc: \(name) (\(address):\(port)): Connection timed out\n" : "nc: timed out\n", to: .standardError
            )
        }
        return .exited(1)
    }

    /// The HTTP request that someone wrote by hand.
    private static func request(in input: [UInt8]) -> HTTPRequestMessage? {
        let line = String(decoding: input.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
        let parts = line.split(separator: " ").map(String.init)
        guard parts.count >= 2, parts[1].hasPrefix("/") else { return nil }
        return HTTPRequestMessage(method: parts[0], path: parts[1])
    }

    /// Waits for connections for ever; who connects gets what standard input or the program says.
    private static func listen(
        _ options: Options, _ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput
    ) -> CommandResult {
        guard let port = options.port ?? options.words.last.flatMap(Int.init), (1...65_535).contains(port) else {
            output.write("nc: invalid port\n", to: .standardError)
            return .exited(1)
        }
        let content: ShellListener.Content =
            options.program.isEmpty ? .bytes(call.standardInput ?? []) : .program(options.program)
        if call.attempt == 0 { host.effects.append(.listen(ShellListener(port: port, content: content))) }
        return .sleeping(seconds: 86_400)
    }
}

extension HTTPResponse {
    /// The answer as it goes over the wire.
    var wireBytes: [UInt8] {
        let lines =
            ["HTTP/1.1 \(status) \(Self.reason(of: status))"] + headers.map { "\($0.name): \($0.value)" } + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + body
    }
}
