import Synchronization

/// Where workers put their results, each in its own place.
final class ResultBox<Element: Sendable>: Sendable {
    private let places: Mutex<[Element?]>

    init(count: Int) {
        places = Mutex(Array(repeating: nil, count: count))
    }

    func set(_ element: Element, at index: Int) {
        places.withLock { $0[index] = element }
    }

    var values: [Element] { places.withLock { $0.compactMap { $0 } } }
}
