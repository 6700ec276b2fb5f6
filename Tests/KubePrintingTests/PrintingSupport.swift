import Documents
import KubeModel
import KubePrinting
import Testing

/// The moment at which the tests look: 2026-11-22T12:00:00Z.
let noon = Instant(rfc3339: "2026-11-22T12:00:00Z")!

/// The time so many seconds before noon, as objects hold it.
func ago(_ seconds: Int) -> Value { .string((noon - .seconds(seconds)).rfc3339) }

/// An object with a name, made 5 seconds before noon in the namespace `default`.
func object(
    _ name: String, namespace: String = "default", labels: Object = [:], annotations: Object = [:],
    _ fields: Object = [:]
) -> Object {
    var object = fields
    object.name = name
    object.namespace = namespace
    object["metadata", "creationTimestamp"] = object["metadata", "creationTimestamp"] ?? ago(5)
    object.labels = labels
    object.annotations = annotations
    return object
}

/// Expects what `kubectl get` prints of objects, ending without a line end.
func expectTable(
    _ resource: ResourceType, _ objects: [Object], wide: Bool = false, _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    var options = TablePrinter.Options()
    options.isWide = wide
    var printer = TablePrinter(options: options)
    let printed = printer.print(objects, of: resource, as: Tables.table(for: resource), now: noon)
    #expect(printed == text + "\n", sourceLocation: sourceLocation)
}

/// Expects what `kubectl describe` prints of an object without events of its own.
func expectDescription(
    _ resource: ResourceType, _ object: Object, related: [ResourceType: [Object]] = [:], events: Bool = false,
    now: Instant = noon, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let printed = Describers.text(object, of: resource, now: now, showsEvents: events) { list in
        (related[list.resource] ?? []).filter { list.namespace.isEmpty || $0.namespace == list.namespace }
    }
    #expect(printed == text + "\n", sourceLocation: sourceLocation)
}

/// The value of a text of YAML.
func yaml(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Object {
    do {
        return try YAML.parse(text).object ?? [:]
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
        return [:]
    }
}
