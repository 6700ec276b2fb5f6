import Foundation
import KubeNodes
import Testing

/// The images of the repository, read once.
enum RandomImages {
    static let catalog: ImageCatalog = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Manifests/images")
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            return try ImageCatalog(
                files: names.map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) })
        } catch {
            Issue.record("images cannot be read: \(error)")
            return ImageCatalog()
        }
    }()
}
