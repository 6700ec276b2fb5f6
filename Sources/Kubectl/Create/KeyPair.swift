/// What is wrong with the PEM files of a certificate and its key, as far as their blocks tell.
///
/// Source: Go's `crypto/tls` `X509KeyPair`.
enum KeyPair {
    static func problem(certificate: [UInt8], key: [UInt8]) -> String? {
        problem(certificate: blocks(certificate)) ?? problem(key: blocks(key))
    }

    private static func problem(certificate blocks: [String]) -> String? {
        guard !blocks.contains("CERTIFICATE") else { return nil }
        if blocks.isEmpty { return "failed to find any PEM data in certificate input" }
        if blocks.count == 1, blocks[0].hasSuffix("PRIVATE KEY") {
            return
                "failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched"
        }
        return
            "failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the following types: [\(blocks.joined(separator: " "))]"
    }

    private static func problem(key blocks: [String]) -> String? {
        guard !blocks.contains(where: { $0 == "PRIVATE KEY" || $0.hasSuffix(" PRIVATE KEY") }) else { return nil }
        if blocks.isEmpty { return "failed to find any PEM data in key input" }
        if blocks == ["CERTIFICATE"] { return "found a certificate rather than a key in the PEM for the private key" }
        return
            "failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM blocks of the following types: [\(blocks.joined(separator: " "))]"
    }

    /// The types of the blocks: `CERTIFICATE`, `RSA PRIVATE KEY`.
    private static func blocks(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            guard line.hasPrefix("-----BEGIN "), line.hasSuffix("-----") else { return nil }
            return String(line.dropFirst("-----BEGIN ".count).dropLast("-----".count))
        }
    }
}
