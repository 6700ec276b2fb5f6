import KubeModel
import Simulation

extension WorkbookCommand {
    static let clock = WorkbookCommand(
        "clock", "the simulated time; clock +5m moves it on", "クラスターの時刻（clock +5m で進めます）",
        accepts: { $0.count < 3 }
    ) { session, words in
        let word = words.joined()
        guard !word.isEmpty else { return .text(session.now.rfc3339) }
        guard let step = duration(word) else {
            return .text(
                session.language.choose(
                    "clock takes a time to move on by, such as +90s, +5m, +2h or +1d",
                    "clock には +90s、+5m、+2h、+1d のように進める時間を書きます"), .bad)
        }
        session.remember("clock \(word)")
        let outcome = session.lab.host.cluster.run(until: session.now + step)
        let view = session.view
        session.attempt?.observe(view)
        var turn = Turn.text(session.now.rfc3339)
        if case RunOutcome.exceeded(let moving) = outcome {
            turn.page.add(LabWords.text(of: .exceeded(moving: moving), session.language), .bad)
        }
        turn.page.add(session.look())
        return turn
    }

    /// `+1h30m`, `90s`, `5m`; at most a year.
    static func duration(_ text: String) -> Duration? {
        var seconds: Int64 = 0
        var number: Int64?
        for character in text.first == "+" ? text.dropFirst() : text[...] {
            if let digit = character.wholeNumberValue, character.isASCII {
                guard (number ?? 0) < 1_000_000_000 else { return nil }
                number = (number ?? 0) * 10 + Int64(digit)
                continue
            }
            guard let amount = number, let unit = ["s": 1, "m": 60, "h": 3600, "d": 86_400][character] else {
                return nil
            }
            seconds += amount * Int64(unit)
            number = nil
        }
        seconds += number ?? 0
        return seconds > 0 && seconds <= 366 * 86_400 ? .seconds(seconds) : nil
    }
}
