internal import CLibedit

/// What a Tab needs to know while one line is being read; libedit hands its address to `pressTab`.
struct TabSession {
    let editor: OpaquePointer
    let columns: Int
    let promptWidth: Int
    let complete: (_ line: String, _ cursor: Int) -> Completion
    private var key = TabKey()

    init(
        editor: OpaquePointer, columns: Int, promptWidth: Int,
        complete: @escaping (_ line: String, _ cursor: Int) -> Completion
    ) {
        self.editor = editor
        self.columns = columns
        self.promptWidth = promptWidth
        self.complete = complete
    }
}

/// The function that libedit calls for a Tab.
func pressTab(context: UnsafeMutableRawPointer?) -> Int32 {
    guard let session = context?.assumingMemoryBound(to: TabSession.self) else {
        return Int32(CLibeditTabBeep.rawValue)
    }
    return Int32(session.pointee.press().rawValue)
}

extension TabSession {
    fileprivate mutating func press() -> CLibeditTab {
        let (line, cursor) = current
        let completion = complete(line, cursor)
        switch key.press(line: line, cursor: cursor, completion: completion) {
        case .beep: return CLibeditTabBeep
        case .replace(let range, let text):
            replace(range, with: text, line: line, cursor: cursor)
            return CLibeditTabRefresh
        case .list(let labels):
            show(candidateColumns(labels, width: columns), line: line, cursor: cursor)
            return CLibeditTabRedraw
        }
    }

    private var current: (line: String, cursor: Int) {
        var text: UnsafePointer<CChar>?
        var length = 0
        var cursor = 0
        clibedit_line(editor, &text, &length, &cursor)
        return (String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self), cursor)
    }

    private func replace(_ range: Range<Int>, with text: String, line: String, cursor: Int) {
        let bytes = Array(line.utf8)
        func scalars(_ range: Range<Int>) -> Int32 { Int32(bytes[range].count { $0 & 0xC0 != 0x80 }) }
        let end = range.upperBound
        clibedit_move_cursor(editor, end >= cursor ? scalars(cursor..<end) : -scalars(end..<cursor))
        clibedit_delete_before_cursor(editor, scalars(range))
        clibedit_insert(editor, text)
    }

    /// Prints below the last row of the line, and then goes down as many rows as libedit will go up again from the
    /// row where it believes the cursor to be.
    private func show(_ lines: [String], line: String, cursor: Int) {
        let head = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
        let row = (promptWidth + displayWidth(head)) / columns
        let lastRow = (promptWidth + displayWidth(line)) / columns
        let newlines = String(repeating: "\r\n", count: lastRow - row + 1)
        let clean = lines.map { line in
            String(String.UnicodeScalarView(line.unicodeScalars.filter { !$0.isControl }))
        }
        clibedit_print(
            editor, newlines + clean.joined(separator: "\r\n") + String(repeating: "\r\n", count: row + 1))
    }
}
