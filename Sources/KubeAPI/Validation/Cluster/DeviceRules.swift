import Documents
import KubeModel

/// Requests for devices. Source: pkg/apis/resource/validation/validation.go
enum DeviceRules {
    static func claim(_ claim: Object, _ errors: inout FieldErrors) {
        devices(claim.part("spec").part("devices"), FieldPath.spec["devices"], &errors)
    }

    static func template(_ template: Object, _ errors: inout FieldErrors) {
        let spec = template.part("spec")
        let metadata = spec.part("metadata")
        MetadataRules.labels(metadata.map("labels"), FieldPath.spec["metadata"]["labels"], &errors)
        MetadataRules.annotations(metadata.map("annotations"), FieldPath.spec["metadata"]["annotations"], &errors)
        devices(spec.part("spec").part("devices"), FieldPath.spec["spec"]["devices"], &errors)
    }

    static func deviceClass(_ deviceClass: Object, _ errors: inout FieldErrors) {
        for (index, part) in deviceClass.part("spec").list("config").enumerated() {
            configuration(part, FieldPath.spec["config"][index], &errors)
        }
    }

    /// What a claim asks for is settled when it is made.
    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        errors.immutable(.spec, new["spec"], old["spec"])
    }

    private static func devices(_ devices: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        var names: Set<String> = []
        for (index, request) in devices.list("requests").enumerated() {
            let place = path["requests"][index]
            self.request(request, place, &errors)
            let name = request.text("name")
            if !names.insert(name).inserted { errors.duplicate(place["name"], .string(name)) }
            for part in request.list("firstAvailable") { names.insert("\(name)/\(part.text("name"))") }
        }
        for (index, constraint) in devices.list("constraints").enumerated() {
            let place = path["constraints"][index]
            references(constraint, names, place, &errors)
            let attributes = ["matchAttribute", "distinctAttribute"].filter { constraint[$0] != nil }
            if attributes.isEmpty { errors.required(place, "one of matchAttribute or distinctAttribute is required") }
        }
        for (index, part) in devices.list("config").enumerated() {
            references(part, names, path["config"][index], &errors)
            configuration(part, path["config"][index], &errors)
        }
    }

    private static func references(
        _ part: Value, _ names: Set<String>, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        for (index, name) in part.texts("requests").enumerated() where !names.contains(name) {
            errors.invalid(
                path["requests"][index], name,
                "must be the name of a request in the claim or the name of a request and a subrequest separated by '/'")
        }
    }

    private static func request(_ request: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        name(request.text("name"), path["name"], &errors)
        let parts = request.list("firstAvailable")
        switch (request["exactly"], parts.isEmpty) {
        case (nil, true): errors.required(path, "exactly one of `exactly` or `firstAvailable` is required")
        case (.some, false):
            errors.invalid(path, BadValue.null, "exactly one of `exactly` or `firstAvailable` must be specified")
        case (let exactly?, true): exact(exactly, path["exactly"], &errors)
        case (nil, false):
            for (index, part) in parts.enumerated() {
                name(part.text("name"), path["firstAvailable"][index]["name"], &errors)
                exact(part, path["firstAvailable"][index], &errors)
            }
        }
    }

    private static func name(_ name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        if name.isEmpty { errors.required(path) } else { errors.invalid(path, name, Names.labelProblems(name)) }
    }

    private static func exact(_ request: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let className = request.text("deviceClassName")
        if className.isEmpty {
            errors.required(path["deviceClassName"])
        } else {
            errors.invalid(path["deviceClassName"], className, Names.subdomainProblems(className))
        }
        let count = request.number("count") ?? 0
        switch request.text("allocationMode") {
        case "All":
            if count != 0 { errors.invalid(path["count"], count, "must not be specified when allocationMode is 'All'") }
        case "ExactCount":
            if count <= 0 { errors.invalid(path["count"], count, "must be greater than zero") }
        case let mode: errors.notSupported(path["allocationMode"], mode, ["All", "ExactCount"])
        }
    }

    private static func configuration(_ part: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let opaque = part["opaque"] else { return errors.required(path["opaque"]) }
        DriverVolumeRules.name(opaque.text("driver"), path["opaque"]["driver"], &errors)
        if opaque["parameters"] == nil { errors.required(path["opaque"]["parameters"]) }
    }
}
