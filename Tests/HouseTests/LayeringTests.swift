import Foundation
import Testing

/// The package manager lets a file import any module that happens to be built, declared or not,
/// so that the layers drawn in Package.swift hold only because of this test.
struct LayeringTests {
    struct Layer: Sendable, CustomStringConvertible {
        let module: String
        let mayImport: Set<String>

        init(_ module: String, _ mayImport: Set<String>) {
            self.module = module
            self.mayImport = mayImport
        }

        var description: String { module }
    }

    /// The table of the design; outside packages count as well as our own modules.
    static let layers = [
        Layer("Documents", ["Yams", "CYaml"]),
        Layer("KubeModel", ["Documents", "HeapModule", "Synchronization"]),
        Layer("KubeAPI", ["Documents", "KubeModel"]),
        Layer("KubeControllers", ["Documents", "KubeModel", "KubeAPI", "Foundation"]),
        Layer("Shell", ["Glibc", "Musl", "Darwin"]),
        Layer("KubeNodes", ["Documents", "KubeModel", "KubeAPI", "Shell"]),
        Layer("Simulation", ["Documents", "KubeModel", "KubeAPI", "KubeControllers", "KubeNodes"]),
        Layer("KubePrinting", ["Documents", "KubeModel"]),
        Layer("Kubectl", ["Documents", "KubeModel", "KubeAPI", "KubePrinting", "Shell"]),
        Layer(
            "Workbook",
            [
                "Documents", "KubeModel", "KubeAPI", "KubeControllers", "KubeNodes", "Simulation", "KubePrinting",
                "Shell", "Kubectl",
                "Foundation", "Glibc", "Synchronization",
            ]),
        Layer("LineEditing", ["CLibedit", "Glibc", "Darwin"]),
        Layer(
            "KubebookCLI",
            [
                "Documents", "KubeModel", "KubeAPI", "Simulation", "KubePrinting", "Shell", "Kubectl", "Workbook",
                "LineEditing", "KubeNodes", "ArgumentParser", "Foundation", "Synchronization", "Glibc", "Darwin",
            ]),
        Layer("kubebook", ["KubebookCLI"]),
        Layer(
            "KubebookBench",
            [
                "Documents", "KubeModel", "KubeAPI", "KubeNodes", "Simulation", "Workbook", "KubebookCLI", "CLibedit",
                "ArgumentParser", "Foundation",
            ]),
    ]

    @Test(arguments: layers)
    func `imports only what its layer allows`(layer: Layer) throws {
        for file in try SourceTree.swiftFiles(under: "Sources/\(layer.module)") {
            for module in file.lines.compactMap(Self.importedModule) {
                #expect(layer.mayImport.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test func `every layer is in the table`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: SourceTree.root.appending(path: "Sources").path)
        let modules = folders.filter { !$0.hasPrefix(".") && !$0.hasPrefix("CLibedit") }
        #expect(Set(modules) == Set(Self.layers.map(\.module)))
    }

    /// The module of `import Foundation`, `package import struct Foundation.URL` and their like.
    static func importedModule(of line: String) -> String? {
        var words = line.split(separator: " ")[...]
        while let word = words.first, word.hasPrefix("@") || access.contains(word) { words = words.dropFirst() }
        guard words.first == "import" else { return nil }
        words = words.dropFirst()
        if let word = words.first, kinds.contains(word) { words = words.dropFirst() }
        return words.first.map { String($0.prefix { $0 != "." }) }
    }

    private static let access: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]

    @Test(arguments: [
        ("import Foundation", "Foundation"),
        ("package import KubeModel", "KubeModel"),
        ("@preconcurrency internal import struct Foundation.URL", "Foundation"),
        ("// import Foundation", nil),
        ("    let text = \"import Foundation\"", nil),
    ])
    func `reads import lines`(line: String, module: String?) {
        #expect(Self.importedModule(of: line) == module)
    }
}
