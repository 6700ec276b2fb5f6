package import Documents
package import KubeModel

/// Lists of several kinds, each a table of its own with a blank line between, as `kubectl get all` prints them.
package enum TableSections {
    package struct Section: Sendable {
        package let resource: ResourceType
        package let definition: TableDefinition
        package let objects: [Object]

        package init(resource: ResourceType, definition: TableDefinition, objects: [Object]) {
            self.resource = resource
            self.definition = definition
            self.objects = objects
        }
    }

    /// The sections that have objects; without headings they follow each other without blank lines.
    package static func text(_ sections: [Section], options: TablePrinter.Options, now: Instant) -> String {
        let tables = sections.filter { !$0.objects.isEmpty }.map { section in
            var printer = TablePrinter(options: options)
            return printer.print(section.objects, of: section.resource, as: section.definition, now: now)
        }
        return tables.joined(separator: options.hasHeadings ? "\n" : "")
    }
}
