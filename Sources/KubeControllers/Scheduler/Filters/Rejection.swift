import KubeModel

/// Why a plugin of the scheduler keeps a pod off a node.
package struct Rejection: Hashable, Sendable {
    /// The plugins of the default profile that filter, in the order in which they are asked.
    package enum Plugin: String, Sendable, CaseIterable {
        case nodeUnschedulable = "NodeUnschedulable"
        case nodeName = "NodeName"
        case taintToleration = "TaintToleration"
        case nodeAffinity = "NodeAffinity"
        case nodePorts = "NodePorts"
        case nodeResourcesFit = "NodeResourcesFit"
        case volumeRestrictions = "VolumeRestrictions"
        case volumeBinding = "VolumeBinding"
        case podTopologySpread = "PodTopologySpread"
        case interPodAffinity = "InterPodAffinity"
    }

    package let plugin: Plugin
    /// `Insufficient cpu`, `node(s) had untolerated taint(s)`
    package let reasons: [String]
    /// Taking other pods away would not help.
    package let isFinal: Bool

    init(_ plugin: Plugin, _ reasons: [String], isFinal: Bool) {
        self.plugin = plugin
        self.reasons = reasons
        self.isFinal = isFinal
    }
}

extension Rejection {
    static let unschedulable = Rejection(.nodeUnschedulable, ["node(s) were unschedulable"], isFinal: true)
    static let taint = Rejection(.taintToleration, ["node(s) had untolerated taint(s)"], isFinal: true)
    static let nodeAffinity = Rejection(
        .nodeAffinity, ["node(s) didn't match Pod's node affinity/selector"], isFinal: true)
    static let otherNode = Rejection(
        .nodeAffinity, ["node(s) didn't satisfy plugin(s) [NodeAffinity]"], isFinal: true)
    static let hostPorts = Rejection(
        .nodePorts, ["node(s) didn't have free ports for the requested pod ports"], isFinal: false)
    static let spread = Rejection(
        .podTopologySpread, ["node(s) didn't match pod topology spread constraints"], isFinal: false)
    static let spreadLabel = Rejection(
        .podTopologySpread, ["node(s) didn't match pod topology spread constraints (missing required label)"],
        isFinal: true)
    static let affinity = Rejection(.interPodAffinity, ["node(s) didn't match pod affinity rules"], isFinal: true)
    static let antiAffinity = Rejection(
        .interPodAffinity, ["node(s) didn't match pod anti-affinity rules"], isFinal: false)
    static let existingAntiAffinity = Rejection(
        .interPodAffinity, ["node(s) didn't satisfy existing pods anti-affinity rules"], isFinal: false)
    static let volumeNode = Rejection(
        .volumeBinding, ["node(s) didn't match PersistentVolume's node affinity"], isFinal: true)
    static let noVolume = Rejection(
        .volumeBinding, ["node(s) didn't find available persistent volumes to bind"], isFinal: true)
    static let lostVolume = Rejection(
        .volumeBinding, ["node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)"], isFinal: true)
    static let exclusiveClaim = Rejection(
        .volumeRestrictions,
        ["node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode"], isFinal: false
    )
}
