import Foundation
import KubeModel

/// What the clocks on the walls of a zone show.
///
/// The rules of zones change by law and come with Foundation's copy of the time zone database: the one reason why this
/// layer needs it.
struct ZoneRules {
    private let zone: TimeZone

    static let utc = ZoneRules(zone: .gmt)

    private init(zone: TimeZone) {
        self.zone = zone
    }
}

extension ZoneRules {
    /// The zone of a name such as `Asia/Tokyo`; `nil` when nobody knows it.
    init?(name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    /// An instant moved by the zone's offset, so that its UTC reading is the reading of the zone's clocks.
    func wallTime(at instant: Instant) -> Instant { instant + .seconds(offsetSeconds(at: instant)) }

    /// `2026-11-22T21:00:00+09:00`
    func rfc3339(_ instant: Instant) -> String {
        let offset = offsetSeconds(at: instant)
        guard offset != 0 else { return instant.rfc3339 }
        let minutes = abs(offset) / 60
        let text = "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        return wallTime(at: instant).rfc3339.dropLast() + (offset < 0 ? "-" : "+") + text
    }

    /// The first moment of a day in the zone that is not before another moment.
    func start(of date: CivilDate, notBefore earliest: Instant) -> Instant {
        let midnight = Instant(seconds: date.daysSinceEpoch * 86_400)
        let guess = midnight - .seconds(offsetSeconds(at: earliest))
        let corrected = midnight - .seconds(offsetSeconds(at: guess))
        // Midnight may be left out by a change of clocks; then the guess before it would not move forward.
        return wallTime(at: corrected) < midnight ? corrected + .seconds(3600) : max(corrected, earliest)
    }

    private func offsetSeconds(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
    }
}
