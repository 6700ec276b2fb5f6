package import Shell

/// What is said about files that cannot be used: the same in lessons, grading and scripts.
package enum FileWords {
    /// Why a file cannot be read: `cannot be read: Permission denied`.
    package static func unreadable(_ error: FileError, _ language: Language) -> String {
        language.choose("cannot be read: \(error.reason)", "読み込めません: \(japaneseReason(error))")
    }

    package static func tooLarge(limitBytes: Int, _ language: Language) -> String {
        language.choose("is larger than \(size(limitBytes))", "\(size(limitBytes)) を超えています")
    }

    /// `64 MiB`, `100 KiB`, `7 bytes`: in the largest unit that leaves no rest.
    static func size(_ bytes: Int) -> String {
        let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
        guard bytes > 0, let (unit, name) = units.first(where: { bytes.isMultiple(of: $0.0) }) else {
            return "\(bytes) bytes"
        }
        return "\(bytes / unit) \(name)"
    }

    private static func japaneseReason(_ error: FileError) -> String {
        switch error {
        case .notFound: "ファイルがありません"
        case .isDirectory: "フォルダーです"
        case .notDirectory: "フォルダーではありません"
        case .exists: "すでにあります"
        case .permissionDenied: "権限がありません"
        case .readOnly: "読み取り専用です"
        case .directoryNotEmpty: "フォルダーが空ではありません"
        case .noSpace: "空き容量がありません"
        case .system(_, let message): message
        }
    }
}
