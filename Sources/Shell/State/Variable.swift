/// What a name stands for.
package struct Variable: Hashable, Sendable {
    package var value: Value?
    package var isExported = false
    package var isReadOnly = false
    /// `declare -i`: what is assigned is calculated.
    package var isInteger = false

    package enum Value: Hashable, Sendable {
        case scalar(String)
        /// Elements in the order of their indexes; gaps are allowed.
        case array([Int: String])
        /// Elements in the order of their arrival.
        case map([MapElement])
    }

    package struct MapElement: Hashable, Sendable {
        package var key: String
        package var value: String
    }

    package init(_ value: Value? = nil, isExported: Bool = false) {
        self.value = value
        self.isExported = isExported
    }
}

extension Variable {
    /// The value, or that of element 0.
    var text: String? {
        switch value {
        case .scalar(let text): text
        case .array(let elements): elements[0]
        case .map(let elements): elements.first { $0.key == "0" }?.value
        case nil: nil
        }
    }

    /// All elements in order; a plain value is one element.
    var elements: [String] {
        switch value {
        case .scalar(let text): [text]
        case .array(let elements): elements.sorted { $0.key < $1.key }.map(\.value)
        case .map(let elements): elements.map(\.value)
        case nil: []
        }
    }

    var keys: [String] {
        switch value {
        case .scalar: ["0"]
        case .array(let elements): elements.keys.sorted().map(String.init)
        case .map(let elements): elements.map(\.key)
        case nil: []
        }
    }

    var byteCount: Int {
        switch value {
        case .scalar(let text): text.utf8.count
        // An element costs more than its text.
        case .array(let elements): elements.values.reduce(0) { $0 + $1.utf8.count + 64 }
        case .map(let elements): elements.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 64 }
        case nil: 0
        }
    }

    func element(_ key: String) -> String? {
        guard case .map(let elements) = value else { return nil }
        return elements.first { $0.key == key }?.value
    }

    mutating func setElement(_ key: String, to text: String) {
        guard case .map(var elements) = value else { return }
        if let index = elements.firstIndex(where: { $0.key == key }) {
            elements[index].value = text
        } else {
            elements.append(MapElement(key: key, value: text))
        }
        value = .map(elements)
    }
}
