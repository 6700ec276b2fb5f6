/// A small map from names to values, sorted by name.
///
/// A sorted array beats a hash table at the sizes of Kubernetes objects (a handful of fields a level), needs no
/// memory beyond its members, is shared until it is changed, and has one order in every process.
package struct Object: Hashable, Sendable {
    package typealias Member = (key: String, value: Value)

    private var keys: [String]
    private var values: [Value]

    package init() {
        keys = []
        values = []
    }
}

extension Object {
    /// Members in any order; of two with one key the later wins.
    package init(_ members: some Sequence<(String, Value)>) {
        self.init()
        for (key, value) in members { self[key] = value }
    }

    package var count: Int { keys.count }
    package var isEmpty: Bool { keys.isEmpty }
    package var names: [String] { keys }

    package subscript(key: String) -> Value? {
        get {
            let (index, found) = position(of: key)
            return found ? values[index] : nil
        }
        set {
            let (index, found) = position(of: key)
            switch (newValue, found) {
            case (let value?, true): values[index] = value
            case (let value?, false):
                keys.insert(key, at: index)
                values.insert(value, at: index)
            case (nil, true):
                keys.remove(at: index)
                values.remove(at: index)
            case (nil, false): break
            }
        }
        _modify {
            let (index, found) = position(of: key)
            var value: Value?
            if found {
                value = values[index]
                values[index] = .null  // hands the storage over, so that nested changes happen in place
            }
            defer {
                switch (value, found) {
                case (let value?, true): values[index] = value
                case (let value?, false):
                    keys.insert(key, at: index)
                    values.insert(value, at: index)
                case (nil, true):
                    keys.remove(at: index)
                    values.remove(at: index)
                case (nil, false): break
                }
            }
            yield &value
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
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return (low, low < keys.count && keys[low] == key)
    }
}

extension Object: Sequence {
    /// The members in the order of their keys.
    package func makeIterator() -> Zip2Sequence<[String], [Value]>.Iterator {
        zip(keys, values).makeIterator()
    }
}

extension Object: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, Value)...) {
        self.init(elements)
    }
}
