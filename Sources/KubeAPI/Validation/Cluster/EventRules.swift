import Documents
import KubeModel

/// Events, as the core group writes them. Source: pkg/apis/core/validation/events.go
enum EventRules {
    private static let textMax = 128
    private static let messageMax = 1024

    static func check(_ event: Object, _ errors: inout FieldErrors) {
        let involved = event.part("involvedObject").text("namespace")
        let isNew = event.text("eventTime") != ""
        let isClusterWide = event.namespace == "default" || isNew && event.namespace == "kube-system"
        // Events of the newer kind may stand elsewhere than what they are about.
        let fits = involved.isEmpty ? isClusterWide || event.namespace.isEmpty : isNew || involved == event.namespace
        if !fits {
            errors.invalid(FieldPath(text: "involvedObject")["namespace"], involved, "does not match event.namespace")
        }
        if isNew { recorded(event, &errors) }
    }

    /// What an event must say that was recorded at one exact time.
    private static func recorded(_ event: Object, _ errors: inout FieldErrors) {
        let controller = event.text("reportingComponent")
        let place = FieldPath(text: "reportingComponent")
        if controller.isEmpty { errors.required(place) }
        errors.invalid(place, controller, Names.qualifiedNameProblems(controller))
        for field in ["reportingInstance", "action", "reason"] {
            let text = event.text(field)
            if text.isEmpty { errors.required(FieldPath(text: field)) }
            if text.utf8.count > textMax {
                errors.invalid(FieldPath(text: field), "", "can have at most \(textMax) characters")
            }
        }
        if event.text("message").utf8.count > messageMax {
            errors.invalid(FieldPath(text: "message"), "", "can have at most \(messageMax) characters")
        }
    }
}
