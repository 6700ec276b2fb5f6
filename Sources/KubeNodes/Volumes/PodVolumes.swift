import Documents
import KubeModel

/// The volumes of one pod: whether they are there, and since when the kubelet tries.
struct PodVolumes: Sendable {
    var areMounted = false
    /// Something that its files come from may have changed.
    var wantsRefresh = false
    var failures = 0
}
