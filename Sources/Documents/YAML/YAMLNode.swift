/// A part of a document as it was written: before types, aliases and merges are resolved.
struct YAMLNode {
    enum Content {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        /// Keys and values in turn.
        case mapping([YAMLNode])
        /// A reference to `YAMLTree.anchors`.
        case alias(name: String, index: Int)
    }

    let content: Content
    let position: DocumentPosition
}

extension YAMLNode {
    /// `<<`, the key that takes over the members of another mapping.
    var isMerge: Bool {
        guard case .scalar(let scalar) = content, scalar.text == "<<" else { return false }
        return scalar.isPlain || scalar.tag == YAMLTag.merge
    }

    var isMapping: Bool {
        if case .mapping = content { true } else { false }
    }
}

/// The nodes of one document and what its anchors stand for.
struct YAMLTree {
    private(set) var root: YAMLNode?
    /// In the order of their marks; `nil` while the anchored node is being read.
    private(set) var anchors: [YAMLNode?] = []
    private var anchorIndexes: [String: Int] = [:]

    /// Reads the first document of a text.
    ///
    /// Source: go.yaml.in/yaml/v2 (`parser.parse` in decode.go).
    init(_ bytes: [UInt8]) throws(DocumentError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(DocumentError) in
            var reader = YAMLEventReader(buffer)
            while true {
                switch try reader.next().kind {
                case .documentStart:
                    root = try read(from: &reader)
                    _ = try reader.next()
                    return
                case .streamEnd: return
                case .streamStart, .documentEnd, .alias, .scalar, .sequenceStart, .sequenceEnd, .mappingStart,
                    .mappingEnd:
                    continue
                }
            }
        }
    }

    private mutating func read(from reader: inout YAMLEventReader) throws(DocumentError) -> YAMLNode? {
        let event = try reader.next()
        switch event.kind {
        case .alias(let name):
            guard let index = anchorIndexes[name] else { throw .yaml(.unknownAnchor(name)) }
            return YAMLNode(content: .alias(name: name, index: index), position: event.position)
        case .scalar(let scalar, let anchor):
            return record(YAMLNode(content: .scalar(scalar), position: event.position), at: reserve(anchor))
        case .sequenceStart(let anchor):
            let place = reserve(anchor)
            let children = try readChildren(from: &reader)
            return record(YAMLNode(content: .sequence(children), position: event.position), at: place)
        case .mappingStart(let anchor):
            let place = reserve(anchor)
            let children = try readChildren(from: &reader)
            return record(YAMLNode(content: .mapping(children), position: event.position), at: place)
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
            return nil
        }
    }

    private mutating func readChildren(from reader: inout YAMLEventReader) throws(DocumentError) -> [YAMLNode] {
        var children: [YAMLNode] = []
        while let child = try read(from: &reader) { children.append(child) }
        return children
    }

    /// Anchors count from the start of their node, so that a node can name itself (which is a mistake found later).
    private mutating func reserve(_ anchor: String?) -> Int? {
        guard let anchor else { return nil }
        anchors.append(nil)
        anchorIndexes[anchor] = anchors.count - 1
        return anchors.count - 1
    }

    private mutating func record(_ node: YAMLNode, at place: Int?) -> YAMLNode {
        if let place { anchors[place] = node }
        return node
    }
}
