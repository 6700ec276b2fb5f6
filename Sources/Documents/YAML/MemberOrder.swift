/// The order in which the members of an object are written, where it is not that of their names.
package struct MemberOrder: Sendable {
    /// Members that are not named here come last.
    package let names: [String]
    /// The order inside a member; for a list that inside its elements.
    package let inside: @Sendable (String) -> MemberOrder?

    package init(_ names: [String], inside: @escaping @Sendable (String) -> MemberOrder? = { _ in nil }) {
        self.names = names
        self.inside = inside
    }

    package func members(of object: Object) -> [(String, Value)] {
        let known = names.compactMap { name in object[name].map { (name, $0) } }
        let listed = Set(names)
        return known + object.filter { !listed.contains($0.0) }.map { ($0, $1) }
    }
}
