/// All that a tool sees of the world, and what it prints.
struct ToolContext {
    /// As it was called.
    let name: String
    let arguments: [String]
    let flavor: ShellFlavor
    let environment: Environment
    let hostName: String
    let userName: String
    /// The host's clock, seconds since 1970.
    let seconds: Double
    private(set) var files: any FileSystem
    private(set) var hasChangedFiles = false

    /// What has come in by standard input so far.
    let input: ArraySlice<UInt8>
    /// No more will come.
    let isInputComplete: Bool
    /// The shell's own random numbers go on from here.
    var randomState: UInt32
    /// How much of `input` the tool has used.
    var inputUsed = 0
    /// Open descriptors with contents, for `/dev/fd/63`.
    let descriptorContents: [Int: [UInt8]]
    /// The status of the command that the tool ran.
    let childStatus: Int32
    let hostCommands: [String]

    private(set) var output: [(stream: OutputStream, bytes: [UInt8])] = []
    private(set) var outputLeft: Int

    init(
        name: String, arguments: [String], flavor: ShellFlavor, environment: Environment, hostName: String,
        userName: String, seconds: Double, files: any FileSystem, input: ArraySlice<UInt8>, isInputComplete: Bool,
        descriptorContents: [Int: [UInt8]], childStatus: Int32, hostCommands: [String],
        outputLeft: Int
    ) {
        self.name = name
        self.arguments = arguments
        self.flavor = flavor
        self.environment = environment
        randomState = environment.randomState
        self.hostName = hostName
        self.userName = userName
        self.seconds = seconds
        self.files = files
        self.input = input
        self.isInputComplete = isInputComplete
        self.descriptorContents = descriptorContents
        self.childStatus = childStatus
        self.hostCommands = hostCommands
        self.outputLeft = outputLeft
    }
}

// MARK: - Printing

extension ToolContext {
    var workingDirectory: String { environment.workingDirectory }

    mutating func print(_ text: String) throws(ToolExit) {
        try write(Array(text.utf8))
    }

    mutating func printLine(_ text: String) throws(ToolExit) {
        try write(Array(text.utf8) + [.newline])
    }

    mutating func write(_ bytes: some Collection<UInt8>) throws(ToolExit) {
        outputLeft -= bytes.count
        if let last = output.last, last.stream == .standardOutput {
            output[output.count - 1].bytes += bytes
        } else {
            output.append((.standardOutput, Array(bytes)))
        }
        // Whoever gives so much out is stopped; the shell then meets its own bound.
        if outputLeft < 0 { throw .status(1) }
    }

    /// A message on standard error behind the tool's name.
    mutating func complain(_ text: String) {
        output.append((.standardError, Array("\(name): \(text)\n".utf8)))
    }

    mutating func complainPlainly(_ text: String) {
        output.append((.standardError, Array("\(text)\n".utf8)))
    }

    /// What was printed so far, taken out.
    mutating func takeOutput() -> [(stream: OutputStream, bytes: [UInt8])] {
        defer { output = [] }
        return output
    }
}

// MARK: - Reading

extension ToolContext {
    /// All of standard input.
    mutating func standardInput() throws(ToolExit) -> [UInt8] {
        guard isInputComplete else { throw .needsInput }
        defer { inputUsed = input.count }
        return Array(input.dropFirst(inputUsed))
    }

    func absolute(_ path: String) -> String {
        PathName.absolute(path, from: workingDirectory)
    }

    /// The bytes of an operand: `-` is standard input, devices are what they are on Linux.
    mutating func read(_ operand: String) throws(ToolExit) -> Result<[UInt8], FileError> {
        if operand == "-" { return .success(try standardInput()) }
        let path = absolute(operand)
        switch Shell.device(path) {
        case .null: return .success([])
        case .descriptor(0), .terminal: return .success(try standardInput())
        case .descriptor(let number):
            if let bytes = descriptorContents[number] { return .success(bytes) }
            return .failure(.notFound(path))
        case .zeros, .random: return .success([UInt8](repeating: 0, count: 65_536))
        case nil: break
        }
        do {
            return .success(try files.read(path))
        } catch {
            return .failure(error)
        }
    }

    func status(of operand: String) -> FileStatus? {
        operand.isEmpty ? nil : files.status(of: absolute(operand))
    }

    func list(_ operand: String) -> Result<[String], FileError> {
        do throws(FileError) {
            return .success(try files.list(absolute(operand)))
        } catch {
            return .failure(error)
        }
    }
}

// MARK: - Changing files

extension ToolContext {
    /// Changes files; the error is given back, not thrown, because tools go on with their other operands.
    mutating func change(_ body: (inout any FileSystem) throws(FileError) -> Void) -> FileError? {
        hasChangedFiles = true
        do throws(FileError) {
            try body(&files)
            return nil
        } catch {
            return error
        }
    }

    mutating func write(_ bytes: [UInt8], toFile operand: String, append: Bool = false) -> FileError? {
        let path = absolute(operand)
        if Shell.device(path) != nil { return nil }
        return change { files throws(FileError) in try files.write(bytes, to: path, append: append) }
    }
}
