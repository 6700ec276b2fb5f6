extension Phrase {
    var english: String {
        switch self {
        case .passed: "[pass]"
        case .failed: "[FAIL]"
        case .skipped: "[skip]"
        case .waiting: "[wait]"
        case .trueIn(let duration): "not yet, but in about \(DurationText.text(duration)) by itself"
        case .needs(let check): "looked at once \"\(check)\" has passed"
        case .notForManifests: "asks for commands; a folder of manifests is not graded on it"
        case .wanted(let text): "expected \(text), not looked at yet"
        case .advice(let text): "try:   \(text)"
        case .object(let name): name.english
        case .missing(let name): "expected \(name.english), found none"
        case .present(let name): "expected no \(name.english), and it is there"
        case .count(let name, let expected, let found):
            "expected \(expected) of \(name.english) as wanted, found \(found)"
        case .unknownKind(let kind): "the cluster serves no kind \(kind)"
        case .broken(let name, let instant): "\(name.english) was as wanted until \(instant); undo goes back"
        case .neverTrue(let name): "\(name.english) has not been as wanted yet"
        case .noEvent(let name, let reason, let message):
            "expected an event \(reason)\(name.kind.isEmpty ? "" : " about \(name.english)")"
                + (message.isEmpty ? "" : " with the message \(message)") + ", found none yet"
        case .mismatch(let path, let expected, let found): "\(path): expected \(expected), found \(found)"
        case .nothingFound: "nothing"
        case .anythingBut(let value): "anything but \(value)"
        case .relation(let relation, let operand): "\(relation.english) \(operand)"
        case .anyText: "any text"
        case .textWith(let pattern): "a text with \(pattern)"
        case .noValue: "no value"
        case .element(let present):
            present.isEmpty ? "such an element" : "such an element (there is \(present.joined(separator: " and ")))"
        case .noOthers(let extra): "no other elements than those asked for, not \(extra.joined(separator: " and "))"
        case .order(let names): "another order than \(names.joined(separator: ", "))"
        case .http(let url, let expected, let found): "\(url): expected \(expected), got \(found)"
        case .httpStatus(let status): "status \(status)"
        case .httpBody(let text): "an answer with \(text)"
        case .httpFailed(let message): "no answer (\(message))"
        case .neverPrinted(let text, let command?):
            "expected a command with \(command) that shows \(text), found none yet"
        case .neverPrinted(let text, nil): "expected a command that shows \(text), found none yet"
        case .otherNamespace(let name): "there is one in namespace \(name.namespace)"
        case .nearName(let name): "there is \(name.argument); is that the one?"
        case .otherKind(let name): "there is a \(name.kind) of this name"
        case .others(let names): "there are only: \(names.joined(separator: ", "))"
        case .cause(let cause): "cause: \(cause.english)"
        case .next(let command): "next:  \(command)"
        }
    }
}

extension ObjectName {
    fileprivate var english: String {
        let place = namespace.isEmpty ? "" : " in namespace \(namespace)"
        return name.isEmpty ? "any \(kind)\(place)" : "\(kind) \(name)\(place)"
    }
}

extension ScalarPattern.Relation {
    fileprivate var english: String {
        switch self {
        case .atLeast: "at least"
        case .atMost: "at most"
        case .above: "more than"
        case .below: "less than"
        }
    }
}

extension Cause {
    fileprivate var english: String {
        switch self {
        case .waiting(let pod, let container, let reason, let message):
            "container \(container) of pod \(pod.name) waits: \(reason)\(message.isEmpty ? "" : ": \(message)")"
        case .crashed(let pod, let container, let code, let reason, let line):
            "container \(container) of pod \(pod.name) ended with code \(code) (\(reason))"
                + (line.map { "; its last line: \($0)" } ?? "")
        case .unschedulable(let pod, let message): "no node takes pod \(pod.name): \(message)"
        case .notReady(let pod, let message?): "pod \(pod.name) runs but is not ready: \(message)"
        case .notReady(let pod, nil): "pod \(pod.name) runs and its readiness has not been probed yet"
        case .condition(let name, let type, let reason, let message):
            "\(name.kind) \(name.name) says \(type): \(reason): \(message)"
        case .warning(let name, let reason, let message):
            "a warning about \(name.kind) \(name.name): \(reason): \(message)"
        case .selectsNothing(let name, let selector, let labels?):
            "\(name.kind) \(name.name) selects \(selector), but the pods have \(labels)"
        case .selectsNothing(let name, let selector, nil):
            "\(name.kind) \(name.name) selects \(selector), and no pod has these labels"
        case .terminating(let name, let finalizers):
            finalizers.isEmpty
                ? "\(name.kind) \(name.name) is being deleted"
                : "\(name.kind) \(name.name) is being deleted and waits for \(finalizers.joined(separator: ", "))"
        case .suspended(let name): "\(name.kind) \(name.name) is suspended"
        case .notYetScheduled(let name, let schedule):
            "the time of \(name.kind) \(name.name) (\(schedule)) has not come yet"
        case .inProgress(let name): "the last change to \(name.kind) \(name.name) is still being worked on"
        }
    }
}
