import Shell

extension ContainerImage {
    func root(tag: String) -> FileTree { roots[tag] ?? Self.base }

    /// Puts the image's own files into the folders that every image has.
    func makeRoot(tag: String) -> FileTree {
        var files = MemoryFileSystem(root: Self.base)
        for file in self.files { files.mount(.file(text(file.text, tag: tag)), at: file.path) }
        return files.tree(at: "/") ?? Self.base
    }

    private static let base = FileTree.folder([
        "bin": .folder(), "dev": .folder(["null": .file("", mode: 0o666)]),
        "etc": .folder([
            "passwd": .file("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n"),
            "group": .file("root:x:0:\nnogroup:x:65534:\n"),
        ]),
        "home": .folder(), "lib": .folder(), "mnt": .folder(), "opt": .folder(), "proc": .folder(),
        "root": .folder(mode: 0o700), "run": .folder(), "sbin": .folder(), "srv": .folder(), "sys": .folder(),
        "tmp": .folder(mode: 0o1777), "usr": .folder(["bin": .folder(), "sbin": .folder(), "lib": .folder()]),
        "var": .folder(["log": .folder(), "run": .folder(), "tmp": .folder(mode: 0o1777)]),
    ])
}
