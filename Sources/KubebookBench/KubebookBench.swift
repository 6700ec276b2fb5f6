import ArgumentParser
import Foundation

/// Measures the program and prints the figures next to their goals; nothing fails when a goal is missed.
@main
struct KubebookBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kubebook-bench",
        abstract: "Measure kubebook and print the figures next to their goals.",
        discussion: "Without a name, the scenarios are listed; run each in a process of its own, as make bench does.")

    @Argument(help: "The scenarios to measure.")
    var names: [String] = []

    func run() throws {
        guard !names.isEmpty else {
            for scenario in Scenario.all { print(scenario.name) }
            return
        }
        for name in names {
            guard let scenario = Scenario.all.first(where: { $0.name == name }) else {
                throw ValidationError("there is no scenario \(name)")
            }
            print(scenario.name)
            for figure in try scenario.measure() { print(figure.line) }
        }
    }
}
