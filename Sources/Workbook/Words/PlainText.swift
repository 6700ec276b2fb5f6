extension String {
    /// The text without control characters but line ends and tabs, so that no object's text moves a cursor.
    package var withoutControls: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.filter { scalar in
                    scalar == "\n" || scalar == "\t"
                        || !(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
                }))
    }

    /// The text with line ends of Windows (CR LF) as the shell knows them.
    package var withUnixLineEnds: String { replacing("\r\n", with: "\n") }

    /// The text cut to a length with a mark that it was cut.
    func shortened(to limit: Int = 200) -> String {
        count <= limit ? self : prefix(limit) + "..."
    }
}
