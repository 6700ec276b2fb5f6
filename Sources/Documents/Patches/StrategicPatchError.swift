/// Why a strategic merge patch cannot be made or applied.
package enum StrategicPatchError: Error, Hashable, Sendable {
    /// The patch or the document is no object.
    case invalidDocument
    case listOfLists
    case invalidDirective(String)
    case invalidRetainKeys
    /// An element of a merged list lacks the key that tells the elements apart.
    case noMergeKey(Object, key: String)
    case wrongType(expected: String, found: String)
    case unknownPatchType(Value, Object)
    case mixedElements([[Value]])
    case noElements
    case noMergeKeyDeclared(typeName: String)
    case mergeDirectiveInList
    case orderMismatch(patch: [Value], order: [Value])
    case retainKeysDiffer(Value, Value)
    case elementNoObject(index: Int)
    case unknownField(String, typeName: String)
}

extension StrategicPatchError {
    package var message: String {
        switch self {
        case .invalidDocument: "invalid JSON document"
        case .listOfLists: "lists of lists are not supported"
        case .invalidDirective(PatchDirective.setElementOrder): "invalid patch format of setElementOrder list"
        case .invalidDirective: "invalid patch format of primitive list"
        case .invalidRetainKeys: "invalid patch format of retainKeys"
        case .noMergeKey(let object, let key):
            "map: \(Value.object(object).goText) does not contain declared merge key: \(key)"
        case .wrongType(let expected, let found): "expected a \(expected), but received a \(found)"
        case .unknownPatchType(let type, let object):
            "unknown patch type: \(type.goText) in map: \(Value.object(object).goText)"
        case .mixedElements(let lists):
            "list element types are not identical: \(Value.array(lists.map(Value.array)).goText)"
        case .noElements: "no elements in any of the given slices"
        case .noMergeKeyDeclared(let typeName): "cannot merge lists without merge key for \(typeName)"
        case .mergeDirectiveInList: "merging lists cannot yet be specified in the patch"
        case .orderMismatch(let patch, let order):
            "The order in patch list:\n\(Value.array(patch).goText)\n doesn't match $setElementOrder list:\n"
                + "\(Value.array(order).goText)\n"
        case .retainKeysDiffer(let left, let right):
            "\(left.goText) and \(right.goText) are not deep equal: "
                + "this may happen when calculating the 3-way diff patch"
        case .elementNoObject(let index): "value for key \(index) is not a map."
        case .unknownField(let name, let typeName):
            "unable to find api field in struct \(typeName) for the json field \(GoText.quoted(name))"
        }
    }
}
