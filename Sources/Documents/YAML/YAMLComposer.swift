/// Makes the value of a document: resolves types, aliases and merges, and turns every key into a string.
///
/// Source: go.yaml.in/yaml/v2 (decode.go), sigs.k8s.io/yaml (`convertToJSONableObject` in yaml.go).
struct YAMLComposer {
    private let tree: YAMLTree
    private(set) var duplicateKeys: [DuplicateKey] = []
    private var path: [PathStep] = []
    private var activeAnchors: Set<Int> = []
    private var steps = 0
    private var stepsInAliases = 0

    init(_ bytes: [UInt8]) throws(DocumentError) {
        tree = try YAMLTree(bytes)
    }
}

extension YAMLComposer {
    mutating func composeDocument() throws(DocumentError) -> Value {
        guard let root = tree.root else { return .null }
        return try compose(root)
    }

    private mutating func compose(_ node: YAMLNode) throws(DocumentError) -> Value {
        try countStep()
        switch node.content {
        case .scalar(let scalar): return try scalar.value()
        case .sequence(let children): return try composeSequence(children)
        case .mapping(let children): return try composeMapping(children)
        case .alias(let name, let index):
            let target = try enterAlias(name, index)
            defer { activeAnchors.remove(index) }
            return try compose(target)
        }
    }

    private mutating func composeSequence(_ children: [YAMLNode]) throws(DocumentError) -> Value {
        var elements: [Value] = []
        elements.reserveCapacity(children.count)
        for child in children {
            path.append(.index(elements.count))
            elements.append(try compose(child))
            path.removeLast()
        }
        return .array(elements)
    }

    private mutating func composeMapping(_ children: [YAMLNode]) throws(DocumentError) -> Value {
        var members: [(String, Value)] = []
        members.reserveCapacity(children.count / 2)
        var written: Set<String> = []
        for index in stride(from: 0, to: children.count - 1, by: 2) {
            let (keyNode, valueNode) = (children[index], children[index + 1])
            if keyNode.isMerge {
                try merge(valueNode, into: &members)
                continue
            }
            let key = try composeKey(keyNode, valueNode)
            path.append(.key(key))
            members.append((key, try compose(valueNode)))
            if !written.insert(key).inserted, activeAnchors.isEmpty {
                duplicateKeys.append(
                    DuplicateKey(key: key, path: path.dottedPath, line: valueNode.position.line))
            }
            path.removeLast()
        }
        return .object(Object(members))
    }

    /// Takes over the members of a mapping, or of a list of mappings of which the first wins.
    private mutating func merge(_ node: YAMLNode, into members: inout [(String, Value)]) throws(DocumentError) {
        switch node.content {
        case .sequence(let children):
            for child in children.reversed() {
                guard mappingBehind(child) != nil else { throw .yaml(.mergeWantsMap) }
                try merge(child, into: &members)
            }
        case .mapping, .alias:
            guard mappingBehind(node) != nil, case .object(let object) = try compose(node) else {
                throw .yaml(.mergeWantsMap)
            }
            for (key, value) in object { members.append((key, value)) }
        case .scalar: throw .yaml(.mergeWantsMap)
        }
    }

    private func mappingBehind(_ node: YAMLNode) -> YAMLNode? {
        if case .alias(_, let index) = node.content { return tree.anchors[index].flatMap { $0.isMapping ? $0 : nil } }
        return node.isMapping ? node : nil
    }

    private mutating func composeKey(_ node: YAMLNode, _ value: YAMLNode) throws(DocumentError) -> String {
        let key = try compose(node)
        switch key {
        case .string(let text): return text
        case .integer(let number): return String(number)
        case .double(let number): return GoNumber.general(Double(Float(number)))
        case .bool(let truth): return truth ? "true" : "false"
        case .null: throw .yaml(.nullKey(value: try compose(value).goSyntax(keyType: "interface {}")))
        case .array, .object: throw .yaml(.invalidKey(key.goSyntax(keyType: "interface {}")))
        }
    }
}

extension YAMLComposer {
    private mutating func enterAlias(_ name: String, _ index: Int) throws(DocumentError) -> YAMLNode {
        guard let target = tree.anchors[index], activeAnchors.insert(index).inserted else {
            throw .yaml(.anchorContainsItself(name))
        }
        return target
    }

    /// Refuses documents of which too much comes out of aliases (one that repeats a list of lists of lists).
    private mutating func countStep() throws(DocumentError) {
        steps += 1
        if !activeAnchors.isEmpty { stepsInAliases += 1 }
        guard stepsInAliases > 100, steps > 1000 else { return }
        guard Double(stepsInAliases) / Double(steps) <= allowedAliasShare else { throw .yaml(.excessiveAliasing) }
    }

    /// 99% in small documents, falling to 10% between 400,000 and 4,000,000 steps.
    private var allowedAliasShare: Double {
        let (low, high) = (400_000, 4_000_000)
        if steps <= low { return 0.99 }
        if steps >= high { return 0.10 }
        return 0.99 - 0.89 * (Double(steps - low) / Double(high - low))
    }
}
