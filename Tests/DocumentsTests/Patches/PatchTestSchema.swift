import Testing

@testable import Documents

/// The few types that the patch tests need, with the strategies of the real ones.
enum PatchTestSchema {
    static let deployment = type("Deployment")

    private static let fields: [String: [String: (PatchField.Strategy, retainsKeys: Bool, String?, String)]] = [
        "Deployment": [
            "metadata": (.standard, false, nil, "ObjectMeta"), "spec": (.standard, false, nil, "DeploymentSpec"),
        ],
        "ObjectMeta": [
            "labels": (.standard, false, nil, "map"), "annotations": (.standard, false, nil, "map"),
            "finalizers": (.merge, false, nil, "string"),
            "ownerReferences": (.merge, false, "uid", "OwnerReference"),
        ],
        "DeploymentSpec": [
            "strategy": (.standard, true, nil, "DeploymentStrategy"),
            "selector": (.replace, false, nil, "LabelSelector"),
            "template": (.standard, false, nil, "PodTemplateSpec"),
        ],
        "DeploymentStrategy": ["rollingUpdate": (.standard, false, nil, "RollingUpdateDeployment")],
        "PodTemplateSpec": ["spec": (.standard, false, nil, "PodSpec")],
        "PodSpec": [
            "containers": (.merge, false, "name", "Container"), "volumes": (.merge, true, "name", "Volume"),
            "tolerations": (.standard, false, nil, "Toleration"),
        ],
        "Container": [
            "env": (.merge, false, "name", "EnvVar"), "ports": (.merge, false, "containerPort", "ContainerPort"),
            "args": (.standard, false, nil, "string"),
        ],
        "Volume": ["emptyDir": (.standard, false, nil, "EmptyDirVolumeSource")],
    ]

    private static func type(_ name: String) -> PatchSchema {
        PatchSchema(typeName: name) { field in
            guard let (strategy, retainsKeys, mergeKey, child) = fields[name]?[field] else { return nil }
            return PatchField(
                strategy: strategy, retainsKeys: retainsKeys, mergeKey: mergeKey, schema: type(child))
        }
    }
}

/// Reads test values from YAML, which is what the patches are written in.
func yaml(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Value {
    try #require(try YAML.documents(in: text).first, sourceLocation: sourceLocation).value
}
