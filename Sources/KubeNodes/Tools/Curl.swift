import KubeModel
import Shell

/// `curl [-sSfiIvLk] [-o FILE] [-m SECONDS] [--connect-timeout SECONDS] [-X METHOD] [-d DATA] [-H HEADER] [-w FORMAT] URL`
enum Curl {
    struct Options {
        var isSilent = false
        var showsErrors = false
        var failsOnError = false
        var includesHeaders = false
        var isVerbose = false
        var file: String?
        var timeout: Double?
        var connectTimeout: Double?
        var request = HTTPRequestMessage(path: "/")
        var hasMethod = false
        var format: String?
        var urls: [String] = []

        /// The shorter of the two limits.
        var patience: Double? { [timeout, connectTimeout].compactMap { $0 }.min() }
    }

    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        let options: Options
        switch parse(call.arguments) {
        case .success(let parsed): options = parsed
        case .failure(let problem):
            output.write("curl: \(problem.text)\n", to: .standardError)
            return .exited(2)
        }
        guard let url = options.urls.first else {
            output.write("curl: (2) no URL specified\n", to: .standardError)
            return .exited(2)
        }
        guard let address = WebAddress(url) else {
            return fail(3, "URL rejected: Malformed input to a URL function", options, &output)
        }
        if let wait = ConnectionTimings.wait(call, now: host.secondsSinceEpoch) { return wait }
        var request = options.request
        request.path = address.path
        request.headers = [HTTPHeader("Host", address.host)] + request.headers
        switch host.fetch(address, request, for: call) {
        case .failure(let failure): return fail(failure, address, options, call, host, &output)
        case .response(let response): return show(response, options, request, call, &host, &output)
        }
    }

    private struct Problem: Error {
        var text: String
    }

    private static func parse(_ arguments: [String]) -> Result<Options, Problem> {
        var options = Options()
        var words = arguments[...]
        while let word = words.popFirst() {
            guard word.hasPrefix("-"), word.count > 1 else {
                options.urls.append(word)
                continue
            }
            let names: [String]
            if word.hasPrefix("--") {
                names = [word]
            } else {
                names = split(word, &words)
            }
            for name in names {
                guard options.take(name, &words) else {
                    return .failure(
                        Problem(
                            text:
                                "option \(name): is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information"
                        ))
                }
            }
        }
        return .success(options)
    }

    /// `-sSo` as `-s`, `-S`, `-o`; what follows a letter with a value goes back to the words.
    private static func split(_ word: String, _ rest: inout ArraySlice<String>) -> [String] {
        var names: [String] = []
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            names.append("-\(letter)")
            guard "omXdHwAue".contains(letter), !letters.isEmpty else { continue }
            rest.insert(String(letters), at: rest.startIndex)
            break
        }
        return names
    }

    private static func show(
        _ response: HTTPResponse, _ options: Options, _ request: HTTPRequestMessage, _ call: CommandCall,
        _ host: inout ContainerHost, _ output: inout CommandOutput
    ) -> CommandResult {
        if options.failsOnError, response.status >= 400 {
            let result = fail(22, "The requested URL returned error: \(response.status)", options, &output)
            output.write(written(options, response))
            return result
        }
        var bytes: [UInt8] = []
        if options.includesHeaders || request.method == "HEAD" {
            let lines =
                ["HTTP/1.1 \(response.status) \(HTTPResponse.reason(of: response.status))"]
                + response.headers.map { "\($0.name): \($0.value)" } + ["", ""]
            bytes += Array(lines.joined(separator: "\r\n").utf8)
        }
        bytes += response.body
        if let file = options.file {
            if file != "/dev/null" {
                do {
                    try host.files.write(bytes, to: PathName.absolute(file, from: call.workingDirectory), append: false)
                } catch {
                    return fail(
                        23, "client returned ERROR on write, \(bytes.count) bytes wanted to write", options, &output)
                }
            }
        } else {
            output.write(bytes)
        }
        output.write(written(options, response))
        return .exited(0)
    }

    /// What `-w` asks for.
    private static func written(_ options: Options, _ response: HTTPResponse?) -> String {
        guard var text = options.format else { return "" }
        let code = response.map { String($0.status) } ?? "000"
        for (name, value) in [
            ("%{http_code}", code), ("%{response_code}", code), ("%{size_download}", String(response?.body.count ?? 0)),
            ("%{time_total}", "0.001234"), ("\\n", "\n"), ("\\t", "\t"),
        ] {
            while let range = text.firstRange(ofText: name) { text.replaceSubrange(range, with: value) }
        }
        return text
    }

    private static func fail(
        _ failure: NetworkFailure, _ address: WebAddress, _ options: Options, _ call: CommandCall,
        _ host: ContainerHost, _ output: inout CommandOutput
    ) -> CommandResult {
        let result: CommandResult
        switch failure {
        case .unknownHost(let name): result = fail(6, "Could not resolve host: \(name)", options, &output)
        case .refused(_, let port):
            result = fail(
                7, "Failed to connect to \(address.host) port \(port) after 1 ms: Couldn't connect to server", options,
                &output)
        case .emptyReply: result = fail(52, "Empty reply from server", options, &output)
        case .malformedURL: result = fail(3, "URL rejected: Malformed input to a URL function", options, &output)
        case .timedOut(_, let port):
            let wait = options.patience ?? ConnectionTimings.connectSeconds
            let passed = host.secondsSinceEpoch - call.startedAt
            if passed + 0.000_5 < wait { return .sleeping(seconds: wait - passed) }
            let milliseconds = Int(wait * 1000) + 1
            result =
                options.patience == nil
                ? fail(
                    28,
                    "Failed to connect to \(address.host) port \(port) after \(milliseconds) ms: Couldn't connect to server",
                    options, &output)
                : fail(28, "Connection timed out after \(milliseconds) milliseconds", options, &output)
        }
        output.write(written(options, nil))
        return result
    }

    private static func fail(
        _ code: Int32, _ text: String, _ options: Options, _ output: inout CommandOutput
    ) -> CommandResult {
        if !options.isSilent || options.showsErrors { output.write("curl: (\(code)) \(text)\n", to: .standardError) }
        return .exited(code)
    }
}

