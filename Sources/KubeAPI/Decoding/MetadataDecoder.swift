package import Documents
import KubeModel

/// What kubectl itself decodes of every object before it sends it: the metadata.
package enum MetadataDecoder {
    /// What kubectl cannot decode, without `unable to decode "STDIN": ` before it; `nil` when all is well.
    ///
    /// Source: k8s.io/cli-runtime/pkg/resource/metadata_decoder.go
    package static func problem(with value: Value) -> String? {
        guard case .object(let object) = value, let metadata = object["metadata"],
            let type = Schema.builtIn.type("ObjectMeta")
        else { return nil }
        var decoder = SchemaDecoder()
        do {
            _ = try decoder.metadataOnly(metadata, type)
        } catch {
            return error.message
        }
        return decoder.firstTypeProblem
    }
}
