import Documents
import KubeModel

/// Source: pkg/apis/batch/validation/validation.go, `ValidateJob`.
enum JobRules {
    static func check(_ job: Object, _ errors: inout FieldErrors) {
        let spec = job.part("spec")
        generatedSelector(job, spec, &errors)
        jobSpec(spec, .spec, &errors)
        if spec["selector"] == nil {
            errors.required(FieldPath.spec["selector"])
        } else {
            SelectorRules.check(spec["selector"], FieldPath.spec["selector"], &errors)
        }
        if let selector = SelectorRules.usable(spec["selector"]) {
            let labels = spec.part("template").part("metadata")["labels"]
            if !selector.matches(labels?.object ?? Object()) {
                errors.invalid(
                    FieldPath.spec["template"]["metadata"]["labels"], labels,
                    "`selector` does not match template `labels`")
            }
        }
        hostnames(job, spec, &errors)
    }

    /// Pods of an indexed job are called after it and their index.
    private static func hostnames(_ job: Object, _ spec: Value, _ errors: inout FieldErrors) {
        guard spec.text("completionMode") == "Indexed", let completions = spec.number("completions"), completions > 0
        else { return }
        let last = "\(job.name)-\(completions - 1)"
        if !Names.labelProblems(last).isEmpty {
            errors.invalid(
                FieldPath.metadata["name"], job.name, "will not able to create pod with invalid DNS label: \(last)")
        }
    }

    private static func generatedSelector(_ job: Object, _ spec: Value, _ errors: inout FieldErrors) {
        guard !spec.flag("manualSelector"), let selector = spec["selector"],
            let usable = SelectorRules.usable(selector)
        else { return }
        let uid = Value.string(job.uid)
        let name = Value.string(job.name)
        let expected: Object = [
            "batch.kubernetes.io/controller-uid": uid, "batch.kubernetes.io/job-name": name, "controller-uid": uid,
            "job-name": name,
        ]
        if !usable.matches(expected) {
            errors.invalid(
                FieldPath.spec["selector"], SelectorRules.shown(selector), "`selector` not auto-generated")
        }
    }

    /// What holds for the spec of a job and of a cron job's template.
    static func jobSpec(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for field in [
            "parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished",
            "backoffLimitPerIndex",
        ] {
            errors.notNegative(path[field], spec.number(field))
        }
        failedIndexes(spec, path, &errors)
        managedBy(spec, path["managedBy"], &errors)
        completionMode(spec, path, &errors)
        if let policy = spec["podFailurePolicy"] {
            JobPolicyRules.failure(policy, spec, path["podFailurePolicy"], &errors)
        }
        if let policy = spec["successPolicy"] {
            JobPolicyRules.success(policy, spec, path["successPolicy"], &errors)
        }
        replacementPolicy(spec, path["podReplacementPolicy"], &errors)
        PodRules.template(spec.part("template"), path["template"], &errors)
        restartPolicy(spec, path["template"]["spec"]["restartPolicy"], &errors)
    }

    private static func failedIndexes(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let limit = spec.number("maxFailedIndexes") else { return }
        errors.notNegative(path["maxFailedIndexes"], limit)
        if spec["backoffLimitPerIndex"] == nil {
            errors.required(path["backoffLimitPerIndex"], "when maxFailedIndexes is specified")
        }
    }

    private static func managedBy(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let manager = spec["managedBy"]?.string else { return }
        errors.invalid(path, manager, Names.domainPrefixedPathProblems(manager))
        if manager.utf8.count > 63 { errors.tooLong(path, maxBytes: 63) }
    }

    private static func completionMode(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let mode = spec["completionMode"]?.string
        if let mode { errors.oneOf(path["completionMode"], mode, ["NonIndexed", "Indexed"]) }
        if mode == "Indexed" {
            indexed(spec, path, &errors)
        } else if mode == nil || mode == "NonIndexed" {
            for field in ["backoffLimitPerIndex", "maxFailedIndexes"] {
                if let number = spec.number(field) {
                    errors.invalid(path[field], number, "requires indexed completion mode")
                }
            }
        }
    }

    private static let indexesMax: Int64 = 100_000

    private static func indexed(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let completions = spec.number("completions")
        if completions == nil { errors.required(path["completions"], "when completion mode is Indexed") }
        if let parallelism = spec.number("parallelism"), parallelism > indexesMax {
            errors.invalid(
                path["parallelism"], parallelism,
                "must be less than or equal to \(indexesMax) when completion mode is Indexed")
        }
        if let limit = spec.number("maxFailedIndexes"), let completions, limit > completions {
            errors.invalid(path["maxFailedIndexes"], limit, "must be less than or equal to completions")
        }
        if let limit = spec.number("maxFailedIndexes"), limit > indexesMax {
            errors.invalid(path["maxFailedIndexes"], limit, "must be less than or equal to \(indexesMax)")
        }
    }

    private static func replacementPolicy(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let policy = spec["podReplacementPolicy"]?.string else { return }
        let supported = spec["podFailurePolicy"] == nil ? ["Failed", "TerminatingOrFailed"] : ["Failed"]
        errors.oneOf(path, policy, supported)
    }

    private static func restartPolicy(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let policy = spec.part("template").part("spec").text("restartPolicy")
        if policy == "Always" || policy.isEmpty {
            errors.required(path, "valid values: \"OnFailure\", \"Never\"")
        } else if policy != "OnFailure", policy != "Never" {
            errors.notSupported(path, policy, ["OnFailure", "Never"])
        } else if spec["podFailurePolicy"] != nil, policy != "Never" {
            errors.invalid(path, policy, "only \"Never\" is supported when podFailurePolicy is specified")
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let spec = new.part("spec")
        let oldSpec = old.part("spec")
        if spec.text("completionMode") != "Indexed" {
            errors.immutable(FieldPath.spec["completions"], spec["completions"], oldSpec["completions"])
        }
        if spec["selector"] != oldSpec["selector"] {
            errors.invalid(
                FieldPath.spec["selector"], SelectorRules.shown(spec["selector"]), "field is immutable")
        }
        if spec["template"] != oldSpec["template"], !mayChangeTemplate(new, old) {
            errors.invalid(
                FieldPath.spec["template"], InternalForm.podTemplate(spec.part("template")), "field is immutable")
        }
        for field in ["completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy"] {
            errors.immutable(FieldPath.spec[field], spec[field], oldSpec[field])
        }
    }

    /// A suspended job that never ran may be moved to other nodes: only scheduling fields of its template differ.
    private static func mayChangeTemplate(_ new: Object, _ old: Object) -> Bool {
        guard old.part("spec").flag("suspend"), old["status"]?["startTime"] == nil else { return false }
        var template = new.part("spec").part("template")
        let before = old.part("spec").part("template")
        for field in ["nodeSelector", "tolerations", "affinity", "schedulingGates"] {
            template["spec", field] = before["spec"]?[field]
        }
        template["metadata"] = before["metadata"]
        return template == before
    }
}
