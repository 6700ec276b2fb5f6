import Foundation
package import KubeNodes

/// Where `Lessons/` and `Manifests/` are.
package struct ContentFolder {
    let root: URL

    /// The folder named by `KUBEBOOK_CONTENT`, what was installed beside the program, or the project that it was built in.
    package static func find(environment: [String: String] = ProcessInfo.processInfo.environment) throws
        -> ContentFolder
    {
        if let named = environment["KUBEBOOK_CONTENT"] {
            let folder = URL(filePath: named)
            guard isContent(folder) else {
                throw CommandFailure(
                    code: .usage, message: "KUBEBOOK_CONTENT is \(named), but there are no Lessons and Manifests in it")
            }
            return ContentFolder(root: folder)
        }
        guard let found = candidates().first(where: isContent) else {
            throw CommandFailure(
                code: .usage,
                message: "Lessons and Manifests were not found beside the program; set KUBEBOOK_CONTENT to their folder"
            )
        }
        return ContentFolder(root: found)
    }

    private static func candidates() -> [URL] {
        let program = URL(filePath: programPath).resolvingSymlinksInPath()
        var folders = [
            program.deletingLastPathComponent().deletingLastPathComponent().appending(path: "share/kubebook")
        ]
        var folder = program.deletingLastPathComponent()
        for _ in 0..<6 {
            folders.append(folder)
            folder = folder.deletingLastPathComponent()
        }
        return folders + [URL(filePath: FileManager.default.currentDirectoryPath)]
    }

    private static var programPath: String {
        Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    }

    private static func isContent(_ folder: URL) -> Bool {
        ["Lessons", "Manifests"].allSatisfy { name in
            var isDirectory: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: folder.appending(path: name).path, isDirectory: &isDirectory)
            return exists && isDirectory.boolValue
        }
    }
}

extension ContentFolder {
    var lessons: URL { root.appending(path: "Lessons") }
    var manifests: URL { root.appending(path: "Manifests") }

    /// The images that the registries of a cluster have.
    package func images() throws -> ImageCatalog {
        let folder = manifests.appending(path: "images")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
            .sorted()
        let texts = try names.map { name in
            (
                name: "Manifests/images/\(name)",
                text: try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            )
        }
        return try ImageCatalog(files: texts)
    }
}
