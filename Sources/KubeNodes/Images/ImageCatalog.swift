import KubeModel

/// What the registries of the cluster hold.
package struct ImageCatalog: Sendable {
    private var images: [String: ContainerImage] = [:]

    package init(_ images: [ContainerImage] = []) {
        for image in images { self.images[image.name] = image }
    }
}

extension ImageCatalog {
    /// The image and its tag when a registry has both.
    func find(_ reference: ImageReference) -> ContainerImage? {
        guard let image = images[reference.name] else { return nil }
        if reference.digest != nil {
            return image.tags.keys.contains { Self.digest(of: reference.name, tag: $0) == reference.digest }
                ? image : nil
        }
        return image.tags[reference.tag] == nil ? nil : image
    }

    func hasRepository(_ reference: ImageReference) -> Bool { images[reference.name] != nil }

    func hasRegistry(_ registry: String) -> Bool {
        images.keys.contains { $0.hasPrefix(registry + "/") }
    }

    /// The content hash of an image; made from its name, so that every cluster sees the same one.
    static func digest(of name: String, tag: String) -> String {
        var seed: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(name):\(tag)".utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var generator = SeededGenerator(seed: seed)
        return "sha256:\(generator.hexadecimal(count: 64))"
    }

    /// The size of an image that no registry knows but hollow nodes run all the same.
    static func guessedSize(of name: String) -> Int {
        20_000_000 + name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 90_000_000 }
    }
}
