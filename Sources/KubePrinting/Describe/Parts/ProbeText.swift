import Documents

extension DescribeWriter {
    mutating func probes(_ container: Value) {
        for (title, name) in [
            ("Liveness", "livenessProbe"), ("Readiness", "readinessProbe"), ("Startup", "startupProbe"),
        ] {
            if let probe = container[name] { field(title, ProbeText.text(probe), level: 2) }
        }
    }
}

/// A probe in one line.
enum ProbeText {
    /// `http-get http://:8080/health delay=0s timeout=1s period=10s #success=1 #failure=3`
    static func text(_ probe: Value) -> String {
        "\(action(probe)) delay=\(probe.count("initialDelaySeconds"))s timeout=\(probe.count("timeoutSeconds"))s"
            + " period=\(probe.count("periodSeconds"))s #success=\(probe.count("successThreshold"))"
            + " #failure=\(probe.count("failureThreshold"))"
    }

    private static func action(_ probe: Value) -> String {
        if let command = probe["exec"] {
            return "exec [\(command.list("command").map(\.scalarText).joined(separator: " "))]"
        }
        if let get = probe["httpGet"] { return "http-get \(address(get))" }
        if let socket = probe["tcpSocket"] {
            return "tcp-socket \(socket.text("host")):\(socket["port"]?.scalarText ?? "")"
        }
        if let call = probe["grpc"] { return "grpc <pod>:\(call.count("port")) \(call.text("service"))" }
        return "unknown"
    }

    /// `http://:8080/health`
    private static func address(_ get: Value) -> String {
        let port = get["port"]?.scalarText ?? ""
        let host = get.text("host")
        let authority = port.isEmpty ? host : EndpointsText.join(host, port)
        let scheme = get.text("scheme").lowercased()
        let path = escaped(get.text("path"))
        let separator = path.isEmpty || path.hasPrefix("/") ? "" : "/"
        return (scheme.isEmpty ? "" : scheme + ":") + "//" + authority + separator + path
    }

    /// The path with percent signs for what an address cannot hold.
    ///
    /// Source: Go's net/url (`shouldEscape` for paths).
    private static func escaped(_ path: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~$&+,/:;=@!'()*".utf8)
        return path.utf8.map { byte in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }
}
