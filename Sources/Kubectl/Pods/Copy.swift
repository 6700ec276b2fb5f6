import Documents
import KubeAPI
import KubeModel
import Shell

extension Command {
    static let cp = Command(
        name: "cp", group: .troubleshooting, usage: "<file-spec-src> <file-spec-dest>",
        summary: "Copy files and directories to and from containers.",
        details: "A file in a container is written [namespace/]pod:path. The container needs a shell.",
        examples: """
            # From here into a pod
            kubectl cp ./page.html web:/usr/share/nginx/html/index.html

            # From a container of a pod to here
            kubectl cp web:/var/log/app.log ./app.log -c sidecar
            """,
        flags: [
            .container,
            .bool(
                "no-preserve",
                "The copied file/directory's ownership and permissions will not be preserved in the container"),
            .integer("retries", "Set number of retries to complete a copy operation from a container."),
        ],
        completion: .names("pods"),
        action: .run { context throws(KubectlError) in try context.runCopy() })
}

/// One side of a copy: a path here, or one in a pod.
private struct CopyPlace {
    /// Empty for the namespace of the command.
    var namespace = ""
    /// `nil` for a path here.
    var pod: String?
    var path: String

    init(_ text: String) throws(KubectlError) {
        guard let colon = text.firstIndex(of: ":") else {
            path = text
            return
        }
        if colon == text.startIndex {
            throw .message("filespec must match the canonical format: [[namespace/]pod:]file/path")
        }
        path = String(text[text.index(after: colon)...])
        let parts = text[..<colon].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: pod = parts[0]
        case 2: (namespace, pod) = (parts[0], parts[1])
        default: throw .message("filespec must match the canonical format: [[namespace/]pod:]file/path")
        }
    }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/cp/cp.go`; the bytes go through `cat` rather than `tar`.
    fileprivate mutating func runCopy() throws(KubectlError) {
        guard arguments.count == 2 else { throw .message("source and destination are required") }
        let source = try CopyPlace(arguments[0])
        let destination = try CopyPlace(arguments[1])
        if source.pod != nil, destination.pod != nil {
            throw .message("one of src or dest must be a local file specification")
        }
        if source.path.isEmpty || destination.path.isEmpty { throw .message("filepath can not be empty") }
        if let name = destination.pod { return try upload(source.path, to: destination, name) }
        if let name = source.pod { return try download(source, name, to: destination.path) }
        throw .message("one of src or dest must be a remote file specification")
    }

    private mutating func pod(_ name: String, _ place: CopyPlace) throws(KubectlError) -> (Object, container: String) {
        let pod = try get(.pods, name, namespace: place.namespace.isEmpty ? namespace : place.namespace)
        return (pod, try container(of: pod, named: flags.text("container")))
    }

    private mutating func upload(_ path: String, to place: CopyPlace, _ name: String) throws(KubectlError) {
        guard let status = files.status(of: absolute(path)) else {
            throw .message("\(path) doesn't exist in local filesystem")
        }
        let (pod, container) = try pod(name, place)
        let base = path.split(separator: "/").last.map(String.init) ?? path
        var target = place.path
        var isFolder = target.hasSuffix("/")
        if !isFolder { isFolder = try run(["test", "-d", target], in: pod, container).exitCode == 0 }
        if isFolder { target = Self.join(target, base) }
        try upload(path, isFolder: status.isDirectory, to: target, pod, container)
    }

    private mutating func upload(_ path: String, isFolder: Bool, to target: String, _ pod: Object, _ container: String)
        throws(KubectlError)
    {
        guard isFolder else {
            let bytes = try KeyValueSources.read(path, self)
            let result = try run(["sh", "-c", "cat > \"$0\"", target], in: pod, container, input: bytes)
            try check(result)
            return
        }
        try check(try run(["mkdir", "-p", target], in: pod, container))
        let names: [String]
        do { names = try files.list(absolute(path)) } catch { throw .message("open \(path): \(error.goReason)") }
        for name in names {
            let child = Self.join(path, name)
            let isFolder = files.status(of: absolute(child))?.isDirectory ?? false
            try upload(child, isFolder: isFolder, to: Self.join(target, name), pod, container)
        }
    }

    private mutating func download(_ place: CopyPlace, _ name: String, to path: String) throws(KubectlError) {
        let (pod, container) = try pod(name, place)
        var target = path
        if files.status(of: absolute(path))?.isDirectory == true {
            target = Self.join(path, place.path.split(separator: "/").last.map(String.init) ?? "")
        }
        printError("tar: removing leading '/' from member names")
        try download(place.path, pod, container, to: target, depth: 0)
    }

    private static let depthMax = 64

    private mutating func download(_ source: String, _ pod: Object, _ container: String, to target: String, depth: Int)
        throws(KubectlError)
    {
        if depth > Self.depthMax { throw .message("\(source): too many levels of folders") }
        guard try run(["test", "-d", source], in: pod, container).exitCode == 0 else {
            let result = try run(["cat", source], in: pod, container)
            try check(result)
            return try write(result.standardOutput, to: target)
        }
        do { try files.makeDirectory(absolute(target)) } catch .exists {} catch {
            throw .message("mkdir \(target): \(error.goReason)")
        }
        let names = String(decoding: try run(["ls", source], in: pod, container).standardOutput, as: UTF8.self)
        for name in names.split(separator: "\n").map(String.init) {
            try download(Self.join(source, name), pod, container, to: Self.join(target, name), depth: depth + 1)
        }
    }

    private mutating func write(_ bytes: [UInt8], to path: String) throws(KubectlError) {
        do { try files.write(bytes, to: absolute(path), append: false) } catch {
            throw .message("open \(path): \(error.goReason)")
        }
    }

    private mutating func run(_ command: [String], in pod: Object, _ container: String, input: [UInt8] = [])
        throws(KubectlError)
        -> ExecResult
    {
        var request = ExecRequest(namespace: pod.namespace, pod: pod.name, container: container, command: command)
        request.standardInput = input
        do { return try connection.execute(request) } catch { throw .message(error.message) }
    }

    private mutating func check(_ result: ExecResult) throws(KubectlError) {
        guard result.exitCode != 0 else { return }
        output.write(result.standardError, to: .standardError)
        throw .terminated(code: result.exitCode)
    }
}
