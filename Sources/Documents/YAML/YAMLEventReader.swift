// Yams' own composer refuses an object that has one key twice, which kubectl accepts, and does not give out its events;
// so they are read from the parser library inside it.
import CYaml

/// One event of libyaml's parser, with what go-yaml looks at.
struct YAMLEvent {
    enum Kind {
        case streamStart, streamEnd, documentStart, documentEnd, sequenceEnd, mappingEnd
        case alias(String)
        case scalar(YAMLScalar, anchor: String?)
        case sequenceStart(anchor: String?)
        case mappingStart(anchor: String?)
    }

    let kind: Kind
    let position: DocumentPosition
}

/// The text of a scalar and how it was written.
struct YAMLScalar: Hashable, Sendable {
    let text: String
    /// The full tag, `tag:yaml.org,2002:str`; empty when there is none.
    let tag: String
    /// Whether the text decides on the type: neither quoted nor tagged.
    let isPlain: Bool
}

/// Reads YAML text event by event.
struct YAMLEventReader: ~Copyable {
    /// libyaml keeps a pointer to its parser in the parser, so it must stay where it is.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var depth = 0

    /// The bytes must outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }
}

extension YAMLEventReader {
    mutating func next() throws(DocumentError) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
        defer { yaml_event_delete(&event) }
        let kind = Self.kind(of: event)
        switch kind {
        case .sequenceStart, .mappingStart: depth += 1
        case .sequenceEnd, .mappingEnd: depth -= 1
        case .streamStart, .streamEnd, .documentStart, .documentEnd, .alias, .scalar: break
        }
        guard depth < YAML.depthLimit else { throw .yaml(.tooDeep(limit: YAML.depthLimit)) }
        return YAMLEvent(kind: kind, position: DocumentPosition(event.start_mark))
    }

    private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
        switch event.type {
        case YAML_STREAM_START_EVENT: .streamStart
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_ALIAS_EVENT: .alias(string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT: .scalar(scalar(of: event), anchor: string(event.data.scalar.anchor))
        case YAML_SEQUENCE_START_EVENT: .sequenceStart(anchor: string(event.data.sequence_start.anchor))
        case YAML_SEQUENCE_END_EVENT: .sequenceEnd
        case YAML_MAPPING_START_EVENT: .mappingStart(anchor: string(event.data.mapping_start.anchor))
        case YAML_MAPPING_END_EVENT: .mappingEnd
        default: .streamEnd
        }
    }

    private static func scalar(of event: yaml_event_t) -> YAMLScalar {
        let scalar = event.data.scalar
        return YAMLScalar(
            text: String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self),
            tag: string(scalar.tag) ?? "",
            isPlain: scalar.plain_implicit != 0)
    }

    private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    /// go-yaml prints the line of the mistake counted from zero, plus one only for mistakes in the scanner; and no line
    /// at all for the first one.
    ///
    /// Source: go.yaml.in/yaml/v2 (`parser.fail` in decode.go).
    private func syntaxError() -> DocumentError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unknown problem parsing YAML content"
        let problemLine = Int(parser.pointee.problem_mark.line)
        let contextLine = Int(parser.pointee.context_mark.line)
        guard parser.pointee.error != YAML_READER_ERROR else { return .yaml(.syntax(problem, line: nil, at: nil)) }
        // The scanner runs ahead of the events, so its own limit may come first.
        guard !problem.hasPrefix("Maximum nesting level") else { return .yaml(.tooDeep(limit: YAML.depthLimit)) }
        var line = contextLine
        if problemLine != 0 { line = parser.pointee.error == YAML_SCANNER_ERROR ? problemLine + 1 : problemLine }
        let position = DocumentPosition(parser.pointee.problem_mark)
        return .yaml(.syntax(problem, line: line == 0 ? nil : line, at: position))
    }
}

extension DocumentPosition {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1, offset: Int(mark.index))
    }
}
