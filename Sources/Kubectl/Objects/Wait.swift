import Documents
import KubeAPI
import KubeModel

extension Command {
    static let wait = Command(
        name: "wait", group: .advanced,
        usage:
            "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
        summary: "Experimental: Wait for a specific condition on one or many resources.",
        details:
            "The command waits until the condition is seen in the status of every given object, or until the timeout.",
        examples: """
            # Until a pod is ready
            kubectl wait --for=condition=Ready pod/web

            # Until a field has a value
            kubectl wait --for=jsonpath='{.status.phase}'=Running pod/web

            # Until an object is gone, at most a minute
            kubectl wait --for=delete pod/web --timeout=60s
            """,
        flags: Flag.filenameOfManifests("identifying the resource.") + Flag.printing + [
            .all("Select all resources in the namespace of the specified resource types"), .allNamespaces,
            .fieldSelector,
            .array(
                "for",
                "The condition to wait on: [create|delete|condition=condition-name[=condition-value]|jsonpath='{JSONPath expression}'=[JSONPath value]]."
            ),
            .local, .selector,
            .duration(
                "timeout", default: "30s",
                "The length of time to wait before giving up. Zero means check once and don't wait, negative means wait for a week."
            ),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runWait() })
}

/// What `--for` asks for.
private enum WaitCondition {
    case deletion, creation
    /// By the names of `status.conditions`, whatever their case.
    case condition(String, status: String)
    /// `nil` when any value will do.
    case path(JSONPath, value: String?)

    /// Source: `k8s.io/kubectl/pkg/cmd/wait/wait.go` `conditionFuncFor`.
    init(_ text: String) throws(KubectlError) {
        let lowered = text.lowercased()
        if lowered == "delete" { self = .deletion; return }
        if lowered == "create" { self = .creation; return }
        if text.hasPrefix("condition=") {
            let parts = text.dropFirst("condition=".count).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            self = .condition(String(parts[0]), status: parts.count == 2 ? String(parts[1]) : "true")
            return
        }
        if text.hasPrefix("jsonpath=") {
            self = try Self.path(String(text.dropFirst("jsonpath=".count)))
            return
        }
        throw .message("unrecognized condition: \(text.goQuoted)")
    }

    /// `{.status.phase}=Running`, `{.status.phase}`
    private static func path(_ text: String) throws(KubectlError) -> WaitCondition {
        var expression = text
        var value: String?
        if let end = text.firstRange(of: "}=") {
            expression = String(text[..<end.lowerBound]) + "}"
            value = String(text[end.upperBound...])
        } else if !text.hasSuffix("}"), let equals = text.lastIndex(of: "=") {
            expression = String(text[..<equals])
            value = String(text[text.index(after: equals)...])
        }
        if expression.isEmpty { throw .message("jsonpath expression cannot be empty") }
        if let given = value?.trimmed, given.isEmpty {
            throw .message(
                "jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3")
        }
        let quotes: Set<Character> = ["'", "\""]
        if let given = value?.trimmed, given.count >= 2, let first = given.first, quotes.contains(first),
            given.last == first
        {
            value = String(given.dropFirst().dropLast())
        }
        do { return .path(try JSONPath.parseRelaxed(expression, allowMissingKeys: true), value: value?.trimmed) } catch
        {
            throw .message(error.message)
        }
    }

    func holds(for object: Object) throws(KubectlError) -> Bool {
        switch self {
        case .deletion: return false
        case .creation: return true
        case .condition(let name, let status):
            let conditions = object["status"]?["conditions"]?.array ?? []
            guard let found = conditions.first(where: { $0["type"]?.string?.lowercased() == name.lowercased() }) else {
                return false
            }
            let observed = found["observedGeneration"]?.int ?? object["status"]?["observedGeneration"]?.int
            if let observed, observed < object.generation { return false }
            return found["status"]?.string?.lowercased() == status.lowercased()
        case .path(let path, let value): return try Self.holds(path, value, for: object)
        }
    }

    private static func holds(_ path: JSONPath, _ value: String?, for object: Object) throws(KubectlError) -> Bool {
        let results: [Value]
        do { results = try path.results(.object(object)).flatMap { $0 } } catch { throw .message(error.message) }
        guard let first = results.first else { return false }
        if results.count > 1 { throw .message("given jsonpath expression matches more than one value") }
        guard let value else { return true }
        switch first {
        case .object, .array: throw .message("jsonpath leads to a nested object or list which is not supported")
        case .null, .bool, .integer, .double, .string: return first.goText == value
        }
    }
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/wait/wait.go`.
    fileprivate mutating func runWait() throws(KubectlError) {
        let texts = flags.list("for")
        guard let text = texts.first else { throw .message("unrecognized condition: []") }
        let condition = try WaitCondition(text)
        var printer = try printer(operation: "condition met", dryRun: .none)
        let timeout = flags.duration("timeout")
        let deadline = now + (timeout < .zero ? .seconds(168 * 3600) : timeout)
        var query = query()
        query.allowsEmptySelector = query.selectsAll
        if case .creation = condition { return try waitForCreation(query, deadline, &printer) }
        var result = try find(query)
        if case .deletion = condition { result.errors.removeAll(where: \.isNotFound) }
        for info in result.infos {
            do { try wait(for: condition, info, deadline, &printer) } catch { result.errors.append(error) }
        }
        if let error = KubectlError.joined(result.errors) { throw error }
        if case .deletion = condition { return }
        if result.infos.isEmpty { throw .message("no matching resources found") }
    }

    private mutating func wait(
        for condition: WaitCondition, _ info: ResourceInfo, _ deadline: Instant, _ printer: inout Printer
    )
        throws(KubectlError)
    {
        var current = info.object ?? Object()
        let uid = current.uid
        let isMet = try wait(until: deadline) { context throws(KubectlError) in
            let object = try context.getIfPresent(info)
            if case .deletion = condition { return object == nil || object?.uid != uid }
            guard let object else { return false }
            current = object
            return try condition.holds(for: object)
        }
        guard isMet else {
            let isAsked = flags.duration("timeout") == .zero
            throw .message(
                "\(isAsked ? "condition not met for" : "timed out waiting for the condition on") \(info.resourceName)")
        }
        try show(current, with: &printer)
        flushOutput()
    }

    private mutating func waitForCreation(_ query: ResourceQuery, _ deadline: Instant, _ printer: inout Printer)
        throws(KubectlError)
    {
        var found: [ResourceInfo] = []
        var problem: KubectlError?
        let isMet = try wait(until: deadline) { context throws(KubectlError) in
            let result = try context.find(query)
            problem = result.errors.first { !$0.isNotFound }
            if problem != nil { return true }
            found = result.infos
            return result.errors.isEmpty && !found.isEmpty
        }
        if let problem { throw problem }
        guard isMet else { throw .message("timed out waiting for the condition") }
        for info in found { try show(info.object ?? Object(), with: &printer) }
    }
}
