extension YAML.Document {
    /// Where a field stands in the file: the line and column of its key, or of an element's first character.
    ///
    /// `nil` when the document has no such field. A field that comes by an alias or a merge stands where it was written.
    package func position(of path: [PathStep]) -> DocumentPosition? {
        let tree: YAMLTree
        do throws(DocumentError) {
            tree = try YAMLTree(bytes)
        } catch {
            return nil  // a document that was read as JSON need not be YAML
        }
        var finder = YAMLFinder(tree: tree)
        return tree.root.flatMap { finder.position(of: path[...], in: $0) }.map {
            DocumentPosition(line: $0.line + linesBefore, column: $0.column, offset: $0.offset)
        }
    }

    /// The place of a field in the API server's notation: `spec.containers[0].image`, `metadata.labels[app.io/name]`.
    package func position(of path: String) -> DocumentPosition? {
        position(of: [PathStep](dottedPath: path))
    }
}

/// Walks down a tree of nodes.
private struct YAMLFinder {
    let tree: YAMLTree
    private var aliasesLeft = 100

    init(tree: YAMLTree) {
        self.tree = tree
    }

    mutating func position(of path: ArraySlice<PathStep>, in node: YAMLNode) -> DocumentPosition? {
        guard let step = path.first else { return node.position }
        let rest = path.dropFirst()
        switch (resolved(node)?.content, step) {
        case (.sequence(let children)?, .index(let index)):
            guard children.indices.contains(index) else { return nil }
            return position(of: rest, in: children[index])
        case (.mapping(let children)?, .key(let key)):
            guard let (keyNode, valueNode) = member(key, of: children) else { return nil }
            return rest.isEmpty ? keyNode.position : position(of: rest, in: valueNode)
        default: return nil
        }
    }

    private mutating func resolved(_ node: YAMLNode) -> YAMLNode? {
        guard case .alias(_, let index) = node.content else { return node }
        aliasesLeft -= 1
        guard aliasesLeft > 0, let target = tree.anchors[index] else { return nil }
        return resolved(target)
    }

    private mutating func member(_ key: String, of children: [YAMLNode]) -> (YAMLNode, YAMLNode)? {
        var merged: [YAMLNode] = []
        for index in stride(from: children.count - 2, through: 0, by: -2) {
            if children[index].isMerge { merged.append(children[index + 1]) }
            if case .scalar(let scalar) = children[index].content, scalar.text == key {
                return (children[index], children[index + 1])
            }
        }
        for node in merged {
            guard case .mapping(let children)? = resolved(node)?.content else { continue }
            if let found = member(key, of: children) { return found }
        }
        return nil
    }
}

extension [PathStep] {
    /// Reads `spec.containers[0].image` and `metadata.annotations[example.com/owner]`.
    package init(dottedPath: String) {
        self = []
        var name: [UInt8] = []
        var isInBrackets = false
        func text() -> String { String(decoding: name, as: UTF8.self) }
        for byte in dottedPath.utf8 {
            switch (byte, isInBrackets) {
            case (UInt8(ascii: "."), false), (UInt8(ascii: "["), false):
                if !name.isEmpty { append(.key(text())) }
                name = []
                isInBrackets = byte == UInt8(ascii: "[")
            case (UInt8(ascii: "]"), true):
                append(Int(text()).map(PathStep.index) ?? .key(text()))
                name = []
                isInBrackets = false
            default: name.append(byte)
            }
        }
        if !name.isEmpty { append(.key(text())) }
    }
}
