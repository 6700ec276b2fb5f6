import Shell
import Testing

@testable import Workbook

struct FileWordsTests {
    @Test(arguments: [
        (64 << 20, "64 MiB"), (1 << 30, "1 GiB"), (100 << 10, "100 KiB"), (1025, "1025 bytes"), (0, "0 bytes"),
    ])
    func `says a size in the largest unit without a rest`(bytes: Int, text: String) {
        #expect(FileWords.size(bytes) == text)
    }

    @Test(arguments: [
        (FileError.notFound("a"), "cannot be read: No such file or directory", "読み込めません: ファイルがありません"),
        (.system("a", message: "Odd"), "cannot be read: Odd", "読み込めません: Odd"),
    ])
    func `says why a file cannot be read`(error: FileError, english: String, japanese: String) {
        #expect(FileWords.unreadable(error, .english) == english)
        #expect(FileWords.unreadable(error, .japanese) == japanese)
    }
}
