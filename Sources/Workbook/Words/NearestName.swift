/// The name that was most likely meant: the one with the fewest typing mistakes, when they are few.
package func nearestName(to word: String, among names: some Sequence<String>) -> String? {
    var best: (name: String, distance: Int)?
    for name in names {
        let distance = editDistance(word.lowercased(), name.lowercased())
        guard distance <= (word.count + 2) / 3, distance < best?.distance ?? .max else { continue }
        best = (name, distance)
    }
    return best?.name
}

/// How many letters must be put in, taken out, replaced or swapped with their neighbour (optimal string alignment).
func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8.prefix(256))
    let right = Array(right.utf8.prefix(256))
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
        var current = [row + 1]
        for column in 0..<right.count {
            let isEqual = left[row] == right[column]
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isEqual ? 0 : 1))
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                cost = min(cost, before[column - 1] + 1)
            }
            current.append(cost)
        }
        (before, last) = (last, current)
    }
    return last[right.count]
}
