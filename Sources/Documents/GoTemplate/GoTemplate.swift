/// A template of Go's text/template, as `kubectl -o go-template` takes it.
///
/// `{{range .items}}{{.metadata.name}}{{"\n"}}{{end}}`: text outside `{{` and `}}` stands for itself.
/// Source: Go's text/template (parse/lex.go, parse/parse.go, exec.go, funcs.go, Go 1.25).
package struct GoTemplate: Hashable, Sendable {
    package let text: String
    /// The template itself under `GoTemplate.name`, and those that it defines.
    let definitions: [String: [GoTemplateNode]]

    /// What kubectl calls the templates of its printers.
    static let name = "output"
}

/// What a template wrote, also when it failed half-way.
package struct GoTemplateOutput: Hashable, Sendable {
    package let text: String
    package let failure: GoTemplateError?
}

extension GoTemplate {
    package static func parse(_ text: String) throws(GoTemplateError) -> GoTemplate {
        var parser = GoTemplateParser(text)
        return GoTemplate(text: text, definitions: try parser.parseTemplates())
    }

    /// Runs the template and returns what it wrote up to its end or its failure.
    ///
    /// A step is a command or a turn of a range; a template that needs more of them than the limit fails.
    package func execute(
        _ value: Value, allowMissingKeys: Bool = true, stepLimit: Int = 2_000_000
    ) -> GoTemplateOutput {
        var execution = GoTemplateExecution(self, allowMissingKeys: allowMissingKeys, stepLimit: stepLimit)
        do throws(GoTemplateError) {
            try execution.run(value)
            return GoTemplateOutput(text: execution.output, failure: nil)
        } catch {
            return GoTemplateOutput(text: execution.output, failure: error)
        }
    }

    package func render(_ value: Value, allowMissingKeys: Bool = true) throws(GoTemplateError) -> String {
        let output = execute(value, allowMissingKeys: allowMissingKeys)
        if let failure = output.failure { throw failure }
        return output.text
    }

    /// What kubectl writes to its standard output after the text of a template that failed.
    ///
    /// Source: k8s.io/cli-runtime/pkg/printers (`GoTemplatePrinter.PrintObj` in template.go).
    package func report(of error: GoTemplateError, on value: Value) -> String {
        """
        Error executing template: \(error.message). Printing more information for debugging the template:
        \ttemplate was:
        \t\t\(text)
        \traw data was:
        \t\t\(JSON.encode(value))
        \tobject given to template engine was:
        \t\t\(value.goText)


        """
    }
}
