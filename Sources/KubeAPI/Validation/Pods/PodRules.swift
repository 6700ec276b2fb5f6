import Documents
import KubeModel

/// Pods and pod templates. Source: pkg/apis/core/validation/validation.go
enum PodRules {
    static func pod(_ pod: Object, _ errors: inout FieldErrors) {
        let spec = pod.part("spec")
        PodAnnotationRules.check(
            pod.part("metadata").map("annotations"), spec, FieldPath(text: "metadata")["annotations"], &errors)
        PodSpecRules.check(spec, .spec, podName: pod.part("metadata").text("name"), &errors)
        tokenNeedsAccount(spec, &errors)
        for kind in ["containers", "initContainers"] {
            for (index, container) in spec.list(kind).enumerated() {
                imageHasNoSpace(container, FieldPath.spec[kind][index], &errors)
            }
        }
    }

    /// A projected token belongs to an account, which only pods without one lack.
    private static func tokenNeedsAccount(_ spec: Value, _ errors: inout FieldErrors) {
        guard spec.text("serviceAccountName").isEmpty else { return }
        for (index, volume) in spec.list("volumes").enumerated() {
            for (place, source) in (volume["projected"]?.list("sources") ?? []).enumerated()
            where source["serviceAccountToken"] != nil {
                errors.forbidden(
                    FieldPath.spec["volumes"][index]["projected"]["sources"][place]["serviceAccountToken"],
                    "must not be specified when serviceAccountName is not set")
            }
        }
    }

    /// What holds for pods that are new.
    static func newPod(_ pod: Object, _ errors: inout FieldErrors) {
        Self.pod(pod, &errors)
        let spec = pod.part("spec")
        if !spec.list("ephemeralContainers").isEmpty {
            errors.forbidden(FieldPath.spec["ephemeralContainers"], "cannot be set on create")
        }
        if !spec.text("nodeName").isEmpty, !spec.list("schedulingGates").isEmpty {
            errors.forbidden(
                FieldPath.spec["nodeName"], "cannot be set until all schedulingGates have been cleared")
        }
    }

    static func imageHasNoSpace(_ container: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let image = container.text("image")
        let spaces: Set<Character> = [" ", "\t", "\n", "\r"]
        if image.first.map(spaces.contains) == true || image.last.map(spaces.contains) == true {
            errors.invalid(path["image"], image, "must not have leading or trailing whitespace")
        }
    }

    /// The template of a workload; `volumes` stand before its own, as a StatefulSet's claims do.
    static func template(
        _ template: Value, _ path: FieldPath, extraVolumes: [Value] = [], _ errors: inout FieldErrors
    ) {
        let metadata = template.part("metadata")
        MetadataRules.labels(metadata.map("labels"), path["labels"], &errors)
        MetadataRules.annotations(metadata.map("annotations"), path["annotations"], &errors)
        PodAnnotationRules.check(
            metadata.map("annotations"), template.part("spec"), path["annotations"], &errors)
        PodSpecRules.check(template.part("spec"), path["spec"], extraVolumes: extraVolumes, &errors)
        if !template.part("spec").list("ephemeralContainers").isEmpty {
            errors.forbidden(path["spec"]["ephemeralContainers"], "ephemeral containers not allowed in pod template")
        }
    }

    /// The template of a workload whose pods run for ever.
    static func runsForEver(_ template: Value, _ path: FieldPath, kind: String, _ errors: inout FieldErrors) {
        let spec = template.part("spec")
        if spec.text("restartPolicy") != "Always" {
            errors.notSupported(path["spec"]["restartPolicy"], spec.text("restartPolicy"), ["Always"])
        }
        if spec["activeDeadlineSeconds"] != nil {
            errors.forbidden(
                path["spec"]["activeDeadlineSeconds"], "activeDeadlineSeconds in \(kind) is not Supported")
        }
    }

    /// The labels of a template must be those that the workload selects.
    static func labelsMatch(
        _ template: Value, _ selector: LabelSelector, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        guard !selector.isEverything else { return }
        let labels = template.part("metadata")["labels"]
        if !selector.matches(labels?.object ?? Object()) {
            errors.invalid(path["metadata"]["labels"], labels, "`selector` does not match template `labels`")
        }
    }
}

/// Annotations of pods that mean something.
enum PodAnnotationRules {
    static func check(_ annotations: Object, _ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let mirror = "kubernetes.io/config.mirror"
        if let value = annotations[mirror]?.string, spec.text("nodeName").isEmpty {
            errors.invalid(path.key(mirror), value, "must set spec.nodeName if mirror pod annotation is set")
        }
        let cost = "controller.kubernetes.io/pod-deletion-cost"
        if let value = annotations[cost]?.string, !isCost(value) {
            errors.invalid(path.key(cost), value, "must be a 32bit integer")
        }
    }

    /// A number as Go prints it.
    private static func isCost(_ text: String) -> Bool {
        Int32(text)?.description == text
    }
}
