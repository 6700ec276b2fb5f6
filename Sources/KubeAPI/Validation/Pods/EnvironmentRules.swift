import Documents
import KubeModel

/// Environment variables and where their values come from.
enum EnvironmentRules {
    private static let onlyOne = "may not have more than one field specified at a time"

    static func variables(_ variables: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, variable) in variables.enumerated() {
            let name = variable.text("name")
            if name.isEmpty {
                errors.required(path[index]["name"])
            } else {
                errors.invalid(path[index]["name"], name, Names.environmentNameProblems(name))
            }
            if let source = variable["valueFrom"] {
                valueFrom(source, hasValue: !variable.text("value").isEmpty, path[index]["valueFrom"], &errors)
            }
        }
    }

    private static func valueFrom(
        _ source: Value, hasValue: Bool, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        var count = 0
        if let field = source["fieldRef"] {
            count += 1
            DownwardRules.field(field, DownwardRules.environmentFields, path["fieldRef"], &errors)
        }
        if let resource = source["resourceFieldRef"] {
            count += 1
            DownwardRules.resource(resource, path["resourceFieldRef"], inVolume: false, &errors)
        }
        for kind in ["configMapKeyRef", "secretKeyRef"] {
            guard let key = source[kind] else { continue }
            count += 1
            keySelector(key, path[kind], &errors)
        }
        if let file = source["fileKeyRef"] {
            count += 1
            fileKey(file, path["fileKeyRef"], &errors)
        }
        if count == 0 {
            errors.invalid(
                path, "",
                "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`"
            )
        } else if hasValue {
            errors.invalid(path, "", "may not be specified when `value` is not empty")
        } else if count > 1 {
            errors.invalid(path, "", onlyOne)
        }
    }

    private static func keySelector(_ selector: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let name = selector.text("name")
        errors.invalid(path["name"], name, Names.subdomainProblems(name))
        let key = selector.text("key")
        if key.isEmpty {
            errors.required(path["key"])
        } else {
            errors.invalid(path["key"], key, Names.configKeyProblems(key))
        }
    }

    private static func fileKey(_ selector: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let key = selector.text("key")
        if key.isEmpty {
            errors.required(path["key"])
        } else {
            errors.invalid(path["key"], key, Names.environmentNameProblems(key))
        }
        if selector.text("volumeName").isEmpty { errors.required(path["volumeName"]) }
        if selector.text("path").isEmpty { errors.required(path["path"]) }
    }

    static func sources(_ sources: [Value], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, source) in sources.enumerated() {
            let prefix = source.text("prefix")
            if !prefix.isEmpty {
                errors.invalid(path[index]["prefix"], prefix, Names.environmentNameProblems(prefix))
            }
            var count = 0
            for kind in ["configMapRef", "secretRef"] {
                guard let reference = source[kind] else { continue }
                count += 1
                let name = reference.text("name")
                if name.isEmpty {
                    errors.required(path[index][kind]["name"])
                } else {
                    errors.invalid(path[index][kind]["name"], name, Names.subdomainProblems(name))
                }
            }
            if count == 0 {
                errors.invalid(path, "", "must specify one of: `configMapRef` or `secretRef`")
            } else if count > 1 {
                errors.invalid(path, "", onlyOne)
            }
        }
    }
}
