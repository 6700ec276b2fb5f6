import Documents
import KubeModel

/// Patterns of objects: their fields are checked against the schema, so that a slip is found before a learner meets it.
extension LessonNode {
    func objectPattern(lists: ListRule = ListRule()) throws(LessonError) -> ObjectPattern {
        let object = try object()
        _ = try required("kind").string()
        let pattern = ObjectPattern(object, lists: lists)
        let kinds = ResourceRegistry.builtIn.types.map(\.kind)
        guard let resource = pattern.resource(in: .builtIn) else {
            // Kinds that the cluster itself may define have an API group with a dot.
            let isCustom = object.apiVersion.contains("/") && object.apiVersion.contains(".")
            if isCustom, !kinds.contains(object.kind) { return pattern }
            let nearest = nearestName(to: object.kind, among: kinds)
            throw error(.unknownKind(object.kind, nearest: nearest), at: "kind")
        }
        for key in object.names where key != "apiVersion" && key != "kind" {
            guard let node = member(key) else { continue }
            try checkKnown(node, key: key, in: FieldContext(type: resource.schemaType), kind: resource.kind)
        }
        return pattern
    }

    /// A pattern, or a list of them.
    func objectPatterns() throws(LessonError) -> [ObjectPattern] {
        guard case .array = value else { return [try objectPattern()] }
        var patterns: [ObjectPattern] = []
        for element in try elements() { patterns.append(try element.objectPattern()) }
        return patterns
    }

    private func checkKnown(
        _ node: LessonNode, key: String, in context: FieldContext, kind: String
    ) throws(LessonError) {
        guard context.knows(key) else {
            let nearest = nearestName(to: key, among: context.type?.fields.map(\.name) ?? [])
            throw node.error(.unknownField(key, kind: kind, nearest: nearest))
        }
        try node.checkFields(in: context.member(key), kind: kind)
    }

    private func checkFields(in context: FieldContext, kind: String) throws(LessonError) {
        switch value {
        case .object(let object):
            for key in object.names {
                guard let node = member(key) else { continue }
                try checkKnown(node, key: key, in: context, kind: kind)
            }
        case .array:
            for element in try elements() { try element.checkFields(in: context.element, kind: kind) }
        case .null, .bool, .integer, .double, .string: _ = try pattern()
        }
    }
}
