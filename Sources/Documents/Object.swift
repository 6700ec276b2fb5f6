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

    /// One member as it is stored.
    struct Slot: Hashable, Sendable {
        let key: String
        var value: Value
    }
}

extension Object {
    /// Members in any order; of two with one key the later wins.
    package init(_ members: some Sequence<(String, Value)>) {
        self = Self.collect(members.map { Slot(key: $0, value: $1) }[...]).object
    }

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }
    package var names: [String] { members.map(\.key) }

    package subscript(key: String) -> Value? {
        get {
            place(of: key).map { members[$0].value }
        }
        set {
            replace(key, at: place(of: key), by: newValue)
        }
        _modify {
            let place = place(of: key)
            var value: Value?
            if let place {
                value = members[place].value
                members[place].value = .null  // hands the storage over, so that nested changes happen in place
            }
            defer { replace(key, at: place, by: value) }
            yield &value
        }
    }

    private mutating func replace(_ key: String, at place: Int?, by value: Value?) {
        switch (value, place) {
        case (let value?, let place?): members[place].value = value
        case (let value?, nil): members.insert(Slot(key: key, value: value), at: firstPlace(notBefore: key))
        case (nil, let place?): members.remove(at: place)
        case (nil, nil): break
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

    /// Few members are faster to compare one by one, by their lengths first, than to halve by their order.
    private static let fewMembers = 24

    private func place(of key: String) -> Int? {
        guard members.count > Self.fewMembers else {
            let length = key.utf8.count
            return members.firstIndex { $0.key.utf8.count == length && $0.key == key }
        }
        let place = firstPlace(notBefore: key)
        return place < members.count && members[place].key == key ? place : nil
    }

    private func firstPlace(notBefore key: String) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Object {
    /// The object of members in any order, and the keys that came more than once; of their values the last one stays.
    ///
    /// It takes no more memory than its members need.
    static func collect(_ slots: ArraySlice<Slot>) -> (object: Object, repeated: [String]) {
        var object = Object()
        guard !slots.isEmpty else { return (object, []) }
        if zip(slots, slots.dropFirst()).allSatisfy({ $0.key < $1.key }) {
            object.members.reserveCapacity(slots.count)
            object.members.append(contentsOf: slots)
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