extension Curl.Options {
    /// Takes one option and its value from the words; false when it is unknown.
    mutating func take(_ name: String, _ words: inout ArraySlice<String>) -> Bool {
        switch name {
        case "-s", "--silent": isSilent = true
        case "-S", "--show-error": showsErrors = true
        case "-f", "--fail": failsOnError = true
        case "-i", "--include": includesHeaders = true
        case "-I", "--head": request.method = "HEAD"
        case "-v", "--verbose": isVerbose = true
        case "-L", "--location", "-k", "--insecure", "-g", "-4", "--http1.1", "-N", "--no-buffer", "--compressed": break
        case "-o", "--output": file = words.popFirst()
        case "-m", "--max-time": timeout = words.popFirst().flatMap(Double.init)
        case "--connect-timeout": connectTimeout = words.popFirst().flatMap(Double.init)
        case "-X", "--request":
            request.method = words.popFirst() ?? "GET"
            hasMethod = true
        case "-d", "--data", "--data-raw":
            request.body += Array((words.popFirst() ?? "").utf8)
            if !hasMethod { request.method = "POST" }
        case "-H", "--header": header(words.popFirst() ?? "")
        case "-w", "--write-out": format = words.popFirst()
        case "-A", "--user-agent", "-u", "--user", "-e", "--retry", "--retry-delay": _ = words.popFirst()
        default: return false
        }
        return true
    }

    private mutating func header(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = parts.first else { return }
        request.headers.append(HTTPHeader(name, String((parts.count > 1 ? parts[1] : "").drop { $0 == " " })))
    }
}
