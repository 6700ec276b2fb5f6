import Documents
import KubeModel

extension Describer {
    static let configMap = Describer { map, writer in
        writer.metadata(of: map)
        writer.line("\nData\n====")
        for (key, value) in map.map("data") { writer.line("\(key):\n----\n\(value.scalarText)\n") }
        writer.line("\nBinaryData\n====")
        for (key, value) in map.map("binaryData") {
            writer.line("\(key): \(Base64.decode(value.scalarText)?.count ?? 0) bytes")
        }
        writer.line()
    }
}
