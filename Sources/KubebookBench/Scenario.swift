import Foundation

/// A piece of work that is measured whole, in a process of its own, and held against its goals.
struct Scenario: Sendable {
    let name: String
    let measure: @Sendable () throws -> [Figure]

    init(_ name: String, measure: @escaping @Sendable () throws -> [Figure]) {
        self.name = name
        self.measure = measure
    }
}

extension Scenario {
    static let all: [Scenario] = prompt + cluster
}

/// One measured number with the bound that it should keep.
struct Figure: Sendable {
    enum Unit: String, Sendable {
        case seconds = "s"
        case milliseconds = "ms"
        case megabytes = "MB"
        case perSecond = "/s"
    }

    enum Goal: Sendable {
        case atMost(Double)
        case atLeast(Double)
        case none
    }

    let what: String
    let value: Double
    let unit: Unit
    let goal: Goal

    init(_ what: String, _ value: Double, _ unit: Unit, _ goal: Goal) {
        self.what = what
        self.value = value
        self.unit = unit
        self.goal = goal
    }
}

extension Figure {
    /// `  first prompt                    31.2 ms   goal at most 50 ms      kept`
    var line: String {
        let measured = Self.text(value, unit).padding(toLength: 16, withPad: " ", startingAt: 0)
        let title = what.padding(toLength: 52, withPad: " ", startingAt: 0)
        return switch goal {
        case .none: "  \(title) \(measured)"
        case .atMost(let bound):
            "  \(title) \(measured) goal at most \(Self.text(bound, unit)): \(value <= bound ? "kept" : "MISSED")"
        case .atLeast(let bound):
            "  \(title) \(measured) goal at least \(Self.text(bound, unit)): \(value >= bound ? "kept" : "MISSED")"
        }
    }

    private static func text(_ value: Double, _ unit: Unit) -> String {
        let digits = value >= 100 || value == value.rounded() ? 0 : value >= 1 ? 1 : 3
        return "\(value.formatted(.number.precision(.fractionLength(digits)).grouping(.never))) \(unit.rawValue)"
    }
}

/// What a piece of work costs on this machine.
enum Cost {
    /// Seconds on the wall.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        return try clock.measure(work) / .seconds(1)
    }

    /// The most memory that this process ever held, in megabytes.
    static func peakMegabytes() -> Double {
        var usage = rusage()
        #if canImport(Darwin)
            getrusage(RUSAGE_SELF, &usage)
            return Double(usage.ru_maxrss) / 1_000_000
        #else
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return Double(usage.ru_maxrss) * 1024 / 1_000_000
        #endif
    }
}
