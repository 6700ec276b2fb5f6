import Documents
import KubeAPI
import KubeModel
import Shell

/// Talking to a person at the terminal, and letting a person talk to a command in a container.
extension KubectlContext {
    /// Everything that standard input gives: what a pipe holds, or what is typed until Ctrl-D.
    mutating func readStandardInput() throws(KubectlError) -> [UInt8] {
        if let standardInput { return standardInput }
        var bytes: [UInt8] = []
        while let line = try readLine("") { bytes += Array(line.utf8) + [10] }
        standardInput = bytes
        return bytes
    }

    /// One line of standard input; `nil` at its end.
    mutating func readLine(_ prompt: String) throws(KubectlError) -> String? {
        guard let type else { return nil }
        flushOutput()
        let typing = type(prompt)
        connection.pass(typing.duration)
        switch typing.input {
        case .line(let line): return line
        case .endOfInput: return nil
        case .interrupted: throw .exit(code: 130)
        }
    }

    /// The first line of standard input; empty when there is none.
    mutating func readAnswer() throws(KubectlError) -> String {
        if let standardInput { return String(decoding: standardInput.prefix { $0 != 10 }, as: UTF8.self) }
        return try readLine("") ?? ""
    }

    /// Runs a command in a container with what a pipe or a person gives it; returns its exit code.
    mutating func converse(_ request: ExecRequest) throws(KubectlError) -> Int32 {
        guard standardInput == nil, type != nil else { return try runToEnd(request, input: standardInput ?? []) }
        var request = request
        request.isTypedTo = true
        do {
            return try converse(connection.begin(request))
        } catch {
            throw .message(error.message)
        }
    }

    private mutating func converse(_ first: ExecStep) throws(APIError) -> Int32 {
        var step = first
        while true {
            output.write(step.output)
            flushOutput()
            switch step.state {
            case .ended(let code): return code
            case .waiting(let session, let prompt):
                guard let typing = type?(prompt) else { return 0 }
                connection.pass(typing.duration)
                step = try connection.type(ExecInput(typing.input), to: session)
            }
        }
    }

    /// Runs a command in a container that nobody types to; returns its exit code.
    mutating func runToEnd(_ request: ExecRequest, input: [UInt8]) throws(KubectlError) -> Int32 {
        var request = request
        request.standardInput = input
        let result: ExecResult
        do { result = try connection.execute(request) } catch { throw .message(error.message) }
        output.write(result.standardOutput)
        output.write(result.standardError, to: .standardError)
        return result.exitCode
    }
}

extension ExecInput {
    fileprivate init(_ input: KeyboardInput) {
        switch input {
        case .line(let line): self = .bytes(Array(line.utf8) + [10])
        case .endOfInput: self = .end
        case .interrupted: self = .interrupt
        }
    }
}
