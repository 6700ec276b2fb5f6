import Documents
import KubeModel

/// Source: pkg/apis/batch/validation/validation.go, `ValidateCronJobCreate`.
enum CronJobRules {
    /// A job's name gets eleven more characters.
    private static let nameLengthMax = 52

    static func check(_ cronJob: Object, _ errors: inout FieldErrors) {
        let spec = cronJob.part("spec")
        let path = FieldPath.spec
        schedule(spec, path["schedule"], &errors)
        errors.notNegative(path["startingDeadlineSeconds"], spec.number("startingDeadlineSeconds"))
        timeZone(spec["timeZone"]?.string, path["timeZone"], &errors)
        errors.oneOf(
            path["concurrencyPolicy"], spec.text("concurrencyPolicy"), ["Allow", "Forbid", "Replace"])
        jobTemplate(spec.part("jobTemplate"), path["jobTemplate"], &errors)
        for field in ["successfulJobsHistoryLimit", "failedJobsHistoryLimit"] {
            errors.notNegative(path[field], spec.number(field))
        }
        if cronJob.name.utf8.count > nameLengthMax {
            errors.invalid(
                FieldPath.metadata["name"], cronJob.name, "must be no more than \(nameLengthMax) characters")
        }
    }

    private static func schedule(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let text = spec.text("schedule")
        guard !text.isEmpty else { return errors.required(path) }
        if let problem = CronSyntax.problem(text) { errors.invalid(path, text, problem) }
        guard text.contains("TZ") else { return }
        if spec["timeZone"] != nil {
            errors.invalid(path, text, "cannot use both timeZone field and TZ or CRON_TZ in schedule")
        } else {
            errors.invalid(path, text, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead")
        }
    }

    private static func timeZone(_ zone: String?, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let zone else { return }
        guard !zone.isEmpty else {
            return errors.invalid(path, zone, "timeZone must be nil or non-empty string")
        }
        if zone.lowercased() == "local" {
            return errors.invalid(
                path, zone,
                "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones")
        }
        if !TimeZoneNames.contains(zone) { errors.invalid(path, zone, "unknown time zone \(zone)") }
    }

    private static func jobTemplate(_ template: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let spec = template.part("spec")
        JobRules.jobSpec(spec, path["spec"], &errors)
        if let selector = spec["selector"] {
            errors.invalid(
                path["spec"]["selector"], SelectorRules.shown(selector), "`selector` will be auto-generated")
        }
        if spec.flag("manualSelector") {
            errors.notSupported(path["spec"]["manualSelector"], .bool(true), ["nil", "false"])
        }
    }
}

/// The five fields of a schedule, with the words for what is wrong. Source: github.com/robfig/cron/v3, `ParseStandard`.
enum CronSyntax {
    static func problem(_ schedule: String) -> String? {
        var text = schedule[...]
        if text.hasPrefix("TZ=") || text.hasPrefix("CRON_TZ=") {
            let zone = text.prefix { $0 != " " }
            let name = String(zone.drop { $0 != "=" }.dropFirst())
            if !TimeZoneNames.contains(name) { return "provided bad location \(name): unknown time zone \(name)" }
            text = text.dropFirst(zone.count).drop { $0 == " " }
        }
        if text.hasPrefix("@") { return descriptorProblem(String(text)) }
        let fields = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }.map(String.init)
        guard fields.count == 5 else {
            return "expected exactly 5 fields, found \(fields.count): [\(fields.joined(separator: " "))]"
        }
        for (field, bounds) in zip(fields, Bounds.standard) {
            if let problem = fieldProblem(field, bounds) { return problem }
        }
        return nil
    }

    private static func descriptorProblem(_ text: String) -> String? {
        let known = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"]
        if known.contains(text) { return nil }
        if text.hasPrefix("@every ") {
            let duration = String(text.dropFirst(7))
            return isDuration(duration)
                ? nil
                : "failed to parse duration \(text): time: invalid duration \(GoText.quoted(duration))"
        }
        return "unrecognized descriptor: \(text)"
    }

    private static func isDuration(_ text: String) -> Bool {
        let units = text.split { $0.isNumber || $0 == "." }
        return text.first?.isNumber == true && text.last?.isNumber == false
            && units.allSatisfy { ["ns", "us", "ms", "s", "m", "h"].contains(String($0)) }
    }

    private struct Bounds {
        var min: Int
        var max: Int
        var names: [String] = []

        static let standard = [
            Bounds(min: 0, max: 59), Bounds(min: 0, max: 23), Bounds(min: 1, max: 31),
            Bounds(
                min: 1, max: 12,
                names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
            Bounds(min: 0, max: 6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
        ]
    }

    private static func fieldProblem(_ field: String, _ bounds: Bounds) -> String? {
        for part in field.split(separator: ",") {
            if let problem = rangeProblem(String(part), bounds) { return problem }
        }
        return nil
    }

    private static func rangeProblem(_ text: String, _ bounds: Bounds) -> String? {
        let rangeAndStep = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let ends = rangeAndStep[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        var start = bounds.min
        var end = bounds.max
        if ends[0] != "*", ends[0] != "?" {
            switch number(ends[0], bounds) {
            case .success(let value): start = value
            case .failure(let problem): return problem.text
            }
            if ends.count > 2 { return "too many hyphens: \(text)" }
            end = start
            if ends.count == 2 {
                switch number(ends[1], bounds) {
                case .success(let value): end = value
                case .failure(let problem): return problem.text
                }
            }
        }
        if rangeAndStep.count > 2 { return "too many slashes: \(text)" }
        if rangeAndStep.count == 2 {
            switch plainNumber(rangeAndStep[1]) {
            case .success(let step): if step == 0 { return "step of range should be a positive number: \(text)" }
            case .failure(let problem): return problem.text
            }
            if ends.count == 1 { end = bounds.max }
        }
        if start < bounds.min { return "beginning of range (\(start)) below minimum (\(bounds.min)): \(text)" }
        if end > bounds.max { return "end of range (\(end)) above maximum (\(bounds.max)): \(text)" }
        if start > end { return "beginning of range (\(start)) beyond end of range (\(end)): \(text)" }
        return nil
    }

    private struct Problem: Error {
        var text: String
    }

    private static func number(_ text: String, _ bounds: Bounds) -> Result<Int, Problem> {
        if let index = bounds.names.firstIndex(of: text.lowercased()) { return .success(index + bounds.min) }
        return plainNumber(text)
    }

    private static func plainNumber(_ text: String) -> Result<Int, Problem> {
        guard let number = Int(text) else {
            return .failure(
                Problem(
                    text: "failed to parse int from \(text): strconv.Atoi: parsing \(GoText.quoted(text)): "
                        + "invalid syntax"))
        }
        if number < 0 { return .failure(Problem(text: "negative number (\(number)) not allowed: \(text)")) }
        return .success(number)
    }
}
