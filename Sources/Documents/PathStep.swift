/// One step from a value to a part of it.
package enum PathStep: Hashable, Sendable {
    case key(String)
    case index(Int)
}

extension [PathStep] {
    /// The notation of the API server's messages: `spec.containers[0].image`.
    package var dottedPath: String {
        var path = ""
        for step in self {
            switch step {
            case .key(let key): path += path.isEmpty ? key : "." + key
            case .index(let index): path += "[\(index)]"
            }
        }
        return path
    }
}
