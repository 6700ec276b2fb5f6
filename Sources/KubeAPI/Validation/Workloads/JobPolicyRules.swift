import Documents
import KubeModel

/// When a job fails or succeeds before its time. Source: pkg/apis/batch/validation/validation.go
enum JobPolicyRules {
    private static let rulesMax = 20

    static func failure(_ policy: Value, _ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let rules = policy.list("rules")
        if rules.count > rulesMax { errors.tooMany(path["rules"], rules.count, max: rulesMax) }
        let pod = spec.part("template").part("spec")
        let names = Set((pod.list("containers") + pod.list("initContainers")).map { $0.text("name") })
        for (index, rule) in rules.enumerated() { failureRule(rule, spec, names, path["rules"][index], &errors) }
    }

    private static func failureRule(
        _ rule: Value, _ spec: Value, _ containers: Set<String>, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let action = rule.text("action")
        let actions = ["Count", "FailIndex", "FailJob", "Ignore"]
        if action.isEmpty {
            errors.required(path["action"], "valid values: \(quotedList(actions))")
        } else if action == "FailIndex" {
            if spec["backoffLimitPerIndex"] == nil {
                errors.invalid(path["action"], action, "requires the backoffLimitPerIndex to be set")
            }
        } else {
            errors.oneOf(path["action"], action, actions)
        }
        let conditions = rule.list("onPodConditions")
        if let codes = rule["onExitCodes"] { exitCodes(codes, containers, path["onExitCodes"], &errors) }
        podConditions(conditions, path["onPodConditions"], &errors)
        if rule["onExitCodes"] != nil, !conditions.isEmpty {
            errors.invalid(
                path, .omitted, "specifying both OnExitCodes and OnPodConditions is not supported")
        } else if rule["onExitCodes"] == nil, conditions.isEmpty {
            errors.invalid(path, .omitted, "specifying one of OnExitCodes and OnPodConditions is required")
        }
    }

    /// A list as `%q` prints it: `["In" "NotIn"]`.
    private static func quotedList(_ words: [String]) -> String {
        "[" + words.map(GoText.quoted).joined(separator: " ") + "]"
    }

    private static func exitCodes(
        _ codes: Value, _ containers: Set<String>, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let operation = codes.text("operator")
        if operation.isEmpty {
            errors.required(path["operator"], "valid values: \(quotedList(["In", "NotIn"]))")
        } else {
            errors.oneOf(path["operator"], operation, ["In", "NotIn"])
        }
        if let container = codes["containerName"]?.string, !containers.contains(container) {
            errors.invalid(
                path["containerName"], container,
                "must be one of the container or initContainer names in the pod template")
        }
        let values = codes.list("values").map { $0.integer ?? 0 }
        if values.isEmpty {
            errors.invalid(path["values"], codes["values"], "at least one value is required")
        } else if values.count > 255 {
            errors.tooMany(path["values"], values.count, max: 255)
        }
        var seen: Set<Int64> = []
        for (index, value) in values.enumerated() {
            if operation == "In", value == 0 {
                errors.invalid(path["values"][index], value, "must not be 0 for the In operator")
            }
            if !seen.insert(value).inserted { errors.duplicate(path["values"][index], .integer(value)) }
        }
        if zip(values, values.dropFirst()).contains(where: { $0 > $1 }) {
            errors.invalid(path["values"], codes["values"], "must be ordered")
        }
    }

    private static func podConditions(_ conditions: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        if conditions.count > rulesMax { errors.tooMany(path, conditions.count, max: rulesMax) }
        for (index, condition) in conditions.enumerated() {
            let type = condition.text("type")
            errors.invalid(path[index]["type"], type, Names.qualifiedNameProblems(type))
            let status = condition.text("status")
            if status.isEmpty {
                errors.required(
                    path[index]["status"], "valid values: \(quotedList(["False", "True", "Unknown"]))")
            } else {
                errors.oneOf(path[index]["status"], status, ["False", "True", "Unknown"])
            }
        }
    }

    static func success(_ policy: Value, _ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard spec.text("completionMode") == "Indexed" else {
            return errors.invalid(
                path, InternalForm.value(policy, ofType: "SuccessPolicy"), "requires indexed completion mode")
        }
        let rules = policy.list("rules")
        if rules.isEmpty {
            errors.required(
                path["rules"], "at least one rules must be specified when the successPolicy is specified")
        }
        if rules.count > rulesMax { errors.tooMany(path["rules"], rules.count, max: rulesMax) }
        for (index, rule) in rules.enumerated() {
            successRule(rule, completions: spec.number("completions") ?? 0, path["rules"][index], &errors)
        }
    }

    private static func successRule(
        _ rule: Value, completions: Int64, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let indexes = rule["succeededIndexes"]?.string
        guard rule["succeededCount"] != nil || indexes != nil else {
            return errors.required(
                path, "at least one of succeededCount or succeededIndexes must be specified")
        }
        var total: Int64?
        if let indexes {
            switch IndexList.count(indexes, below: completions) {
            case .success(let count): total = count
            case .failure(let problem):
                errors.invalid(
                    path["succeededIndexes"], indexes, "error parsing succeededIndexes: \(problem.message)")
            }
        }
        guard let count = rule.number("succeededCount") else { return }
        errors.notNegative(path["succeededCount"], count)
        if count > completions {
            errors.invalid(
                path["succeededCount"], count,
                "must be less than or equal to \(completions) (the number of specified completions)")
        }
        if let total, count > total {
            errors.invalid(
                path["succeededCount"], count,
                "must be less than or equal to \(total) (the number of indexes in the specified succeededIndexes field)"
            )
        }
    }
}

/// Indexes of a job's pods as text: `1,3-5,7`.
enum IndexList {
    struct Problem: Error {
        var message: String
    }

    static func count(_ text: String, below completions: Int64) -> Result<Int64, Problem> {
        guard !text.isEmpty else { return .success(0) }
        var total: Int64 = 0
        var last: Int64 = -1
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2 else {
                return .failure(Problem(message: "the fields can't be parsed: \(GoText.quoted(String(part)))"))
            }
            var numbers: [Int64] = []
            for end in ends {
                guard let number = Int64(end) else {
                    return .failure(
                        Problem(message: "cannot convert string to integer for index: \(GoText.quoted(String(end)))"))
                }
                numbers.append(number)
            }
            if let big = numbers.first(where: { $0 >= completions }) {
                return .failure(Problem(message: "too large index: \(GoText.quoted(String(big)))"))
            }
            guard numbers[0] > last else {
                return .failure(
                    Problem(message: "non-increasing order, previous: \(last), current: \(numbers[0])"))
            }
            if numbers.count == 2, numbers[1] <= numbers[0] {
                return .failure(
                    Problem(message: "non-increasing order, previous: \(numbers[0]), current: \(numbers[1])"))
            }
            last = numbers[numbers.count - 1]
            total += last - numbers[0] + 1
        }
        return .success(total)
    }
}
