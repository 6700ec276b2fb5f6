import Documents
import KubeModel

/// Everything that is wrong with an object, all at once and in the server's order.
enum Validation {
    /// The errors of a new object, or of an object that replaces `old`; the object has its defaults.
    static func errors(for object: Object, resource: ResourceType, old: Object?) -> [FieldError] {
        var errors = FieldErrors()
        if let validator = validators[resource.schemaType] {
            validator.check(object, old, resource, &errors)
        }
        // What every kind must have is looked at last, and only when the kind itself found nothing.
        if errors.isEmpty {
            MetadataRules.check(
                object, isNamespaced: resource.isNamespaced, name: MetadataRules.pathSegment, &errors)
            if let old { MetadataRules.checkUpdate(object, old, &errors) }
        }
        return errors.list
    }

    /// The validators of the kinds, by the names of their types.
    private static let validators: [String: Validator] = Validator.pods.merging(Validator.workloads) { first, _ in first
    }
    .merging(Validator.networking) { first, _ in first }
    .merging(Validator.storage) { first, _ in first }
    .merging(Validator.configuration) { first, _ in first }
    .merging(Validator.policies) { first, _ in first }
    .merging(Validator.extensions) { first, _ in first }
    .merging(Validator.cluster) { first, _ in first }
}

/// How objects of one kind are checked.
struct Validator: Sendable {
    typealias Rules = @Sendable (_ new: Object, _ errors: inout FieldErrors) -> Void
    typealias UpdateRules = @Sendable (_ new: Object, _ old: Object, _ errors: inout FieldErrors) -> Void

    /// The rule for the name; `nil` when the kind leaves the metadata to the rules of all kinds.
    var name: MetadataRules.NameRule?
    /// What holds for the object whether it is new or changed.
    var rules: Rules = { _, _ in }
    /// What a change may not do.
    var updateRules: UpdateRules?
    /// `updateRules` come before `rules`, not after them.
    var looksAtUpdateFirst = false
    /// Changes are judged by `updateRules` alone.
    var hasOwnUpdate = false
}

extension Validator {
    func check(_ object: Object, _ old: Object?, _ resource: ResourceType, _ errors: inout FieldErrors) {
        guard let old else {
            if let name { MetadataRules.check(object, isNamespaced: resource.isNamespaced, name: name, &errors) }
            rules(object, &errors)
            return
        }
        MetadataRules.check(
            object, isNamespaced: resource.isNamespaced, name: name ?? MetadataRules.pathSegment, &errors)
        MetadataRules.checkUpdate(object, old, &errors)
        if !looksAtUpdateFirst, !hasOwnUpdate { rules(object, &errors) }
        if let updateRules {
            // What is stored has its final form, and only that can be compared with it.
            var comparable = object
            ObjectEncoder.normalize(&comparable, as: resource)
            updateRules(comparable, old, &errors)
        }
        if looksAtUpdateFirst { rules(object, &errors) }
    }
}
