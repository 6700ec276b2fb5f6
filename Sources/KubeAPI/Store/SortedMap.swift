/// A map kept in the order of its keys, for tables that are listed in order far more often than they grow.
///
/// It is a row of short sorted pieces: a change moves, and after a copy of the map copies, no more than one of them.
struct SortedMap<Key: Comparable & Sendable, Element: Sendable>: Sendable {
    private struct Piece: Sendable {
        var keys: [Key] = []
        var elements: [Element] = []
    }

    /// None is empty.
    private var pieces: [Piece] = []
    private(set) var count = 0
}

extension SortedMap {
    /// Larger pieces are split.
    private static var pieceMax: Int { 256 }

    var isEmpty: Bool { count == 0 }
    var keys: [Key] { gathered(\.keys) }
    var elements: [Element] { gathered(\.elements) }

    private func gathered<Value>(_ part: KeyPath<Piece, [Value]>) -> [Value] {
        if pieces.count == 1 { return pieces[0][keyPath: part] }
        var all: [Value] = []
        all.reserveCapacity(count)
        for piece in pieces { all += piece[keyPath: part] }
        return all
    }

    subscript(key: Key) -> Element? {
        let place = place(of: key)
        return place.isFound ? pieces[place.piece].elements[place.index] : nil
    }

    /// Adds or replaces; returns what was there.
    @discardableResult
    mutating func set(_ element: Element, for key: Key) -> Element? {
        let place = place(of: key)
        guard place.isFound else {
            insert(element, for: key, at: place)
            return nil
        }
        let old = pieces[place.piece].elements[place.index]
        pieces[place.piece].elements[place.index] = element
        return old
    }

    /// Changes what is there, or a new element, in place.
    mutating func update<Result>(
        _ key: Key, default initial: @autoclosure () -> Element, _ change: (inout Element) -> Result
    ) -> Result {
        var place = place(of: key)
        if !place.isFound {
            insert(initial(), for: key, at: place)
            place = self.place(of: key)
        }
        return change(&pieces[place.piece].elements[place.index])
    }

    @discardableResult
    mutating func remove(_ key: Key) -> Element? {
        let place = place(of: key)
        guard place.isFound else { return nil }
        count -= 1
        pieces[place.piece].keys.remove(at: place.index)
        let element = pieces[place.piece].elements.remove(at: place.index)
        if pieces[place.piece].keys.isEmpty { pieces.remove(at: place.piece) }
        return element
    }

    private mutating func insert(_ element: Element, for key: Key, at place: Place) {
        count += 1
        if pieces.isEmpty { pieces.append(Piece()) }
        pieces[place.piece].keys.insert(key, at: place.index)
        pieces[place.piece].elements.insert(element, at: place.index)
        guard pieces[place.piece].keys.count > Self.pieceMax else { return }
        // Keys that come in order fill one piece after the other; all others leave room on both sides.
        let isLast = place.piece == pieces.count - 1 && place.index == Self.pieceMax
        split(place.piece, at: isLast ? Self.pieceMax : Self.pieceMax / 2)
    }

    private mutating func split(_ piece: Int, at index: Int) {
        let keys = Array(pieces[piece].keys[index...])
        let elements = Array(pieces[piece].elements[index...])
        pieces[piece].keys.removeSubrange(index...)
        pieces[piece].elements.removeSubrange(index...)
        pieces.insert(Piece(keys: keys, elements: elements), at: piece + 1)
    }

    private struct Place {
        var piece: Int
        var index: Int
        var isFound: Bool
    }

    /// The place of a key, or the place where it belongs.
    private func place(of key: Key) -> Place {
        let piece = max(0, Self.firstIndex(upTo: pieces.count) { key < pieces[$0].keys[0] } - 1)
        guard piece < pieces.count else { return Place(piece: 0, index: 0, isFound: false) }
        let keys = pieces[piece].keys
        if let last = keys.last, last < key { return Place(piece: piece, index: keys.count, isFound: false) }
        let index = Self.firstIndex(upTo: keys.count) { keys[$0] >= key }
        return Place(piece: piece, index: index, isFound: keys[index] == key)
    }

    /// The first number below `count` for which the condition holds, and with it for all behind it; otherwise `count`.
    private static func firstIndex(upTo count: Int, where condition: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
