/// One type of the API with its fields.
package struct SchemaType: Sendable {
    /// `PodSpec`, or `autoscaling.v2.HorizontalPodAutoscaler` where two groups use one name.
    package let name: String
    /// As Go prints it in messages: `v1.PodSpec`.
    package let goName: String
    /// The name without its package: `PodSpec`.
    package let structName: String
    /// In the order in which Go declares them, which is the order of a typed client's JSON.
    package let fields: [SchemaField]
    /// The places of the fields, sorted by their names.
    private let places: [Int]
}

extension SchemaType {
    init(header: Substring, lines: [Substring]) {
        let words = header.split(separator: " ")
        name = String(words[0])
        structName = String(words[0].split(separator: ".").last ?? "")
        goName = (words.count == 2 ? words[1] : "v1") + "." + structName
        let fields = lines.map(SchemaField.init(line:))
        self.fields = fields
        places = fields.indices.sorted { fields[$0].name < fields[$1].name }
    }

    package func field(_ name: String) -> SchemaField? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if fields[places[middle]].name < name { low = middle + 1 } else { high = middle }
        }
        guard low < places.count, fields[places[low]].name == name else { return nil }
        return fields[places[low]]
    }

    /// The fields in the order of their names.
    package var fieldsByName: [SchemaField] { places.map { fields[$0] } }
}
