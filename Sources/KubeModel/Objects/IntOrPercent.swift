package import Documents

/// A count, or a share of another count: `2` or `25%`.
///
/// Source: `k8s.io/apimachinery/pkg/util/intstr`.
package enum IntOrPercent: Hashable, Sendable {
    case count(Int)
    case percent(Int)

    /// Reads a field of a manifest; `nil` when it is neither.
    package init?(_ value: Value?) {
        switch value {
        case .string(let text):
            if text.utf8.last == UInt8(ascii: "%"), let percent = Int(text.dropLast()) {
                self = .percent(percent)
            } else if let count = Int(text) {
                self = .count(count)
            } else {
                return nil
            }
        case .some(let number):
            guard let count = number.int else { return nil }
            self = .count(count)
        case nil: return nil
        }
    }

    /// The count that is meant when there are `total`; a fraction goes up or down.
    package func resolved(of total: Int, roundingUp: Bool) -> Int {
        switch self {
        case .count(let count): return count
        case .percent(let percent):
            let (product, overflow) = percent.multipliedReportingOverflow(by: total)
            guard !overflow else { return roundingUp ? Int.max : total }
            return roundingUp ? (product + 99) / 100 : product / 100
        }
    }
}
