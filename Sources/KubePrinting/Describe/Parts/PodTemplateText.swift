import Documents
import KubeModel

extension DescribeWriter {
    mutating func podTemplate(_ template: Value?) {
        line("Pod Template:")
        guard let template else {
            write("<unset>", level: 1)
            return
        }
        labels("  Labels", template.map("metadata", "labels"))
        let annotations = template.map("metadata", "annotations")
        if !annotations.isEmpty { self.annotations(annotations, title: "  Annotations") }
        optional("Service Account", template["spec", "serviceAccountName"], level: 1)
        let initContainers = template.list("spec", "initContainers")
        if !initContainers.isEmpty { containers(ContainersText(title: "Init Containers", containers: initContainers)) }
        containers(ContainersText(title: "Containers", containers: template.list("spec", "containers")))
        volumes(template.list("spec", "volumes"), isTemplate: true)
        topologySpread(template.list("spec", "topologySpreadConstraints"), isTemplate: true)
        optional("Priority Class Name", template["spec", "priorityClassName"], level: 1)
        labels("  Node-Selectors", template.map("spec", "nodeSelector"))
        tolerations(template.list("spec", "tolerations"), isTemplate: true)
    }

    /// `node.kubernetes.io/not-ready:NoExecute op=Exists for 300s`
    mutating func tolerations(_ tolerations: [Value], isTemplate: Bool = false) {
        let texts = tolerations.stableSorted { $0.text("key") }.map(Self.toleration)
        list(isTemplate ? "  Tolerations" : "Tolerations", texts)
    }

    private static func toleration(_ toleration: Value) -> String {
        let value = toleration.text("value")
        let effect = toleration.text("effect")
        var text = toleration.text("key")
        if !value.isEmpty { text += "=\(value)" }
        if !effect.isEmpty { text += ":\(effect)" }
        if toleration.text("operator") == "Exists", value.isEmpty { text += text.isEmpty ? "op=Exists" : " op=Exists" }
        return text + (toleration["tolerationSeconds"]?.int.map { " for \($0)s" } ?? "")
    }

    mutating func topologySpread(_ constraints: [Value], isTemplate: Bool = false) {
        guard !constraints.isEmpty else { return }
        let texts = constraints.stableSorted { $0.text("topologyKey") }.map { constraint in
            let selector = constraint["labelSelector"].map { " for selector \(LabelText.selector($0))" } ?? ""
            return "\(constraint.text("topologyKey")):\(constraint.text("whenUnsatisfiable"))"
                + " when max skew \(constraint.count("maxSkew")) is exceeded\(selector)"
        }
        list((isTemplate ? "  " : "") + "Topology Spread Constraints", texts)
    }

    /// `1 Running / 0 Waiting / 0 Succeeded / 0 Failed`
    static func podStatuses(_ pods: [Object]) -> String {
        [("Running", "Running"), ("Pending", "Waiting"), ("Succeeded", "Succeeded"), ("Failed", "Failed")]
            .map { phase, word in "\(pods.filter { $0.text("status", "phase") == phase }.count) \(word)" }
            .joined(separator: " / ")
    }

    /// Type, status and reason of the conditions of a set of pods.
    mutating func shortConditions(of object: Object) {
        let conditions = object.list("status", "conditions")
        guard !conditions.isEmpty else { return }
        line("Conditions:")
        headings(["Type", "Status", "Reason"], underline: ["----", "------", "------"])
        for condition in conditions {
            row([condition.text("type") + " ", condition.text("status"), condition.text("reason")])
        }
    }
}
