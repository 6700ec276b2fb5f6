/// How many columns of a terminal a text takes: two for wide characters of East Asia, none for combining marks.
package func displayWidth(_ text: String) -> Int {
    text.reduce(0) { sum, character in sum + columns(of: character) }
}

private func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if character.isASCII { return first.isControl ? 0 : 1 }
    if first.properties.generalCategory == .nonspacingMark || first.properties.generalCategory == .enclosingMark {
        return 0
    }
    return wideRanges.contains { $0.contains(first.value) } ? 2 : 1
}

/// The blocks that Unicode's East Asian Width calls wide or full-width (UAX #11), joined where they touch.
private let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
]
