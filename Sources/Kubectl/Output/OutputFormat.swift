import Documents

/// What `-o` and `--template` ask for, before it is parsed further.
struct OutputFormat: Hashable, Sendable {
    /// `yaml`, `jsonpath`, `custom-columns`, ...; empty for a command's own form.
    var name: String
    /// What follows the `=`.
    var argument: String

    static let templateFormats = [
        "go-template", "go-template-file", "jsonpath", "jsonpath-as-json", "jsonpath-file", "template", "templatefile",
    ]
    static let objectFormats = (["json", "kyaml", "name", "yaml"] + templateFormats).sorted()
    static let tableFormats = (objectFormats + ["custom-columns", "custom-columns-file", "wide"]).sorted()

    init(_ flags: ParsedFlags) {
        let text = flags.text("output")
        let template = flags.text("template")
        let prefixed = Self.templateFormats + ["custom-columns", "custom-columns-file"]
        if let name = prefixed.first(where: { text.hasPrefix($0 + "=") }) {
            self.name = name
            argument = String(text.dropFirst(name.count + 1))
        } else {
            name = text.isEmpty && !template.isEmpty ? "go-template" : text
            argument = prefixed.contains(name) ? template : ""
        }
    }
}
