import Documents
import Shell

/// One text that may hold manifests.
enum ManifestSource: Hashable, Sendable {
    case standardInput
    /// The path as messages name it, and whether the command line named just this file.
    case file(String, isSingle: Bool)
    case kustomization(String)

    var isSingleFile: Bool {
        switch self {
        case .file(_, let isSingle): isSingle
        case .standardInput, .kustomization: false
        }
    }

    /// As messages name it.
    var name: String {
        switch self {
        case .standardInput: "STDIN"
        case .file(let path, _): path
        case .kustomization(let folder): folder
        }
    }
}

extension KubectlContext {
    static let manifestExtensions = [".json", ".yaml", ".yml"]

    /// The texts that `-f` and `-k` name, in order.
    ///
    /// Source: `k8s.io/cli-runtime/pkg/resource` `Builder.FilenameParam`.
    func manifestSources(_ files: FileArguments) throws(KubectlError) -> [ManifestSource] {
        if !files.filenames.isEmpty, !files.kustomize.isEmpty {
            throw .message("only one of -f or -k can be specified")
        }
        if !files.kustomize.isEmpty, files.isRecursive { throw .message("the -k flag can't be used with -f or -R") }
        if !files.kustomize.isEmpty { return [.kustomization(files.kustomize)] }
        var sources: [ManifestSource] = []
        var errors: [KubectlError] = []
        for name in files.filenames {
            do {
                sources += try expand(name, isRecursive: files.isRecursive, isFirst: sources.isEmpty)
            } catch {
                errors.append(error)
            }
        }
        if let error = KubectlError.joined(errors) { throw error }
        return sources
    }

    private func expand(_ name: String, isRecursive: Bool, isFirst: Bool) throws(KubectlError) -> [ManifestSource] {
        if name == "-" { return [.standardInput] }
        if name.hasPrefix("http://") || name.hasPrefix("https://") {
            throw .message("unable to read URL \(name.goQuoted): reading manifests from the network is not simulated")
        }
        let paths = fileStatus(name) == nil ? glob(name) : [name]
        if paths.isEmpty { throw .message("the path \(name.goQuoted) does not exist") }
        var sources: [ManifestSource] = []
        for path in paths {
            guard fileStatus(path)?.isDirectory == true else {
                sources.append(.file(path, isSingle: paths.count == 1))
                continue
            }
            sources += try walk(path, isRecursive: isRecursive).map { .file($0, isSingle: false) }
        }
        if sources.isEmpty, isFirst {
            let extensions = Self.manifestExtensions.joined(separator: " ")
            throw .message(
                "error reading [\(paths.joined(separator: " "))]: recognized file extensions are [\(extensions)]")
        }
        return sources
    }

    /// The manifests of a folder by name, with those of its folders when asked.
    private func walk(_ folder: String, isRecursive: Bool) throws(KubectlError) -> [String] {
        var found: [String] = []
        for name in try names(in: folder) {
            let path = Self.join(folder, name)
            if files.status(of: absolute(path))?.isDirectory == true {
                if isRecursive { found += try walk(path, isRecursive: true) }
            } else if Self.manifestExtensions.contains(where: name.hasSuffix) {
                found.append(path)
            }
        }
        return found
    }

    private func names(in folder: String) throws(KubectlError) -> [String] {
        do { return try files.list(absolute(folder)) } catch {
            throw .message("error reading \(folder.goQuoted): \(error.goReason)")
        }
    }

    /// A path inside a folder, tidied as Go's `filepath.Join` does.
    static func join(_ folder: String, _ name: String) -> String {
        let isRooted = folder.hasPrefix("/")
        var parts: [Substring] = []
        for part in (folder + "/" + name).split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return (isRooted ? "/" : "") + parts.joined(separator: "/")
    }
}

extension FileError {
    /// The end of Go's sentence about a file: `no such file or directory`.
    var goReason: String {
        switch self {
        case .notFound: "no such file or directory"
        case .isDirectory: "is a directory"
        case .notDirectory: "not a directory"
        case .exists: "file exists"
        case .permissionDenied: "permission denied"
        case .readOnly: "read-only file system"
        case .directoryNotEmpty: "directory not empty"
        case .noSpace: "no space left on device"
        case .system(_, let message): message
        }
    }
}
