import Documents
import KubeModel

/// What this cluster leaves out: it is refused with a sentence, or taken with a warning, but never taken in silence.
enum SimulationLimits {
    private static let webhooks = "admission webhooks are not simulated: nothing would call this one"
    private static let policies = "admission policies are not simulated: their expressions would not be evaluated"

    /// Refuses objects that would have no effect although their author counts on one.
    static func check(_ object: Object, _ resource: ResourceType) throws(APIError) {
        switch (resource.group, resource.plural) {
        case ("admissionregistration.k8s.io", let plural):
            throw .notSimulated(plural.hasSuffix("webhookconfigurations") ? webhooks : policies)
        case ("apiregistration.k8s.io", "apiservices"):
            guard object["spec"]?["service"] == nil else {
                throw .notSimulated("API aggregation is not simulated: no request would reach the service")
            }
        case ("apiextensions.k8s.io", "customresourcedefinitions"):
            guard object["spec"]?["conversion"]?["strategy"] != "Webhook" else {
                throw .notSimulated(
                    "conversion webhooks are not simulated: versions are converted by strategy None only")
            }
        case ("resource.k8s.io", _):
            guard !(object["spec"].map { has("cel", in: $0) } ?? false) else {
                throw .notSimulated("CEL is not simulated: selectors of devices cannot be evaluated")
            }
        default: break
        }
    }

    /// Rules of a definition that are kept but not evaluated.
    static func warnings(for definition: Object) -> [String] {
        let versions = definition["spec"]?["versions"]?.array ?? []
        return versions.enumerated().filter { has("x-kubernetes-validations", in: $1) }.map { index, _ in
            "spec.versions[\(index)].schema: x-kubernetes-validations are kept but not evaluated, because CEL is not "
                + "simulated"
        }
    }

    /// Whether a field of this name is anywhere in a value.
    private static func has(_ name: String, in value: Value) -> Bool {
        switch value {
        case .object(let members): members.contains { $0 == name || has(name, in: $1) }
        case .array(let elements): elements.contains { has(name, in: $0) }
        case .null, .bool, .integer, .double, .string: false
        }
    }
}
