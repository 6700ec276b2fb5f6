import Documents
import KubeModel

/// The admission plugins, in the order in which the server runs them.
///
/// Mutating ones may change the object before it is validated; validating ones see it as it will be stored.
extension APIServer {
    mutating func admitCreate(_ object: inout Object, _ request: APIRequest, _ warnings: inout [String])
        throws(APIError)
    {
        try NamespaceLifecycle.admitCreate(object, request, self)
        try SimulationLimits.check(object, request.resource)
        switch request.resource.plural {
        case "pods" where request.resource.group.isEmpty:
            LimitRanger.admit(&object, request, self)
            try ServiceAccountAdmission.admit(&object, request, &self)
            try PriorityAdmission.admit(&object, self)
            DefaultTolerations.admit(&object)
            try RuntimeClassAdmission.admit(&object, self)
        case "persistentvolumeclaims":
            StorageAdmission.setDefaultClass(&object, self)
            StorageAdmission.protect(&object, by: "kubernetes.io/pvc-protection")
        case "persistentvolumes":
            StorageAdmission.protect(&object, by: "kubernetes.io/pv-protection")
        case "ingresses":
            IngressClassAdmission.setDefaultClass(&object, self)
        default: break
        }
    }

    mutating func admitUpdate(_ object: inout Object, _ old: Object, _ request: APIRequest, _ warnings: inout [String])
        throws(APIError)
    {
        try SimulationLimits.check(object, request.resource)
        guard request.resource.groupResource == ResourceType.pods.groupResource else { return }
        DefaultTolerations.admit(&object)
        for field in ["priority", "preemptionPolicy"] where object["spec"]?[field] == nil {
            object["spec", field] = old["spec"]?[field]
        }
    }

    func validateCreate(_ object: Object, _ request: APIRequest, _ warnings: inout [String]) throws(APIError) {
        try LimitRanger.validate(object, request, self)
        try PodSecurityAdmission.validate(object, old: nil, request, self, &warnings)
        try PriorityAdmission.checkDefault(object, request, self)
        try ResourceQuotaAdmission.validate(object, old: nil, request, self)
        try EscalationCheck.validate(object, request, self)
    }

    func validateUpdate(_ object: Object, _ old: Object, _ request: APIRequest, _ warnings: inout [String])
        throws(APIError)
    {
        try PodSecurityAdmission.validate(object, old: old, request, self, &warnings)
        try PriorityAdmission.checkDefault(object, request, self)
        try StorageAdmission.validateResize(object, old, request, self)
        try ResourceQuotaAdmission.validate(object, old: old, request, self)
        try EscalationCheck.validate(object, request, self)
    }

    func validateDelete(_ object: Object, _ request: APIRequest) throws(APIError) {
        try NamespaceLifecycle.admitDelete(object, request)
    }
}
