import Testing

@testable import KubeAPI

struct SortedMapTests {
    /// Every order of coming and going, over many pieces.
    @Test(arguments: [1, 7, 389, 997])
    func `is a dictionary in the order of its keys`(step: Int) {
        var map = SortedMap<Int, String>()
        var model: [Int: String] = [:]
        for round in 0..<3000 {
            let key = round * step % 1009
            if round % 5 == 4 {
                #expect(map.remove(key) == model.removeValue(forKey: key))
            } else {
                #expect(map.set("\(round)", for: key) == model.updateValue("\(round)", forKey: key))
            }
        }
        map.update(5000, default: "new") { $0 += " last" }
        model[5000] = "new last"
        let sorted = model.sorted { $0.key < $1.key }
        #expect(map.count == model.count)
        #expect(map.keys == sorted.map(\.key))
        #expect(map.elements == sorted.map(\.value))
        #expect((0..<1009).allSatisfy { map[$0] == model[$0] })
    }

    @Test func `a copy keeps what it had`() {
        var map = SortedMap<Int, Int>()
        for key in 0..<1000 { map.set(key, for: key) }
        let copy = map
        for key in 0..<1000 where key % 2 == 0 { map.remove(key) }
        #expect(copy.count == 1000)
        #expect(map.keys == (0..<1000).filter { $0 % 2 == 1 })
        for key in map.keys { map.remove(key) }
        #expect(map.isEmpty)
        #expect(map[1] == nil)
    }
}
