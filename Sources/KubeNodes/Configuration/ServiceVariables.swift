import Documents
import KubeAPI
import KubeModel

/// The variables by which containers find services without DNS: `DB_SERVICE_HOST`, `DB_PORT_5432_TCP_ADDR`, ...
///
/// Source: `pkg/kubelet/envvars/envvars.go`.
enum ServiceVariables {
    /// Those of the API server always; those of the namespace unless `enableServiceLinks` is off.
    static func all(for namespace: String, _ facts: FieldFacts, api: borrowing APIServer) -> [(String, String)] {
        var services: [Object] = []
        if facts.hasServiceLinks { services = api.list(.services, namespace: namespace) }
        if namespace != "default" || !facts.hasServiceLinks {
            services += [api.get(.services, ObjectKey(namespace: "default", name: "kubernetes"))].compactMap { $0 }
        }
        return services.flatMap(variables)
    }

    private static func variables(of service: Object) -> [(String, String)] {
        guard let address = service["spec"]?["clusterIP"]?.string, !address.isEmpty, address != "None",
            let ports = service["spec"]?["ports"]?.array, let first = ports.first
        else { return [] }
        let prefix = variableName(service.name)
        var list = [
            ("\(prefix)_SERVICE_HOST", address), ("\(prefix)_SERVICE_PORT", number(first)),
        ]
        for port in ports {
            guard let name = port["name"]?.string, !name.isEmpty else { continue }
            list.append(("\(prefix)_SERVICE_PORT_\(variableName(name))", number(port)))
        }
        for (index, port) in ports.enumerated() {
            let kind = port["protocol"]?.string ?? "TCP"
            let url = "\(kind.lowercased())://\(address):\(number(port))"
            if index == 0 { list.append(("\(prefix)_PORT", url)) }
            let stem = "\(prefix)_PORT_\(number(port))_\(kind.uppercased())"
            list += [
                (stem, url), ("\(stem)_PROTO", kind.lowercased()), ("\(stem)_PORT", number(port)),
                ("\(stem)_ADDR", address),
            ]
        }
        return list
    }

    private static func number(_ port: Value) -> String { String(port["port"]?.int ?? 0) }

    private static func variableName(_ name: String) -> String {
        name.uppercased().replacing("-", with: "_")
    }
}

extension String {
    /// The text with every occurrence of one character replaced.
    func replacing(_ character: Character, with other: Character) -> String {
        String(map { $0 == character ? other : $0 })
    }
}
