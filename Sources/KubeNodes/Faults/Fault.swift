package import KubeModel

/// Something that goes wrong, or comes right again, outside anyone's manifests.
package enum Fault: Hashable, Sendable {
    /// A machine loses its network: its containers go on, and nobody hears of it.
    case nodeLost(String)
    case nodeBack(String)
    /// A machine starts anew: all its containers end and are started again.
    case nodeRebooted(String)
    /// Nothing can be pulled.
    case registryDown
    case registryUp
    /// Pulls take so many times as long as usual.
    case registrySlow(factor: Int)
    /// A container's first process is killed.
    case containerKilled(ObjectKey, container: String)
    /// A container uses so many bytes more with every second.
    case memoryLeak(ObjectKey, container: String, bytesPerSecond: Int)
    /// The probes of a container fail for a while, whatever it answers.
    case probesFail(ObjectKey, container: String, seconds: Int)
}

/// How the registries answer at present.
enum RegistryState: Hashable, Sendable {
    case up
    case down
    case slow(factor: Int)
}
