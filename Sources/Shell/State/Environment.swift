/// Everything that a subshell inherits and may change without its parent seeing it.
struct Environment: Sendable {
    private(set) var variables: [String: Variable] = [:]
    /// Bytes of all values, kept up to date for the memory limit.
    private(set) var variableBytes = 0
    var functions: [String: Command] = [:]
    var aliases: [String: String] = [:]
    var options = ShellOptions()
    /// Where the shell's commands come from, for `$-`.
    var commandSource = CommandSource.standardInput
    /// `$0`
    var name: String
    /// `$1` and on
    var positional: [String] = []
    var workingDirectory: String
    /// What `pushd` has left behind, the last one first.
    var directoryStack: [String] = []
    /// Signal names and `EXIT`, `ERR` with the text to run.
    var traps: [String: String] = [:]
    /// `$?`
    var status: Int32 = 0
    /// `$!`
    var lastBackground: Int?
    /// What to restore when the function returns, innermost last.
    var localScopes: [[String: Variable?]] = []
    var randomState: UInt32 = 1
    /// The clock of the host when the shell began, for `SECONDS`.
    var startedAt = 0.0
    /// The line of the command that runs.
    var line = 1
    /// Where `getopts` stands inside of a cluster such as `-abc`.
    var optionOffset = 1
    var umask = 0o022
    /// Command substitutions within each other, for `set -x`.
    var substitutionDepth = 0
    /// `$_`
    var lastArgument = ""
    /// Functions that run, the innermost first.
    var functionNames: [String] = []

    enum CommandSource: Sendable { case standardInput, commandString, file }

    init(name: String, workingDirectory: String) {
        self.name = name
        self.workingDirectory = workingDirectory
    }
}

extension Environment {
    subscript(name: String) -> Variable? {
        get { variables[name] }
        set {
            variableBytes += (newValue?.byteCount ?? 0) - (variables[name]?.byteCount ?? 0)
            variables[name] = newValue
        }
    }

    func text(_ name: String) -> String? {
        variables[name]?.text
    }

    /// Sets a value without asking whether that is allowed.
    mutating func set(_ name: String, to text: String) {
        var variable = variables[name] ?? Variable(isExported: options.exportsAll)
        if case .array(var elements) = variable.value {
            elements[0] = text
            variable.value = .array(elements)
        } else if case .map = variable.value {
            variable.setElement("0", to: text)
        } else {
            variable.value = .scalar(text)
        }
        self[name] = variable
    }

    mutating func assign(_ name: String, _ text: String) throws(ExpansionFailure) {
        if variables[name]?.isReadOnly == true { throw .message(.readOnly(name)) }
        set(name, to: text)
    }

    mutating func unset(_ name: String) throws(ExpansionFailure) {
        if variables[name]?.isReadOnly == true { throw .message(.readOnly(name)) }
        self[name] = nil
    }

    /// Exported variables in the order of their names.
    var exported: [(name: String, value: String)] {
        variables.filter { $0.value.isExported }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .compactMap { name, variable in variable.text.map { (name, $0) } }
    }

    var names: [String] {
        variables.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Remembers the variable for the end of the function that runs.
    mutating func makeLocal(_ name: String) {
        guard !localScopes.isEmpty, localScopes[localScopes.count - 1][name] == nil else { return }
        localScopes[localScopes.count - 1][name] = .some(variables[name])
    }

    mutating func leaveScope() {
        guard let scope = localScopes.popLast() else { return }
        for name in scope.keys.sorted() {
            if let saved = scope[name] { self[name] = saved }
        }
    }
}
