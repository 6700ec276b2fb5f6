package import KubeModel

/// From what people type to the resources that the API serves.
///
/// Source: `k8s.io/client-go/restmapper`, `k8s.io/apimachinery/pkg/api/meta`.
extension ResourceRegistry {
    /// The resource that a word means: plural, singular, short name or kind, alone or as `name.group`, `name.version.group`.
    package func resource(for word: String) -> ResourceType? {
        let parts = word.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0].lowercased()
        if parts.count == 3,
            let found = resource(named: name, group: parts[2], version: parts[1], isExact: true)
        {
            return found
        }
        let group = parts.dropFirst().joined(separator: ".")
        return resource(named: name, group: parts.count > 1 ? group : nil, version: nil, isExact: false)
            ?? (parts.count == 2 ? resource(named: name, group: nil, version: parts[1], isExact: true) : nil)
    }

    /// The resource of a kind in any version; the kind may also be in small letters, as discovery offers it.
    func resource(kind: String, group: String, version: String) -> ResourceType? {
        types.first {
            $0.group == group && $0.version == version && ($0.kind == kind || $0.kind.lowercased() == kind)
        }
    }

    /// The resources of a category such as `all`; `nil` when there is none of this name.
    func resources(inCategory name: String) -> [ResourceType]? {
        let found = preferred.filter { $0.categories.contains(name) }
        return found.isEmpty ? nil : found
    }

    /// Of each resource the version that the server prefers, in the order of discovery.
    var preferred: [ResourceType] {
        var result: [ResourceType] = []
        var places: [GroupResource: Int] = [:]
        for type in types {
            if let place = places[type.groupResource] {
                if KubeVersion(type.version) > KubeVersion(result[place].version) { result[place] = type }
            } else {
                places[type.groupResource] = result.count
                result.append(type)
            }
        }
        return result
    }

    private func resource(named name: String, group: String?, version: String?, isExact: Bool) -> ResourceType? {
        let named = types.filter { $0.plural == name || $0.singular == name }
        let matches = named.isEmpty ? types.filter { $0.shortNames.contains(name) } : named
        var candidates = matches
        if let group {
            candidates = matches.filter { $0.group == group }
            if candidates.isEmpty, !isExact { candidates = matches.filter { $0.group.hasPrefix(group) } }
        }
        if let version { candidates = candidates.filter { $0.version == version } }
        guard let first = candidates.first else { return nil }
        return candidates.filter { $0.group == first.group }.max { KubeVersion($0.version) < KubeVersion($1.version) }
    }
}

/// A version of an API, ordered by how finished it is: `v1alpha1` < `v1beta1` < `v1` < `v2`.
///
/// Source: `k8s.io/apimachinery/pkg/version`.
struct KubeVersion: Comparable {
    private let rank: Int
    private let major: Int
    private let minor: Int
    private let text: String

    init(_ text: String) {
        self.text = text
        var rest = Substring(text)
        guard rest.popFirst() == "v", let major = Self.number(&rest) else {
            (rank, major, minor) = (0, 0, 0)
            return
        }
        self.major = major
        if rest.isEmpty {
            (rank, minor) = (3, 0)
        } else if rest.hasPrefix("beta") {
            rest = rest.dropFirst(4)
            (rank, minor) = (2, Self.number(&rest) ?? 0)
        } else {
            rest = rest.dropFirst(5)
            (rank, minor) = (1, Self.number(&rest) ?? 0)
        }
    }

    static func < (left: KubeVersion, right: KubeVersion) -> Bool {
        if left.rank == 0, right.rank == 0 { return left.text > right.text }
        return (left.rank, left.major, left.minor) < (right.rank, right.major, right.minor)
    }

    private static func number(_ text: inout Substring) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        text = text.dropFirst(digits.count)
        return Int(digits)
    }
}
