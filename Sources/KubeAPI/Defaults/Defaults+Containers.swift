import Documents
import KubeModel

/// The defaults of containers, their probes and handlers.
extension Defaults {
    static func container(_ container: inout Object) {
        container.setDefault("imagePullPolicy", pullPolicy(of: container["image"]?.string ?? ""))
        container.setDefault("terminationMessagePath", "/dev/termination-log")
        container.setDefault("terminationMessagePolicy", "File")
        container.withEach("ports") { $0.setDefault("protocol", "TCP") }
        container.withEach("env") { variable in
            variable.with("valueFrom") { $0.with("fieldRef") { $0.setDefault("apiVersion", "v1") } }
        }
        container.with("resources") {
            $0.with("limits", milliResources)
            $0.with("requests", milliResources)
        }
        for kind in ["livenessProbe", "readinessProbe", "startupProbe"] { container.with(kind, probe) }
        container.with("lifecycle") { lifecycle in
            for kind in ["postStart", "preStop"] { lifecycle.with(kind) { $0.with("httpGet", httpGet) } }
        }
    }

    private static func probe(_ probe: inout Object) {
        probe.setDefault("timeoutSeconds", 1)
        probe.setDefault("periodSeconds", 10)
        probe.setDefault("successThreshold", 1)
        probe.setDefault("failureThreshold", 3)
        probe.with("httpGet", httpGet)
        probe.with("grpc") { $0.setDefault("service", "") }
    }

    private static func httpGet(_ action: inout Object) {
        action.setDefault("path", "/")
        action.setDefault("scheme", "HTTP")
    }

    /// `Always` for the tag `latest`, which is also that of an image without tag and digest.
    static func pullPolicy(of image: String) -> Value {
        let lastPart = image.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard !image.contains("@"), isImageName(image) else { return "IfNotPresent" }
        let parts = lastPart.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 1 || parts[1] == "latest" ? "Always" : "IfNotPresent"
    }

    /// What cannot be a reference has no tag either: a space, an upper-case letter in the path, nothing at all.
    private static func isImageName(_ image: String) -> Bool {
        var path = image.split(separator: "/", omittingEmptySubsequences: false)[...]
        if path.count > 1, let host = path.first, host.contains(".") || host.contains(":") || host == "localhost" {
            path.removeFirst()
        }
        return path.enumerated().allSatisfy { index, part in
            let name = index == path.count - 1 ? part.prefix { $0 != ":" } : part
            return !name.isEmpty
                && name.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }
}
