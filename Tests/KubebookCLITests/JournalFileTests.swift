import Foundation
import KubeModel
import Simulation
import Testing
import Workbook

@testable import KubebookCLI

/// A journal on disk, whole and damaged: nothing that was answered is lost, or it is said where it went.
struct JournalFileTests {
    private let folder: TemporaryFolder
    private let state: StateFolder
    private let header = ClusterOptions.standard
    private var journal: URL { state.journalFile("play") }

    init() throws {
        folder = try TemporaryFolder()
        state = StateFolder(environment: ["KUBEBOOK_HOME": folder.path("home")])
    }

    private func entry(_ number: Int) -> JournalEntry {
        JournalEntry(time: header.start + .seconds(number), text: "echo \(number) ポッド")
    }

    private func write(_ count: Int) throws -> [UInt8] {
        let opened = JournalFile.open(journal, header: header, state: state)
        for number in 0..<count { opened.file.append(entry(number)) }
        #expect(opened.file.takeFailure() == nil)
        return Array(try Data(contentsOf: journal))
    }

    @Test func `holds what was written`() throws {
        _ = try write(3)
        let opened = JournalFile.open(journal, header: header, state: state)
        #expect(opened.journal.entries == (0..<3).map(entry))
        #expect(opened.damage == nil)
        #expect(opened.replaced == nil)
    }

    @Test func `opens after being cut off at every length`() throws {
        let whole = try write(3)
        let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        for length in 1..<whole.count {
            let name = "cut-\(length)"
            let file = state.journalFile(name)
            try Data(whole[..<length]).write(to: file)
            let opened = JournalFile.open(file, header: header, state: state)
            let sound = ends.count { $0 <= length }
            #expect(opened.journal.entries == (0..<max(0, sound - 1)).map(entry), "\(length) bytes")
            #expect((opened.damage == nil) == ends.contains(length), "\(length) bytes")
            if let kept = opened.damage?.kept {
                #expect(try Data(contentsOf: kept) == Data(whole[..<length]), "\(length) bytes")
            }
            opened.file.append(entry(9))
            let again = JournalFile.open(file, header: header, state: state)
            #expect(again.journal.entries == (0..<max(0, sound - 1)).map(entry) + [entry(9)], "\(length) bytes")
        }
    }

    @Test(arguments: ["hello\n", "{}\n", "{\"kubebook\":2}\n", "\u{0}\u{0}\n"])
    func `sets a foreign file aside and begins anew`(text: String) throws {
        try FileManager.default.createDirectory(
            at: journal.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: journal)
        let opened = JournalFile.open(journal, header: header, state: state)
        #expect(opened.journal.entries.isEmpty)
        let kept = try #require(opened.damage?.kept)
        #expect(try String(contentsOf: kept, encoding: .utf8) == text)
    }

    @Test func `sets the journal of another cluster aside`() throws {
        let whole = try write(2)
        var other = header
        other.seed = 99
        let opened = JournalFile.open(journal, header: other, state: state)
        #expect(opened.journal.entries.isEmpty)
        #expect(try Data(contentsOf: try #require(opened.replaced)) == Data(whole))
    }

    @Test func `is written by one program at a time`() throws {
        let first = JournalFile.open(journal, header: header, state: state)
        first.file.append(entry(0))
        let second = JournalFile.open(journal, header: header, state: state)
        #expect(second.file.takeFailure() == "another kubebook has play.journal open")
        second.file.append(entry(1))
        first.file.append(entry(2))
        #expect(JournalFile.open(journal, header: header, state: state).journal.entries == [entry(0), entry(2)])
    }

    @Test func `says when a line could not be kept`() throws {
        let state = StateFolder(environment: ["KUBEBOOK_HOME": "/proc/kubebook"])
        #expect(state.isReadOnly)
        let opened = JournalFile.open(state.journalFile("play"), header: header, state: state)
        opened.file.append(entry(1))
        #expect(opened.journal.entries.isEmpty)
    }
}

struct StateFolderTests {
    @Test(arguments: [
        (["KUBEBOOK_HOME": "/x/state", "XDG_DATA_HOME": "/y"], "/x/state"),
        (["XDG_DATA_HOME": "/y", "HOME": "/h"], "/y/kubebook"), (["HOME": "/h"], "/h/.local/share/kubebook"),
    ])
    func `lies where the environment says`(environment: [String: String], path: String) {
        #expect(StateFolder.location(environment).path == path)
    }

    @Test func `keeps progress, and a damaged file beside a new one`() throws {
        let folder = try TemporaryFolder()
        let state = StateFolder(environment: ["KUBEBOOK_HOME": folder.path("home")])
        var progress = LearnerProgress()
        progress.current = "nginx-pod"
        try state.save(progress)
        #expect(state.progress().progress == progress)
        try folder.write("{\"version\": 1, \"less", to: "home/progress.json")
        let read = state.progress()
        #expect(read.progress == LearnerProgress())
        let kept = try #require(read.setAside)
        #expect(try String(contentsOf: kept, encoding: .utf8) == "{\"version\": 1, \"less")
    }
}
