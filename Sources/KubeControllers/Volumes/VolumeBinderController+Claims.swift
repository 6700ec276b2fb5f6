import Documents
import KubeAPI
import KubeModel

/// The side of the claims. Source: `syncClaim`, `syncUnboundClaim`, `provisionClaim`.
extension VolumeBinderController {
    /// Finds or makes a volume for a claim; returns when to look again.
    mutating func syncClaim(_ claim: PersistentVolumeClaim, _ api: inout APIServer) throws(APIError) -> Duration? {
        guard !claim.isBound else { return try checkBound(claim, &api) }
        if !claim.volumeName.isEmpty { return try bindToNamed(claim, &api) }
        let storageClass = api.get(.storageClasses, ObjectKey(name: claim.storageClassName ?? ""))
        let waitsForConsumer = storageClass?["volumeBindingMode"]?.string == "WaitForFirstConsumer"
        let selectedNode = claim.object.annotations[PersistentVolumeClaim.selectedNodeAnnotation]?.string
        let reserved = VolumeMatch.candidates(for: claim, api: api).first { volume in
            !waitsForConsumer || PersistentVolume(volume).isClaimed(by: claim)
        }
        if let reserved {
            try bind(PersistentVolume(reserved), claim, &api)
            return nil
        }
        if waitsForConsumer, selectedNode == nil {
            reportWaiting(claim, &api)
            return untilResync(api.now)
        }
        guard let className = claim.storageClassName, !className.isEmpty else {
            report(
                claim.object, .normal, "FailedBinding",
                "no persistent volumes available for this claim and no storage class is set", &api)
            return untilResync(api.now)
        }
        return try provision(claim, className, storageClass, &api)
    }

    private func reportWaiting(_ claim: PersistentVolumeClaim, _ api: inout APIServer) {
        let consumers = api.list(.pods, namespace: claim.namespace).filter { pod in
            Pod(pod).nodeName == nil
                && pod["spec"]?["volumes"]?.array?.contains {
                    $0["persistentVolumeClaim"]?["claimName"]?.string == claim.name
                } ?? false
        }.map(\.name)
        guard !consumers.isEmpty else {
            return report(
                claim.object, .normal, "WaitForFirstConsumer",
                "waiting for first consumer to be created before binding", &api)
        }
        let names = "pod\(consumers.count == 1 ? "" : "s") \(consumers.joined(separator: ","))"
        report(claim.object, .normal, "WaitForPodScheduled", "waiting for \(names) to be scheduled", &api)
    }

    /// The time until all waiting claims are looked at again.
    private func untilResync(_ now: Instant) -> Duration {
        let period = Timing.volumeBinderPeriod.microseconds
        return .microseconds(period - now.microseconds % period)
    }

    private func checkBound(_ claim: PersistentVolumeClaim, _ api: inout APIServer) throws(APIError) -> Duration? {
        guard let volume = api.get(.persistentVolumes, ObjectKey(name: claim.volumeName)) else {
            guard claim.phase != "Lost" else { return nil }
            var lost = claim.object
            lost["status", "phase"] = "Lost"
            try api.updateStatus(.persistentVolumeClaims, lost, as: user)
            report(
                claim.object, .warning, "ClaimLost",
                "Bound claim has lost its PersistentVolume. Data on the volume is lost!", &api)
            return nil
        }
        if claim.phase != "Bound" { try setBound(claim, PersistentVolume(volume), &api) }
        return nil
    }

    /// A claim that names its volume gets that one or waits for it.
    private func bindToNamed(_ claim: PersistentVolumeClaim, _ api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.persistentVolumes, ObjectKey(name: claim.volumeName)) else {
            return untilResync(api.now)
        }
        let volume = PersistentVolume(object)
        guard volume.claimReference == nil || volume.isClaimed(by: claim) else {
            report(
                claim.object, .warning, "FailedBinding",
                "volume \"\(volume.name)\" already bound to a different claim.", &api)
            return untilResync(api.now)
        }
        try bind(volume, claim, &api)
        return nil
    }

    /// Writes to both sides that they belong together: first to the volume, then to the claim.
    private func bind(
        _ volume: PersistentVolume, _ claim: PersistentVolumeClaim, _ api: inout APIServer
    ) throws(APIError) {
        var object = volume.object
        if volume.claimReference?["uid"]?.string != claim.uid {
            if volume.claimReference == nil {
                object.annotations[PersistentVolumeClaim.boundByControllerAnnotation] = "yes"
            }
            object["spec", "claimRef"] = Self.reference(to: claim.object)
            object = try api.update(.persistentVolumes, object, as: user)
        }
        if volume.phase != "Bound" { try setPhase("Bound", of: object, &api) }
        var bound = claim.object
        if claim.volumeName.isEmpty { bound.annotations[PersistentVolumeClaim.boundByControllerAnnotation] = "yes" }
        bound["spec", "volumeName"] = .string(volume.name)
        bound.annotations[PersistentVolumeClaim.bindCompletedAnnotation] = "yes"
        let stored = try api.update(.persistentVolumeClaims, bound, as: user)
        try setBound(PersistentVolumeClaim(stored), volume, &api)
    }

    private func setBound(
        _ claim: PersistentVolumeClaim, _ volume: PersistentVolume, _ api: inout APIServer
    ) throws(APIError) {
        var bound = claim.object
        bound["status", "phase"] = "Bound"
        bound["status", "accessModes"] = volume.object["spec"]?["accessModes"]
        bound["status", "capacity"] = volume.object["spec"]?["capacity"]
        try api.updateStatus(.persistentVolumeClaims, bound, as: user)
    }

    /// Asks the class's provisioner for a volume, or says who is asked in vain.
    private mutating func provision(
        _ claim: PersistentVolumeClaim, _ className: String, _ storageClass: Object?, _ api: inout APIServer
    ) throws(APIError) -> Duration? {
        guard let storageClass else {
            report(
                claim.object, .warning, "ProvisioningFailed", "storageclass.storage.k8s.io \"\(className)\" not found",
                &api)
            return untilResync(api.now)
        }
        let provisioner = storageClass["provisioner"]?.string ?? ""
        guard provisioner != "kubernetes.io/no-provisioner" else {
            report(
                claim.object, .normal, "FailedBinding",
                "no persistent volumes available for this claim and no storage class is set", &api)
            return untilResync(api.now)
        }
        let driver = Self.driver(of: provisioner)
        try annotate(claim, driver, &api)
        guard provisioners.contains(driver) else {
            reportExternal(claim.object, driver, &api)
            return untilResync(api.now)
        }
        if provisioning[claim.key] == nil { reportExternal(claim.object, driver, &api) }
        return try makeVolume(claim, storageClass, driver, &api)
    }

    private func annotate(_ claim: PersistentVolumeClaim, _ provisioner: String, _ api: inout APIServer)
        throws(APIError)
    {
        var annotated = claim.object
        for name in ["volume.beta.kubernetes.io/storage-provisioner", "volume.kubernetes.io/storage-provisioner"] {
            annotated.annotations[name] = .string(provisioner)
        }
        guard annotated != claim.object else { return }
        try api.update(.persistentVolumeClaims, annotated, as: user)
    }

    private func reportExternal(_ claim: Object, _ provisioner: String, _ api: inout APIServer) {
        report(
            claim, .normal, "ExternalProvisioning",
            "Waiting for a volume to be created either by the external provisioner '\(provisioner)' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.",
            &api)
    }
}
