import Documents
import KubeAPI
import KubeModel
import Shell

extension NodeFleet {
    /// A web server's answer from the files of its container.
    func serveFile(
        _ root: String, _ path: String, _ destination: Destination, server: String, api: borrowing APIServer
    ) -> HTTPResponse {
        guard let worker = workers[destination.slot] else { return Self.errorPage(404, server: server) }
        let place = PathName.absolute(root + "/" + path, from: "/")
        guard let tree = tree(at: place, destination.container, worker, api: api) else {
            return Self.errorPage(404, server: server)
        }
        guard tree.isFolder else { return Self.page(tree, name: place) }
        guard path.hasSuffix("/") else {
            var answer = Self.errorPage(301, server: server)
            answer.headers.append(HTTPHeader("Location", "http://localhost\(path)/"))
            return answer
        }
        guard let index = tree.children["index.html"] else { return Self.errorPage(403, server: server) }
        return Self.page(index, name: "index.html")
    }

    private static func page(_ tree: FileTree, name: String) -> HTTPResponse {
        guard case .file(let bytes) = tree.content else { return errorPage(403, server: "") }
        let types = [
            "html": "text/html", "htm": "text/html", "css": "text/css", "js": "application/javascript",
            "json": "application/json", "txt": "text/plain", "png": "image/png", "svg": "image/svg+xml",
        ]
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        return HTTPResponse(
            status: 200, headers: [HTTPHeader("Content-Type", types[ending] ?? "application/octet-stream")], body: bytes
        )
    }

    /// The page that a web server shows in place of what it does not have.
    static func errorPage(_ status: Int, server: String) -> HTTPResponse {
        let title = "\(status) \(HTTPResponse.reason(of: status))"
        let lines = [
            "<html>", "<head><title>\(title)</title></head>", "<body>", "<center><h1>\(title)</h1></center>",
            "<hr><center>\(server)</center>", "</body>", "</html>", "",
        ]
        return HTTPResponse(
            status: status, headers: [HTTPHeader("Content-Type", "text/html")],
            body: Array(lines.joined(separator: "\r\n").utf8))
    }
}
