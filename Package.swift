// swift-tools-version: 6.2
import PackageDescription

/// Settings that every target shares; a warning is an error.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let collections = "swift-collections"

/// One layer of the house: what it may import is what it depends on (`LayeringTests` checks the import lines).
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

let package = Package(
    name: "kubebook",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "kubebook", targets: ["kubebook"]),
        .executable(name: "kubebook-bench", targets: ["KubebookBench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        layer("Documents", ["Yams"]),
        layer("KubeModel", ["Documents", .product(name: "HeapModule", package: collections)]),
        layer("KubeAPI", ["Documents", "KubeModel"]),
        layer("KubeControllers", ["Documents", "KubeModel", "KubeAPI"]),
        layer("Shell"),
        layer("KubeNodes", ["Documents", "KubeModel", "KubeAPI", "Shell"]),
        layer("Simulation", ["Documents", "KubeModel", "KubeAPI", "KubeControllers", "KubeNodes"]),
        layer("KubePrinting", ["Documents", "KubeModel"]),
        layer("Kubectl", ["Documents", "KubeModel", "KubeAPI", "KubePrinting", "Shell"]),
        layer(
            "Workbook",
            [
                "Documents", "KubeModel", "KubeAPI", "KubeControllers", "KubeNodes", "Simulation", "KubePrinting",
                "Shell",
                "Kubectl",
            ]),
        .systemLibrary(name: "CLibeditSystem", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .target(name: "CLibedit", dependencies: ["CLibeditSystem"]),
        layer("LineEditing", ["CLibedit"]),
        layer(
            "KubebookCLI",
            [
                "Documents", "KubeModel", "KubeAPI", "Simulation", "KubePrinting", "Shell", "Kubectl", "Workbook",
                "LineEditing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "KubebookBench",
            dependencies: [
                "Documents", "KubeModel", "KubeAPI", "KubeNodes", "Simulation", "Workbook", "KubebookCLI", "CLibedit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .executableTarget(name: "kubebook", dependencies: ["KubebookCLI"], swiftSettings: strict),

        tests("DocumentsTests", ["Documents"], resources: [.copy("Fixtures")]),
        tests("KubeModelTests", ["KubeModel", "Documents"]),
        tests("KubeAPITests", ["KubeAPI", "KubeModel", "Documents"], exclude: ["Fixtures"]),
        tests("KubeControllersTests", ["KubeControllers", "KubeAPI", "KubeModel", "Documents"]),
        tests("KubeNodesTests", ["KubeNodes", "KubeAPI", "KubeModel", "Documents", "Shell"]),
        tests("SimulationTests", ["Simulation", "KubeNodes", "KubeAPI", "KubeModel", "Documents"]),
        tests("KubePrintingTests", ["KubePrinting", "KubeModel", "Documents"], resources: [.copy("Fixtures")]),
        tests("ShellTests", ["Shell"]),
        tests(
            "KubectlTests", ["Kubectl", "KubeAPI", "KubeModel", "KubePrinting", "Documents", "Shell"],
            resources: [.copy("Fixtures")]),
        tests("WorkbookTests", ["Workbook", "Simulation", "KubeNodes", "KubeAPI", "KubeModel", "Documents", "Shell"]),
        tests(
            "TranscriptTests", ["Workbook", "Simulation", "KubeNodes", "KubeModel", "Shell"],
            exclude: ["Exercises", "Fixtures", "known-differences.txt"]),
        tests("LineEditingTests", ["LineEditing", "CLibedit"]),
        tests(
            "KubebookCLITests",
            [
                "KubebookCLI", "Workbook", "Simulation", "LineEditing", "CLibedit", "KubeNodes", "KubeModel", "Shell",
                "kubebook",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        tests("HouseTests", []),
    ]
)
