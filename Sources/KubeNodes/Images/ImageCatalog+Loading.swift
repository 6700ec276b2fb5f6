package import Documents

/// A file of images that cannot be used, and why.
package struct ImageCatalogError: Error, Sendable {
    package enum Problem: Sendable {
        case notYAML(DocumentError)
        case notImage(ImageFileError)
        /// The document says that it is something else.
        case otherKind(String)
    }

    package var file: String
    package var problem: Problem
}

extension ImageCatalog {
    /// Reads the files of `Manifests/images`, each with its name.
    package init(files: [(name: String, text: String)]) throws(ImageCatalogError) {
        var images: [ContainerImage] = []
        for file in files {
            let documents: [YAML.Document]
            do {
                documents = try YAML.documents(in: file.text)
            } catch {
                throw ImageCatalogError(file: file.name, problem: .notYAML(error))
            }
            for document in documents where document.value != .null {
                let kind = document.value["kind"]?.string ?? ""
                guard kind == ContainerImage.kind else {
                    throw ImageCatalogError(file: file.name, problem: .otherKind(kind))
                }
                do {
                    images.append(try ContainerImage(reading: document.value))
                } catch {
                    throw ImageCatalogError(file: file.name, problem: .notImage(error))
                }
            }
        }
        self.init(images)
    }
}
