import Documents
import KubeAPI
import KubeModel
import Shell

extension KubectlContext {
    /// Reads the manifests of one text, up to the first that does not parse.
    ///
    /// Source: `k8s.io/cli-runtime/pkg/resource` `StreamVisitor.Visit`.
    mutating func readManifests(_ source: ManifestSource, _ query: ResourceQuery, into result: inout ResourceResult) {
        do throws(KubectlError) {
            let bytes = try bytes(of: source)
            if manifestsRead.count < ManifestText.countMax {
                manifestsRead.append(ManifestText(source: source.name, bytes: bytes))
            }
            let stream = YAML.stream(in: bytes)
            let text = stream.documents.count == 1 ? Self.jsonText(bytes) : nil
            for document in stream.documents {
                if query.validates { try validate(document, source.name) }
                do { result.infos += try infos(of: document, source.name, query, text: text) } catch {
                    result.errors.append(error)
                }
            }
            if let failure = stream.failure { throw .manifest(ManifestProblem(failure, source: source.name)) }
        } catch {
            result.errors.append(error)
        }
    }

    mutating func bytes(of source: ManifestSource) throws(KubectlError) -> [UInt8] {
        switch source {
        case .standardInput:
            return try readStandardInput()
        case .file(let path, _):
            do { return try readFile(path) } catch {
                throw .message("open \(path): \(error.goReason)")
            }
        case .kustomization(let folder):
            return Array(try kustomization(at: folder).utf8)
        }
    }

    /// The check that kubectl makes before the server makes its own.
    ///
    /// Source: `k8s.io/kubectl/pkg/validation` `getObjectKind`.
    private func validate(_ document: YAML.Document, _ source: String) throws(KubectlError) {
        var problems: [String] = []
        if case .object(let object) = document.value {
            for field in ["apiVersion", "kind"] {
                switch object[field] {
                case nil, .null?: problems.append("\(field) not set")
                case .string?: break
                default: problems.append("\(field) isn't string type")
                }
            }
        } else {
            problems = ["invalid object to validate"]
        }
        guard !problems.isEmpty else { return }
        let text = problems.count == 1 ? problems[0] : "[\(problems.joined(separator: ", "))]"
        let message =
            "error validating \(source.goQuoted): error validating data: \(text); if you choose to ignore these errors, turn validation off with --validate=false"
        throw .manifest(ManifestProblem(source: source, line: document.linesBefore + 1, message: message))
    }

    /// JSON as it was written, which messages repeat; `nil` for YAML, which they show as JSON.
    private static func jsonText(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self).trimmed
        return text.utf8.first == UInt8(ascii: "{") ? text : nil
    }

    /// The objects of a document: itself, or the items of a list.
    private func infos(
        of document: YAML.Document, _ source: String, _ query: ResourceQuery, text: String?
    ) throws(KubectlError) -> [ResourceInfo] {
        guard case .object(let object) = document.value else {
            let isLocal = query.isLocal
            let target =
                isLocal
                ? #"struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }"#
                : "unstructured.detector"
            let words = "json: cannot unmarshal \(document.value.jsonTypeName) into Go value of type \(target)"
            throw decodeError(
                source, document, isLocal ? "couldn't get version/kind; json parse error: \(words)" : words)
        }
        if object.kind.isEmpty {
            throw decodeError(source, document, "Object 'Kind' is missing in '\(text ?? JSON.encode(document.value))'")
        }
        if let problem = MetadataDecoder.problem(with: document.value) { throw decodeError(source, document, problem) }
        guard case .array(let items)? = object["items"], object.kind.hasSuffix("List") else {
            return [try info(of: object, source, query)]
        }
        if object.kind != "List" { _ = try resourceType(of: object, source) }
        var infos: [ResourceInfo] = []
        for item in items {
            guard case .object(let item) = item else { continue }
            infos.append(try info(of: item, source, query))
        }
        return infos
    }

    private func decodeError(_ source: String, _ document: YAML.Document, _ problem: String) -> KubectlError {
        .manifest(
            ManifestProblem(
                source: source, line: document.linesBefore + 1,
                message: "unable to decode \(source.goQuoted): \(problem)"))
    }

    private func info(of object: Object, _ source: String, _ query: ResourceQuery) throws(KubectlError) -> ResourceInfo
    {
        var object = object
        let type = try resourceType(of: object, source)
        if type.isNamespaced {
            if object.namespace.isEmpty, !query.isLocal { object.namespace = query.namespace }
            if query.isNamespaceExplicit, object.namespace != query.namespace {
                throw .message(
                    "the namespace from the provided object \(object.namespace.goQuoted) does not match the namespace \(query.namespace.goQuoted). You must pass '--namespace=\(object.namespace)' to perform this operation."
                )
            }
        } else {
            object.namespace = ""
        }
        var info = ResourceInfo(object, type: type)
        info.source = source
        info.isLocal = query.isLocal
        return info
    }

    private func resourceType(of object: Object, _ source: String) throws(KubectlError) -> ResourceType {
        let kind = GroupVersionKind(apiVersion: object.apiVersion, kind: object.kind)
        if let type = connection.resources.resource(kind: kind.kind, group: kind.group, version: kind.version) {
            return type
        }
        // Kinds of the core group are found without a version, but no address of the server has none.
        if kind.apiVersion.isEmpty, let type = connection.resources.resource(kind: kind.kind, group: "", version: "v1")
        {
            return type.withoutVersion
        }
        throw .manifest(
            ManifestProblem(
                source: source,
                message:
                    "resource mapping not found for name: \(object.name.goQuoted) namespace: \(object.namespace.goQuoted) from \(source.goQuoted): no matches for kind \(kind.kind.goQuoted) in version \(kind.apiVersion.goQuoted)\nensure CRDs are installed first"
            ))
    }

    /// What a label selector accepts, for objects that no server selects.
    func labelFilter(_ text: String) throws(KubectlError) -> (Object) -> Bool {
        do {
            let selector = try LabelSelector.parsed(text.trimmed)
            return { selector.matches($0.labels) }
        } catch {
            throw .message("the provided selector \(text.goQuoted) is not valid: \(error.message)")
        }
    }
}

extension ManifestProblem {
    init(_ error: DocumentError, source: String) {
        self.init(source: source, message: "error parsing \(source): \(error.message)")
        switch error {
        case .json(_, let position): (line, column) = (position.line, position.column)
        case .yaml(.syntax(_, _, let position)): (line, column) = (position?.line, position?.column)
        case .yaml(.duplicateKeys(let keys)): line = keys.first?.line
        case .yaml: break
        }
    }
}

extension KubectlError {
    /// The first manifest problem in it, for help beside kubectl's own words.
    var manifestProblem: ManifestProblem? {
        switch self {
        case .manifest(let problem): problem
        case .several(let errors): errors.lazy.compactMap(\.manifestProblem).first
        default: nil
        }
    }
}

extension Value {
    /// The type of a JSON value in Go's words.
    fileprivate var jsonTypeName: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .integer, .double: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
