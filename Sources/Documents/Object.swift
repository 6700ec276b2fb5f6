/// A small map from names to values, sorted by name.
///
/// A sorted array beats a hash table at the sizes of Kubernetes objects (a handful of fields a level), needs no
/// memory beyond its members, is shared until it is changed, and has one order in every process.
package struct Object: Hashable, Sendable {
    package typealias Member = (key: String, value: Value)

    private var members: [Slot]

    package init() {
        members = []
    }

    private struct Slot: Hashable, Sendable {
        let key: String
        var value: Value
    }
}

extension Object {
    /// Members in any order; of two with one key the later wins.
    package init(_ members: some Sequence<(String, Value)>) {
        var builder = Builder()
        for (key, value) in members { builder.append(key, value) }
        self = builder.finish().object
    }

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }
    package var names: [String] { members.map(\.key) }

    package subscript(key: String) -> Value? {
        get {
            let (index, found) = position(of: key)
            return found ? members[index].value : nil
        }
        set {
            let (index, found) = position(of: key)
            replace(key, at: index, found: found, by: newValue)
        }
        _modify {
            let (index, found) = position(of: key)
            var value: Value?
            if found {
                value = members[index].value
                members[index].value = .null  // hands the storage over, so that nested changes happen in place
            }
            defer { replace(key, at: index, found: found, by: value) }
            yield &value
        }
    }

    private mutating func replace(_ key: String, at index: Int, found: Bool, by value: Value?) {
        switch (value, found) {
        case (let value?, true): members[index].value = value
        case (let value?, false): members.insert(Slot(key: key, value: value), at: index)
        case (nil, true): members.remove(at: index)
        case (nil, false): break
        }
    }

    /// The value at a path of keys: `object["spec", "replicas"]`; setting makes the objects on the way.
    package subscript(first: String, second: String, rest: String...) -> Value? {
        get {
            rest.reduce(self[first]?[second]) { value, key in value?[key] }
        }
        set {
            self[path: ([first, second] + rest)] = newValue
        }
    }

    /// The value at a path of keys given as a list.
    package subscript(path path: some Collection<String>) -> Value? {
        get {
            guard let first = path.first else { return .object(self) }
            return path.dropFirst().reduce(self[first]) { value, key in value?[key] }
        }
        set {
            guard let first = path.first else { return }
            if path.count == 1 {
                self[first] = newValue
                return
            }
            guard newValue != nil || self[first] != nil else { return }
            var child: Object
            if case .object(let existing)? = self[first] { child = existing } else { child = Object() }
            self[first] = .null
            child[path: path.dropFirst()] = newValue
            self[first] = .object(child)
        }
    }

    /// The place of a key, or the place where it belongs.
    private func position(of key: String) -> (index: Int, found: Bool) {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return (low, low < members.count && members[low].key == key)
    }
}

extension Object {
    /// Collects members in any order and sorts them once.
    struct Builder {
        private var slots: [Slot] = []
        private var isSorted = true

        mutating func append(_ key: String, _ value: Value) {
            if isSorted, let last = slots.last, last.key >= key { isSorted = false }
            slots.append(Slot(key: key, value: value))
        }

        /// The object, and the keys that came more than once; of their values the last one stays.
        consuming func finish() -> (object: Object, repeated: [String]) {
            var object = Object()
            guard !isSorted else {
                object.members = slots
                return (object, [])
            }
            var repeated: [String] = []
            let order = slots.indices.sorted { (slots[$0].key, $0) < (slots[$1].key, $1) }
            object.members.reserveCapacity(slots.count)
            for index in order {
                if object.members.last?.key == slots[index].key {
                    repeated.append(slots[index].key)
                    object.members.removeLast()
                }
                object.members.append(slots[index])
            }
            return (object, repeated)
        }
    }
}

extension Object: Sequence {
    /// The members in the order of their keys.
    package struct Iterator: IteratorProtocol {
        private var slots: IndexingIterator<[Slot]>

        fileprivate init(_ object: Object) {
            slots = object.members.makeIterator()
        }

        package mutating func next() -> Member? {
            slots.next().map { ($0.key, $0.value) }
        }
    }

    package func makeIterator() -> Iterator {
        Iterator(self)
    }

    package var underestimatedCount: Int { members.count }
}

extension Object: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, Value)...) {
        self.init(elements)
    }
}
