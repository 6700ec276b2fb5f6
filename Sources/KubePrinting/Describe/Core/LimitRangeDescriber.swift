import Documents
import KubeModel

extension Describer {
    static let limitRange = Describer(events: .none) { range, writer in
        writer.field("Name", range.name)
        writer.field("Namespace", range.namespace)
        writer.limits(of: [range], indentation: "")
    }
}

extension DescribeWriter {
    /// Every resource that limit ranges speak of, with what they say; `-` where they say nothing.
    mutating func limits(of ranges: [Object], indentation: String) {
        let titles = [
            "Type", "Resource", "Min", "Max", "Default Request", "Default Limit", "Max Limit/Request Ratio",
        ]
        row([indentation + titles[0]] + titles.dropFirst(), level: 0)
        let dashes = titles.map { String(repeating: "-", count: $0.count) }
        row([indentation + dashes[0]] + dashes.dropFirst(), level: 0)
        for item in ranges.flatMap({ $0.list("spec", "limits") }) {
            let lists = ["min", "max", "defaultRequest", "default", "maxLimitRequestRatio"].map { item.map($0) }
            for name in Set(lists.flatMap(\.names)).sorted() {
                row([indentation + item.text("type"), name] + lists.map { $0[name]?.scalarText ?? "-" }, level: 0)
            }
        }
    }
}
