import Documents
import KubeAPI
import KubeModel

/// A provisioner that makes volumes as the EBS driver of a cloud does.
extension VolumeBinderController {
    /// The driver that makes the volumes of a class; the provisioner that once was inside Kubernetes hands over to it.
    ///
    /// Source: `staging/src/k8s.io/csi-translation-lib/plugins/aws_ebs.go`.
    static func driver(of provisioner: String) -> String {
        provisioner == "kubernetes.io/aws-ebs" ? "ebs.csi.aws.com" : provisioner
    }

    /// Who speaks in the events: `ebs.csi.aws.com_ebs-csi-controller-...`.
    private static let pod = "ebs-csi-controller-6d8b7f9c5-x2k4p"

    /// Begins to make a volume, or delivers it when its time has come.
    mutating func makeVolume(
        _ claim: PersistentVolumeClaim, _ storageClass: Object, _ driver: String, _ api: inout APIServer
    ) throws(APIError) -> Duration? {
        let name = "pvc-\(claim.uid)"
        guard let ready = provisioning[claim.key] else {
            provisioning[claim.key] = api.now + Timing.provisioningTime
            reportExternal(
                claim, driver, "Provisioning",
                "External provisioner is provisioning volume for claim \"\(claim.key)\"", &api)
            return Timing.provisioningTime
        }
        guard ready <= api.now else { return ready - api.now }
        provisioning[claim.key] = nil
        do {
            try api.create(.persistentVolumes, volume(name, claim, storageClass, driver, api), as: user)
        } catch .alreadyExists {
            return nil
        }
        reportExternal(claim, driver, "ProvisioningSucceeded", "Successfully provisioned volume \(name)", &api)
        return nil
    }

    private func volume(
        _ name: String, _ claim: PersistentVolumeClaim, _ storageClass: Object, _ driver: String,
        _ api: borrowing APIServer
    ) -> Object {
        var spec: Object = [
            "capacity": ["storage": .string(claim.request.description)], "accessModes": Value(claim.accessModes),
            "persistentVolumeReclaimPolicy": storageClass["reclaimPolicy"] ?? "Delete",
            "storageClassName": .string(storageClass.name), "volumeMode": .string(claim.volumeMode),
            "claimRef": Self.reference(to: claim.object),
            "csi": [
                "driver": .string(driver), "fsType": "ext4",
                "volumeHandle": .string("vol-0" + claim.uid.filter { $0 != "-" }.prefix(16)),
            ],
        ]
        let node = claim.object.annotations[PersistentVolumeClaim.selectedNodeAnnotation]?.string ?? ""
        if let zone = api.get(.nodes, ObjectKey(name: node)).flatMap({ Node($0).zone }) {
            let expression: Value = ["key": "topology.kubernetes.io/zone", "operator": "In", "values": [.string(zone)]]
            spec["nodeAffinity"] = ["required": ["nodeSelectorTerms": [["matchExpressions": [expression]]]]]
        }
        return [
            "apiVersion": "v1", "kind": "PersistentVolume",
            "metadata": ["name": .string(name), "annotations": [Self.provisionedBy: .string(driver)]],
            "spec": .object(spec),
        ]
    }

    private func reportExternal(
        _ claim: PersistentVolumeClaim, _ driver: String, _ reason: String, _ message: String,
        _ api: inout APIServer
    ) {
        api.record(EventRecord(claim.object, .normal, reason, message, from: "\(driver)_\(Self.pod)"))
    }
}
