/// Breaks a line of text into rows that fit a terminal: between words, and in Japanese between most letters.
package struct LineBreaker: Hashable, Sendable {
    package let width: Int

    /// A part of the text on a row of its own, behind some spaces.
    package struct Row: Hashable, Sendable {
        package let indent: Int
        package let range: Range<Int>

        package init(indent: Int, range: Range<Int>) {
            self.indent = indent
            self.range = range
        }
    }

    package init(width: Int) {
        self.width = max(width, 20)
    }
}

extension LineBreaker {
    /// Rows after the first are indented as the first one's text is, behind its spaces and marks such as `- ` and `! `.
    package func rows(of letters: [Character]) -> [Row] {
        let hanging = hangingIndent(letters)
        var rows: [Row] = []
        var start = 0
        while start < letters.count || rows.isEmpty {
            let indent = rows.isEmpty ? 0 : hanging
            let end = end(of: letters, from: start, room: width - indent)
            var last = end
            while last > start, end < letters.count, letters[last - 1] == " " { last -= 1 }
            rows.append(Row(indent: indent, range: start..<last))
            start = end
            while start < letters.count, letters[start] == " " { start += 1 }
        }
        return rows
    }

    private func hangingIndent(_ letters: [Character]) -> Int {
        let spaces = letters.prefix { $0 == " " }.count
        guard spaces + 1 < letters.count, "-*!→✔".contains(letters[spaces]), letters[spaces + 1] == " " else {
            return min(spaces, width / 2)
        }
        return min(spaces + 2, width / 2)
    }

    /// Behind the last letter that stands on a row, at a place where a row may end if there is one.
    private func end(of letters: [Character], from start: Int, room: Int) -> Int {
        var used = 0
        var place: Int?
        for index in start..<letters.count {
            if index > start, mayBreak(letters[index - 1], letters[index]) { place = index }
            used += displayWidth(String(letters[index]))
            if used > room, letters[index] != " " { return max(place ?? index, start + 1) }
        }
        return letters.count
    }

    /// Source: JIS X 4051 (kinsoku shori), the letters that no row begins or ends with.
    private func mayBreak(_ before: Character, _ after: Character) -> Bool {
        if before == " " { return after != " " }
        if "、。，．）」』】〉》！？・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ".contains(after) || "（「『【〈《".contains(before) {
            return false
        }
        return displayWidth(String(before)) == 2 || displayWidth(String(after)) == 2 && after != "→"
    }
}
