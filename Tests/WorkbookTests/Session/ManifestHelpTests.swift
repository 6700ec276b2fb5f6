import KubeModel
import Kubectl
import Testing

@testable import Workbook

/// What the workbook says below kubectl's own error.
struct ManifestHelpTests {
    private static let pod = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
          - name: web
            image: nginx

        """

    private func help(_ manifest: String) throws -> String? {
        var session = try freeSession()
        let turn = session.run("kubectl apply -f - <<'EOF'\n\(manifest)EOF")
        let text = turn.page.plainText
        return text.isEmpty ? nil : text
    }

    private static let slips: [(String, String, String)] = [
        ("kind: Pod\n", "kind: Pod // what it is\n", "line 2, column 11: YAML knows no // comments; write # instead"),
        ("  name: web\nspec", "\tname: web\nspec", "line 4, column 1: indent with spaces; YAML allows no tabs there"),
        (
            "    image: nginx", "      image: nginx",
            "line 8, column 12: compare the indentation with the lines around it"
        ),
        (
            "image: nginx", "imagee: nginx",
            "line 8, column 5: there is no field imagee here; did you mean image?"
        ),
        ("spec:\n", "specs:\n", "line 5, column 1: there is no field specs here; did you mean spec?"),
        ("kind: Pod\n", "", "line 1: every manifest needs kind, at the left margin"),
        ("name: web\nspec", "name: Web_1\nspec", "line 4, column 3: this is where metadata.name gets its value"),
    ]

    @Test(arguments: slips)
    func `names line and column of a slip`(right: String, wrong: String, said: String) throws {
        #expect(try help(Self.pod.replacing(right, with: wrong)) == "→ STDIN, \(said)\n")
    }

    @Test func `says nothing about a manifest that is right, whatever it holds`() throws {
        let addresses = Self.pod.replacing(
            "  name: web\n", with: "  name: web\n  annotations: {a: 'x // y', b: http://c}\n")
        #expect(try help(addresses) == nil)
    }

    @Test func `names the file and speaks Japanese`() throws {
        var session = try freeSession()
        session.language = .japanese
        _ = session.run("printf 'kind: Pod // x\\napiVersion: v1\\nmetadata: {name: a}\\n' > a.yaml")
        let turn = session.run("kubectl apply -f a.yaml")
        #expect(
            turn.page.plainText == "→ a.yaml の 1 行目 11 文字目: YAML に // のコメントはありません。# を使ってください\n")
    }
}
