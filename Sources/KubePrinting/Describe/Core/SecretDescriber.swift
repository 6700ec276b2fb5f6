import Documents
import KubeModel

extension Describer {
    /// Tells how long the values are; only the token of a service account is shown.
    static let secret = Describer(events: .none) { secret, writer in
        writer.metadata(of: secret)
        let type = secret.text("type")
        writer.line("\nType:\t\(type)")
        writer.line("\nData\n====")
        for (key, value) in secret.map("data") {
            let bytes = Base64.decode(value.scalarText) ?? []
            let isToken = key == "token" && type == "kubernetes.io/service-account-token"
            writer.field(key, isToken ? String(decoding: bytes, as: UTF8.self) : "\(bytes.count) bytes")
        }
    }
}
