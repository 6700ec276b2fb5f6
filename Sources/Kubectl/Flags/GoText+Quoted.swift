import Documents

extension String {
    /// The text in double quotes with Go's escapes: `"a\tb"`.
    package var goQuoted: String { GoText.quoted(self) }
}
