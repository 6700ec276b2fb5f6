/// What pods use of cpu and memory, as a metrics server knows it.
package struct PodMetrics: Hashable, Sendable {
    /// The use of one container at a moment.
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

    /// By pod; a pod that does not run has none.
    package var readings: [ObjectKey: [Reading]]

    package init(readings: [ObjectKey: [Reading]] = [:]) {
        self.readings = readings
    }
}
