import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension Command {
    static let describe = Command(
        name: "describe", group: .troubleshooting, usage: "(-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)",
        summary: "Show details of a specific resource or group of resources.",
        details: """
            Prints what matters about the objects in sentences and tables, with the events about them. A name that no object \
            has stands for all objects whose names begin with it.

            \(suggestAPIResources)
            """,
        examples: """
            # One pod
            kubectl describe pod web

            # All pods that a file, a label or the beginning of a name stands for
            kubectl describe -f pod.yaml
            kubectl describe pods -l app=web
            kubectl describe pods web
            """,
        flags: Flag.filename("containing the resource to describe") + [
            .selector, .allNamespaces,
            .bool("show-events", default: true, "If true, display events related to the described object."),
            .chunkSize,
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runDescribe() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/describe/describe.go`.
    fileprivate mutating func runDescribe() throws(KubectlError) {
        var query = query()
        if arguments.isEmpty, query.files.isEmpty {
            throw .message("You must specify the type of resource to describe. \(Command.suggestAPIResources)")
        }
        query.allowsEmptySelector = true
        query.fetchesLatest = true
        if query.allNamespaces { query.isNamespaceExplicit = false }
        let result = try find(query)
        if arguments.count == 2, result.infos.isEmpty, result.errors.count == 1, result.errors[0].isNotFound {
            return try describeByPrefix(query, instead: result.errors[0])
        }
        if let error = KubectlError.joined(result.errors) { throw error }
        let showsEvents = showsEvents(ofObjects: result.infos.count)
        for (index, info) in result.infos.enumerated() {
            if index > 0 { write("\n\n") }
            describe(info, showsEvents: showsEvents)
        }
        if result.infos.isEmpty {
            printError(query.allNamespaces ? "No resources found" : "No resources found in \(namespace) namespace.")
        }
    }

    /// Of several objects events are shown only when the command line asks for them.
    private func showsEvents(ofObjects count: Int) -> Bool {
        flags.bool("show-events") && (count < 2 || flags.isSet("show-events"))
    }

    private mutating func describe(_ info: ResourceInfo, showsEvents: Bool) {
        var context = self
        let text = Describers.text(
            info.object ?? Object(), of: info.type, now: now, showsEvents: showsEvents
        ) { related in
            do { return try context.list(related.resource, namespace: related.namespace) } catch {
                return nil  // what the user may not read is left out of the description
            }
        }
        write(text)
    }

    /// All objects whose names begin with the argument.
    private mutating func describeByPrefix(_ query: ResourceQuery, instead error: KubectlError) throws(KubectlError) {
        let type = try resourceType(arguments[0])
        let objects = try list(type, query).items.filter { $0.name.hasPrefix(arguments[1]) }
        if objects.isEmpty { throw error }
        for object in objects {
            describe(ResourceInfo(object, type: type), showsEvents: showsEvents(ofObjects: objects.count))
            write("\n")
        }
    }
}
