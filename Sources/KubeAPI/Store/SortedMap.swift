/// A map kept in the order of its keys, for tables that are listed in order far more often than they grow.
struct SortedMap<Key: Comparable & Sendable, Element: Sendable>: Sendable {
    private(set) var keys: [Key] = []
    private(set) var elements: [Element] = []
}

extension SortedMap {
    var count: Int { keys.count }
    var isEmpty: Bool { keys.isEmpty }

    subscript(key: Key) -> Element? {
        let (index, found) = position(of: key)
        return found ? elements[index] : nil
    }

    /// Adds or replaces; returns what was there.
    @discardableResult
    mutating func set(_ element: Element, for key: Key) -> Element? {
        let (index, found) = position(of: key)
        if found {
            let old = elements[index]
            elements[index] = element
            return old
        }
        keys.insert(key, at: index)
        elements.insert(element, at: index)
        return nil
    }

    /// Changes what is there, or a new element, in place.
    mutating func update<Result>(
        _ key: Key, default initial: @autoclosure () -> Element, _ change: (inout Element) -> Result
    ) -> Result {
        let (index, found) = position(of: key)
        if !found {
            keys.insert(key, at: index)
            elements.insert(initial(), at: index)
        }
        return change(&elements[index])
    }

    @discardableResult
    mutating func remove(_ key: Key) -> Element? {
        let (index, found) = position(of: key)
        guard found else { return nil }
        keys.remove(at: index)
        return elements.remove(at: index)
    }

    /// The place of a key, or the place where it belongs; keys that come in order are found at the end at once.
    private func position(of key: Key) -> (index: Int, found: Bool) {
        if let last = keys.last, last < key { return (keys.count, false) }
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return (low, low < keys.count && keys[low] == key)
    }
}
