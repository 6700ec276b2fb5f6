import Documents
import KubeModel

extension Strategy {
    /// Empty lists are served as `null`, as Go writes them after a journey through the storage.
    static let endpointSlices = Strategy(
        countsGenerations: true, generationFields: ["endpoints", "ports", "addressType"],
        prepareForCreate: { (slice, _) throws(APIError) in showEmptyLists(&slice) },
        prepareForUpdate: { slice, _ in showEmptyLists(&slice) })

    /// The number of the template, which only this annotation still shows.
    static let daemonSets = Strategy(
        countsGenerations: true, hasStatus: true,
        prepareForCreate: { (set, _) throws(APIError) in setTemplateGeneration(&set, 1) },
        prepareForUpdate: { set, old in
            let number = old.annotations[DaemonSet.templateGenerationAnnotation]?.string.flatMap { Int($0) } ?? 1
            let isSame = set["spec"]?["template"] == old["spec"]?["template"]
            setTemplateGeneration(&set, isSame ? number : number + 1)
        })

    private static func showEmptyLists(_ slice: inout Object) {
        for field in ["endpoints", "ports"] where slice[field]?.array?.isEmpty ?? true { slice[field] = .null }
    }

    private static func setTemplateGeneration(_ set: inout Object, _ number: Int) {
        set["metadata", "annotations", DaemonSet.templateGenerationAnnotation] = .string(String(number))
    }
}
