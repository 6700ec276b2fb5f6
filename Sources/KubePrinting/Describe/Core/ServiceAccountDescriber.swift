import KubeModel

extension Describer {
    static let serviceAccount = Describer { account, writer in
        writer.metadata(of: account)
        let title = "Image pull secrets:"
        let names = account.list("imagePullSecrets").map { $0.text("name") }
        writer.row([title, names.first ?? "<none>"], level: 0)
        for name in names.dropFirst() { writer.row([String(repeating: " ", count: title.count), name], level: 0) }
    }
}
