/// What pods and nodes use of cpu and memory, as a metrics server last read it.
package struct PodMetrics: Hashable, Sendable {
    /// The use of one container, or of a whole node, at a moment.
    package struct Reading: Hashable, Sendable {
        package var container: String
        /// Thousandths of a core.
        package var milliCPU: Int64
        /// Bytes.
        package var memory: Int64

        package init(container: String, milliCPU: Int64, memory: Int64) {
            self.container = container
            self.milliCPU = milliCPU
            self.memory = memory
        }
    }

    /// By pod; a pod that does not run, or only just does, has none.
    package var readings: [ObjectKey: [Reading]]
    /// By the names of the nodes; one that is lost has none.
    package var nodes: [String: Reading]
    /// When it was read.
    package var time: Instant

    /// How often a metrics server reads: `--metric-resolution` of kubernetes-sigs/metrics-server, and the window of a reading.
    package static let resolution = Duration.seconds(15)

    package init(
        readings: [ObjectKey: [Reading]] = [:], nodes: [String: Reading] = [:], time: Instant = Instant(seconds: 0)
    ) {
        self.readings = readings
        self.nodes = nodes
        self.time = time
    }
}

extension PodMetrics {
    /// The latest moment, at or before an instant, at which a metrics server reads.
    package static func lastReading(before instant: Instant) -> Instant {
        let period = resolution.microseconds
        return Instant(microseconds: instant.microseconds / period * period)
    }
}
