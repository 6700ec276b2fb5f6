import Testing

@testable import Kubectl

struct ManifestTests {
    static let settings = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {color: blue}\n"

    @Test func `creates what files, folders and standard input describe`() {
        expectOutput("create -f settings.yaml", "configmap/settings created\n", files: ["settings.yaml": Self.settings])
        expectOutput(
            "create -f folder", "configmap/settings created\n",
            files: ["folder/a.yaml": Self.settings, "folder/b.txt": "no"])
        expectOutput("create -f -", "configmap/settings created\n", input: Self.settings)
        expectOutput("create -f '*.yaml'", "configmap/settings created\n", files: ["settings.yaml": Self.settings])
    }

    @Test func `a list stands for its items`() {
        let list =
            "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n"
        expectOutput("apply -f -", "configmap/a created\nconfigmap/b created\n", input: list)
    }

    @Test func `documents before a broken one are applied`() {
        expectOutput(
            "apply -f -",
            """
            configmap/settings created
            error: error parsing STDIN: error converting YAML to JSON: yaml: line 4: did not find expected key

            """, code: 1,
            input: Self.settings + "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: broken\n data: {a: one}\n")
    }

    @Test(arguments: [
        ("-f nothere.yaml", "error: the path \"nothere.yaml\" does not exist\n"),
        ("-f 'no*.yaml'", "error: the path \"no*.yaml\" does not exist\n"),
        ("-f empty", "error: error reading [empty]: recognized file extensions are [.json .yaml .yml]\n"),
        ("", "error: must specify one of -f and -k\n"),
        ("-f x.yaml -k .", "error: only one of -f or -k can be specified\n"),
        ("x.yaml", "error: Unexpected args: [x.yaml]\nSee 'kubectl apply -h' for help and examples\n"),
        ("-f -", "error: no objects passed to apply\n"),
    ])
    func `says what is wrong with the files`(arguments: String, message: String) {
        expectOutput(
            "apply \(arguments)", message, code: 1, files: ["empty/README.md": "no manifest", "x.yaml": Self.settings])
    }

    @Test func `tells the workbook where a manifest is broken`() {
        var world = TestWorld(files: ["web.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: web\n"])
        _ = world.run("apply -f web.yaml")
        #expect(world.context.lastProblem?.source == "web.yaml")
        #expect(world.context.lastProblem?.line == 4)
    }

    @Test func `the namespace of the command line must be that of the manifest`() {
        expectOutput(
            "apply -n default -f -",
            "error: the namespace from the provided object \"shop\" does not match the namespace \"default\". You must pass '--namespace=shop' to perform this operation.\n",
            code: 1, input: "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}}")
    }
}
