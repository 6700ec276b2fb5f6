/// The types of the Kubernetes 1.36 API as text, in areas; a type is parsed when it is first asked for.
///
/// A line without indentation names a type (and the package of its Go type when that is not `v1`); the indented lines
/// after it are its fields, in the order in which Go declares them:
///
///     DeploymentSpec
///       replicas *int32
///       selector *LabelSelector !
///       strategy DeploymentStrategy patch=retainKeys
///
/// After the name comes the value type as Go writes it: `*` for a pointer, `[]`, `map[string]`, and in parentheses the
/// name of a named scalar, as in `string(RestartPolicy)`. Then come marks: `!` required, `keep` written although empty,
/// `patch=strategies:mergeKey`, `list=map:keys`, `list=set`, `list=atomic`, `map=atomic`, and `in=Embedded` for a field
/// of an embedded struct.
enum SchemaTable {
    static let areas = [
        meta, volumes, containers, pods, core, networking, apps, batch, access, storage, extensions, admission, devices,
    ]
}
