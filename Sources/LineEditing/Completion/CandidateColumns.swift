/// Lists candidates in columns, read downwards, as shells do.
func candidateColumns(_ labels: [String], width: Int, limit: Int = 200) -> [String] {
    let shown = labels.prefix(limit)
    guard let widest = shown.map(displayWidth).max() else { return [] }
    let columns = max(1, (width + 2) / (widest + 2))
    let rows = (shown.count + columns - 1) / columns
    var lines = (0..<rows).map { row in
        let cells = stride(from: row, to: shown.count, by: rows).map { shown[$0] }
        let padded = cells.dropLast().map { $0 + String(repeating: " ", count: widest + 2 - displayWidth($0)) }
        return padded.joined() + (cells.last ?? "")
    }
    if labels.count > limit { lines.append("... \(labels.count - limit) more") }
    return lines
}
