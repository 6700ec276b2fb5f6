package import KubeModel

/// A part of the cluster that lives on the simulated clock: the controllers, the scheduler, the nodes.
///
/// The simulation moves `api.now` to the earliest `nextDue` of all components, lets each component that is due run,
/// and then shows everyone what changed. A component keeps its own queue of what is to happen when; it reads and
/// writes objects only through the API, as level-based reconciliation: what it does depends on what is, never on
/// what a change said.
package protocol Component: Sendable {
    /// When this component next has something to do; `nil` when it only waits for changes.
    var nextDue: Instant? { get }

    /// Sees what was written since the last call, in order, and notes what to look at.
    mutating func observe(_ changes: ArraySlice<ObjectChange>, api: borrowing APIServer)

    /// Does everything that is due at `api.now`.
    mutating func run(api: inout APIServer)
}
