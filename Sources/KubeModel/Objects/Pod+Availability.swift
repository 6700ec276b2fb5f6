package import Documents

extension Pod {
    /// Not finished and not being deleted: it counts as one of its owner's replicas.
    package var isActive: Bool { !isFinished && !object.isTerminating }

    /// When the condition `Ready` last changed.
    package var readyChangeTime: Instant? {
        object.condition("Ready")?["lastTransitionTime"]?.string.flatMap(Instant.init(rfc3339:))
    }

    /// Ready for so long that its owner may rely on it.
    ///
    /// Source: `pkg/api/v1/pod/util.go`, `IsPodAvailable`.
    package func isAvailable(minReadySeconds: Int, now: Instant) -> Bool {
        guard isReady else { return false }
        guard minReadySeconds > 0 else { return true }
        guard let since = readyChangeTime else { return false }
        return since + .seconds(minReadySeconds) <= now
    }

    /// How long until a ready pod becomes available; `nil` when it is so already or is not ready.
    package func timeUntilAvailable(minReadySeconds: Int, now: Instant) -> Duration? {
        guard isReady, minReadySeconds > 0, let since = readyChangeTime else { return nil }
        let due = since + .seconds(minReadySeconds)
        return due > now ? due - now : nil
    }

    package var containerStatuses: [Value] { object["status"]?["containerStatuses"]?.array ?? [] }
    package var initContainerStatuses: [Value] { object["status"]?["initContainerStatuses"]?.array ?? [] }

    /// The most restarts of any of its containers.
    package var restartsMax: Int { containerStatuses.map { $0["restartCount"]?.int ?? 0 }.max() ?? 0 }

    package var tolerations: [Toleration] {
        object["spec"]?["tolerations"]?.array?.map(Toleration.init) ?? []
    }

    /// The number at the end of the name of a StatefulSet's pod: `db-12` is 12.
    package var ordinal: Int? {
        guard let dash = name.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
        return Int(name[name.utf8.index(after: dash)...])
    }
}
