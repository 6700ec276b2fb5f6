import KubeModel
import Shell

/// busybox `wget [-q] [-O FILE] [-T SECONDS] [-S] [--spider] [--post-data TEXT] [--header H] URL`
enum WebGet {
    struct Options {
        var isQuiet = false
        var file: String?
        var timeout: Double = 900
        var showsHeaders = false
        var isSpider = false
        var postData: String?
        var headers: [HTTPHeader] = []
        var urls: [String] = []
    }

    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        guard let options = parse(call.arguments), let url = options.urls.first else {
            output.write("wget: missing URL\n", to: .standardError)
            return .exited(1)
        }
        guard let address = WebAddress(url) else {
            output.write("wget: not an http or ftp url: \(url)\n", to: .standardError)
            return .exited(1)
        }
        if let wait = ConnectionTimings.wait(call, now: host.secondsSinceEpoch) { return wait }
        var request = HTTPRequestMessage(path: address.path, headers: [HTTPHeader("Host", address.host)])
        request.headers += options.headers
        if let data = options.postData {
            request.method = "POST"
            request.body = Array(data.utf8)
        }
        switch host.fetch(address, request, for: call) {
        case .failure(let failure): return fail(failure, address, options, call, &host, &output)
        case .response(let response): return finish(response, address, options, call, &host, &output)
        }
    }

    private static func parse(_ arguments: [String]) -> Options? {
        var options = Options()
        var words = arguments[...]
        while let word = words.popFirst() {
            switch word {
            case "-q", "--quiet": options.isQuiet = true
            case "-S", "--server-response": options.showsHeaders = true
            case "--spider": options.isSpider = true
            case "-O", "--output-document": options.file = words.popFirst()
            case "-T", "--timeout": options.timeout = words.popFirst().flatMap(Double.init) ?? options.timeout
            case "--post-data": options.postData = words.popFirst()
            case "--header": options.header(words.popFirst() ?? "")
            case "-c", "-nv", "--no-check-certificate": continue
            case "-t", "-U", "-P", "-Y": _ = words.popFirst()
            default:
                guard word.hasPrefix("-"), word.count > 1 else {
                    options.urls.append(word)
                    continue
                }
                if !options.joined(word, &words) { return nil }
            }
        }
        return options
    }

    private static func fail(
        _ failure: NetworkFailure, _ address: WebAddress, _ options: Options, _ call: CommandCall,
        _ host: inout ContainerHost, _ output: inout CommandOutput
    ) -> CommandResult {
        if case .timedOut(let target, let port) = failure {
            let wait = min(options.timeout, ConnectionTimings.connectSeconds)
            let passed = host.secondsSinceEpoch - call.startedAt
            if passed + 0.000_5 < wait { return .sleeping(seconds: wait - passed) }
            announce(target, port, address, options, &output)
            output.write(
                options.timeout <= ConnectionTimings.connectSeconds
                    ? "wget: download timed out\n"
                    : "wget: can't connect to remote host (\(target)): Connection timed out\n", to: .standardError)
            return .exited(1)
        }
        let text: String
        switch failure {
        case .unknownHost(let name): text = "bad address '\(name)'"
        case .refused(let target, let port):
            announce(target, port, address, options, &output)
            text = "can't connect to remote host (\(target)): Connection refused"
        case .timedOut(let target, _): text = "can't connect to remote host (\(target)): Connection timed out"
        case .emptyReply(let target, let port):
            announce(target, port, address, options, &output)
            text = "error getting response"
        case .malformedURL(let url): text = "not an http or ftp url: \(url)"
        }
        output.write("wget: \(text)\n", to: .standardError)
        return .exited(1)
    }

    private static func announce(
        _ target: String, _ port: Int, _ address: WebAddress, _ options: Options, _ output: inout CommandOutput
    ) {
        guard !options.isQuiet else { return }
        output.write("Connecting to \(address.host)\(suffix(address)) (\(target):\(port))\n", to: .standardError)
    }

    /// The port is named when it was given.
    private static func suffix(_ address: WebAddress) -> String { address.port == 80 ? "" : ":\(address.port)" }

    private static func finish(
        _ response: HTTPResponse, _ address: WebAddress, _ options: Options, _ call: CommandCall,
        _ host: inout ContainerHost, _ output: inout CommandOutput
    ) -> CommandResult {
        announce(host.address(of: address.host), address.port, address, options, &output)
        let status = "HTTP/1.1 \(response.status) \(HTTPResponse.reason(of: response.status))"
        if options.showsHeaders {
            output.write("  \(status)\n", to: .standardError)
            for header in response.headers { output.write("  \(header.name): \(header.value)\n", to: .standardError) }
            output.write("  \n", to: .standardError)
        }
        guard response.status < 400 else {
            output.write("wget: server returned error: \(status)\n", to: .standardError)
            return .exited(1)
        }
        if options.isSpider {
            if !options.isQuiet { output.write("remote file exists\n", to: .standardError) }
            return .exited(0)
        }
        return save(response.body, address, options, call, &host, &output)
    }

    private static func save(
        _ body: [UInt8], _ address: WebAddress, _ options: Options, _ call: CommandCall, _ host: inout ContainerHost,
        _ output: inout CommandOutput
    ) -> CommandResult {
        let name = options.file ?? fileName(address)
        let bar = progress(name == "-" ? "-" : name, body.count)
        if name == "-" {
            if !options.isQuiet { output.write("writing to stdout\n", to: .standardError) }
            output.write(body)
            if !options.isQuiet { output.write("\(bar)written to stdout\n", to: .standardError) }
            return .exited(0)
        }
        do {
            try host.files.write(body, to: PathName.absolute(name, from: call.workingDirectory), append: false)
        } catch {
            output.write("wget: can't open '\(name)': \(error.reason)\n", to: .standardError)
            return .exited(1)
        }
        if !options.isQuiet {
            output.write("saving to '\(name)'\n\(bar)'\(name)' saved\n", to: .standardError)
        }
        return .exited(0)
    }

    private static func fileName(_ address: WebAddress) -> String {
        let last = address.path.prefix { $0 != "?" }.split(separator: "/").last.map(String.init)
        return last ?? "index.html"
    }

    /// The bar of a finished download: `index.html  100% |****|   615  0:00:00 ETA`
    private static func progress(_ name: String, _ count: Int) -> String {
        let label = String(name.prefix(20)) + String(repeating: " ", count: max(0, 20 - name.count))
        let size = String(count)
        let padded = String(repeating: " ", count: max(0, 6 - size.count)) + size
        return "\(label) 100% |********************************| \(padded)  0:00:00 ETA\n"
    }
}

extension WebGet.Options {
    mutating func header(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = parts.first else { return }
        headers.append(HTTPHeader(name, String((parts.count > 1 ? parts[1] : "").drop { $0 == " " })))
    }

    /// Options written together or with their value: `-qO-`, `-T2`, `--timeout=2`; false for an unknown one.
    mutating func joined(_ word: String, _ rest: inout ArraySlice<String>) -> Bool {
        if word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
            let value = String(word[word.index(after: equals)...])
            switch word[..<equals] {
            case "--timeout": timeout = Double(value) ?? timeout
            case "--output-document": file = value
            case "--post-data": postData = value
            case "--header": header(value)
            case "--tries": break
            default: return false
            }
            return true
        }
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            switch letter {
            case "q": isQuiet = true
            case "S": showsHeaders = true
            case "c": continue
            case "O", "T", "t", "U", "P":
                let value = letters.isEmpty ? rest.popFirst() ?? "" : String(letters)
                letters = ""
                if letter == "O" { file = value }
                if letter == "T" { timeout = Double(value) ?? timeout }
            default: return false
            }
        }
        return true
    }
}
