/// A port on which a shell's command waits for connections.
struct ShellListener: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        /// Sends the same bytes to everyone: `echo hello | nc -l -p 8080`.
        case bytes([UInt8])
        /// Sends what a program prints: `nc -l -p 8080 -e date`.
        case program([String])
        /// The files below a folder: `httpd -h /www`.
        case files(root: String)
    }

    var port: Int
    var content: Content
}
