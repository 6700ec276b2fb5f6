import Documents
package import KubeAPI
package import KubeModel

/// Brings claims and volumes together: `persistentvolume-binder`.
///
/// Work on a claim is keyed by its namespace and name, work on a volume by its name alone.
/// Source: `pkg/controller/volume/persistentvolume/pv_controller.go`.
package struct VolumeBinderController: Controller {
    /// The provisioners that make volumes in this cluster; claims of others wait for ever.
    let provisioners: Set<String>
    /// When the volume of each claim that is being made will be there.
    var provisioning: [ObjectKey: Instant] = [:]

    package init(provisioners: Set<String> = []) {
        self.provisioners = provisioners
    }
}

extension VolumeBinderController {
    package var name: String { "persistent-volume-binder" }
    package var watched: [ResourceType]? { [.persistentVolumes, .persistentVolumeClaims] }

    static let component = "persistentvolume-controller"
    static let provisionedBy = "pv.kubernetes.io/provisioned-by"

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        // A new claim is looked at before the scheduler comes to its pod.
        let delay = change.action == .added ? Timing.newClaimLatency : Timing.watchLatency
        var wakeups = [Wakeup(change.object.key, after: delay)]
        if change.resource.plural == "persistentvolumes" {
            let reference = PersistentVolume(change.object).claimReference ?? change.old?["spec"]?["claimRef"]
            if let claim = reference.flatMap(Self.key) { wakeups.append(Wakeup(claim)) }
        } else if let volume = change.object["spec"]?["volumeName"]?.string ?? boundVolume(of: change.object, api) {
            wakeups.append(Wakeup(ObjectKey(name: volume)))
        }
        return wakeups
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        if key.namespace.isEmpty {
            if let volume = api.get(.persistentVolumes, key) { try syncVolume(PersistentVolume(volume), &api) }
            return nil
        }
        guard let claim = api.get(.persistentVolumeClaims, key), !claim.isTerminating else {
            provisioning[key] = nil
            return nil
        }
        return try syncClaim(PersistentVolumeClaim(claim), &api)
    }

    /// What a volume says about its claim.
    static func reference(to claim: Object) -> Value {
        [
            "apiVersion": "v1", "kind": "PersistentVolumeClaim", "name": .string(claim.name),
            "namespace": .string(claim.namespace), "uid": .string(claim.uid),
            "resourceVersion": .string(claim.resourceVersion),
        ]
    }

    func report(_ object: Object, _ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer)
    {
        api.record(EventRecord(object, kind, reason, message, from: Self.component))
    }

    private static func key(_ reference: Value) -> ObjectKey? {
        guard let name = reference["name"]?.string, !name.isEmpty else { return nil }
        return ObjectKey(namespace: reference["namespace"]?.string ?? "", name: name)
    }

    /// A volume that was reserved for a claim which does not know of it yet.
    private func boundVolume(of claim: Object, _ api: borrowing APIServer) -> String? {
        api.list(.persistentVolumes).first { PersistentVolume($0).isClaimed(by: PersistentVolumeClaim(claim)) }?.name
    }
}
