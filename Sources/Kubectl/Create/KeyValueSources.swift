import Documents
import KubeModel
import Shell

/// Keys and values from `--from-literal`, `--from-file` and `--from-env-file`, in that kind's rules.
///
/// Source: `k8s.io/kubectl/pkg/cmd/create/create_configmap.go`, `k8s.io/kubectl/pkg/util`.
struct KeyValueSources {
    enum Kind { case configMap, secret }

    let kind: Kind
    let name: String
    private(set) var entries: [String: [UInt8]] = [:]

    init(kind: Kind, name: String) {
        self.kind = kind
        self.name = name
    }
}

extension KeyValueSources {
    /// `defaultKey` is the key of a file that is named without one; otherwise its own name is.
    mutating func read(from context: KubectlContext, defaultKey: String? = nil) throws(KubectlError) {
        let flags = context.flags
        if !flags.list("from-env-file").isEmpty, !flags.list("from-file").isEmpty || !flags.list("from-literal").isEmpty
        {
            throw .message("from-env-file cannot be combined with from-file or from-literal")
        }
        if kind == .secret { for source in flags.list("from-literal") { try addLiteral(source) } }
        for source in flags.list("from-file") { try addFile(source, context, defaultKey) }
        if kind == .configMap { for source in flags.list("from-literal") { try addLiteral(source) } }
        for path in flags.list("from-env-file") { try addEnvironment(path, context) }
    }

    private mutating func addLiteral(_ source: String) throws(KubectlError) {
        guard let (key, value) = Self.split(source), !key.isEmpty else {
            throw .message("invalid literal source \(source), expected key=value")
        }
        try add(key, Array(value.utf8))
    }

    private mutating func addFile(_ source: String, _ context: KubectlContext, _ defaultKey: String?)
        throws(KubectlError)
    {
        let parts = source.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        if parts.count > 2 { throw .message("key names or file paths cannot contain '='") }
        if parts.count == 2, parts[0].isEmpty { throw .message("key name for file path \(parts[1]) missing") }
        if parts.count == 2, parts[1].isEmpty { throw .message("file path for key name \(parts[0]) missing") }
        let path = parts.count == 2 ? parts[1] : parts[0]
        guard let status = context.fileStatus(path) else {
            throw .message("error reading \(path): no such file or directory")
        }
        guard status.isDirectory else {
            let base = path.split(separator: "/").last.map(String.init) ?? path
            return try add(parts.count == 2 ? parts[0] : defaultKey ?? base, try Self.read(path, context))
        }
        if parts.count == 2 { throw .message("cannot give a key name for a directory path") }
        try addFolder(path, context)
    }

    private mutating func addFolder(_ path: String, _ context: KubectlContext) throws(KubectlError) {
        let names: [String]
        do { names = try context.files.list(context.absolute(path)) } catch {
            throw .message("error listing files in \(path): \(error.goReason)")
        }
        for name in names {
            let file = KubectlContext.join(path, name)
            if context.files.status(of: context.absolute(file))?.isDirectory == false {
                try add(name, try Self.read(file, context))
            }
        }
    }

    /// Lines `KEY=value`; a line with the name alone takes the value of the environment.
    private mutating func addEnvironment(_ path: String, _ context: KubectlContext) throws(KubectlError) {
        guard let status = context.fileStatus(path) else {
            throw .message("error reading \(path): no such file or directory")
        }
        if status.isDirectory {
            throw .message("env \(kind == .configMap ? "config" : "secret") file cannot be a directory")
        }
        let lines = try Self.read(path, context).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                let numbers = bytes.map(String.init).joined(separator: " ")
                throw .message("env file \(path) contains invalid utf8 bytes at line \(index + 1): [\(numbers)]")
            }
            let line = String(text.drop { $0 == " " || $0 == "\t" }).replacing("\r", with: "")
            if line.isEmpty || line.hasPrefix("#") { continue }
            let (key, value) = Self.split(line) ?? (line, context.variable(line) ?? "")
            try EnvironmentName.check(key)
            try add(key, Array(value.utf8))
        }
    }

    private mutating func add(_ key: String, _ value: [UInt8]) throws(KubectlError) {
        let problems = Names.configKeyProblems(key)
        switch kind {
        case .configMap:
            if !problems.isEmpty {
                throw .message(
                    "\(key.goQuoted) is not a valid key name for a ConfigMap: \(problems.joined(separator: ","))")
            }
            if let earlier = entries[key] {
                let place = Self.isText(earlier) ? "Data" : "BinaryData"
                throw .message(
                    "cannot add key \(key.goQuoted), another key by that name already exists in \(place) for ConfigMap \(name.goQuoted)"
                )
            }
        case .secret:
            if !problems.isEmpty {
                throw .message("\(key.goQuoted) is not valid key name for a Secret \(problems.joined(separator: ";"))")
            }
            if entries[key] != nil { throw .message("cannot add key \(key), another key by that name already exists") }
        }
        entries[key] = value
    }

    static func read(_ path: String, _ context: KubectlContext) throws(KubectlError) -> [UInt8] {
        do { return try context.readFile(path) } catch {
            throw .message("open \(path): \(error.goReason)")
        }
    }

    static func split(_ text: String) -> (String, String)? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    static func isText(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// All values in base64, as Secrets hold them.
    var base64: Object { Object(entries.map { ($0, .string(Base64.encode($1))) }) }

    /// Those values that are text.
    var texts: Object {
        Object(entries.filter { Self.isText($1) }.map { ($0, .string(String(decoding: $1, as: UTF8.self))) })
    }

    /// Those values that are no text, in base64.
    var binaries: Object {
        Object(entries.filter { !Self.isText($1) }.map { ($0, .string(Base64.encode($1))) })
    }
}
