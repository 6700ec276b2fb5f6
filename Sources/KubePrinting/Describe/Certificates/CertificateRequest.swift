import Documents

/// What a PKCS #10 certificate request says about whom it is for.
///
/// Source: RFC 2986, RFC 5280.
struct CertificateRequest {
    /// The parts of the subject by the last byte of their identifiers under 2.5.4.
    private var subject: [UInt8: [String]] = [:]
    private(set) var domainNames: [String] = []
    private(set) var emailAddresses: [String] = []
    private(set) var addresses: [String] = []
    private(set) var identifiers: [String] = []

    /// Takes the PEM text in base64, as `spec.request` holds it; what cannot be read is left out.
    init(encoded: String) {
        guard let pem = Base64.decode(encoded), let bytes = Self.body(ofPEM: pem) else { return }
        var outer = DERReader(bytes[...])
        guard var request = outer.next()?.reader, let information = request.next() else { return }
        let parts = information.reader.elements
        guard parts.count > 2 else { return }
        readSubject(parts[1])
        for attributes in parts where attributes.tag == 0xA0 { readAttributes(attributes) }
    }
}

extension CertificateRequest {
    /// Attributes of names, by the last byte of their identifiers.
    enum Part: UInt8 {
        case commonName = 3
        case serialNumber = 5
        case country = 6
        case locality = 7
        case province = 8
        case street = 9
        case organization = 10
        case organizationalUnit = 11
        case postalCode = 17
    }

    func values(_ part: Part) -> [String] { subject[part.rawValue] ?? [] }

    var hasAlternativeNames: Bool {
        !(domainNames.isEmpty && emailAddresses.isEmpty && addresses.isEmpty && identifiers.isEmpty)
    }

    private static let namePrefix: [UInt8] = [0x55, 0x04]
    private static let extensionRequest: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x0E]
    private static let alternativeNames: [UInt8] = [0x55, 0x1D, 0x11]

    /// The bytes between the first pair of lines with dashes.
    private static func body(ofPEM pem: [UInt8]) -> [UInt8]? {
        let lines = String(decoding: pem, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN") }) else { return nil }
        return Base64.decode(lines[(start + 1)...].prefix { !$0.hasPrefix("-----") }.joined())
    }

    private mutating func readSubject(_ name: DERReader.Element) {
        for attribute in name.reader.elements.flatMap(\.reader.elements) {
            let pair = attribute.reader.elements
            guard pair.count == 2, pair[0].content.starts(with: Self.namePrefix), pair[0].content.count == 3,
                let part = pair[0].content.last
            else { continue }
            subject[part, default: []].append(pair[1].text)
        }
    }

    private mutating func readAttributes(_ attributes: DERReader.Element) {
        for attribute in attributes.reader.elements {
            let pair = attribute.reader.elements
            guard pair.count == 2, Array(pair[0].content) == Self.extensionRequest else { continue }
            for item in pair[1].reader.elements.flatMap(\.reader.elements) {
                let fields = item.reader.elements
                guard fields.count > 1, Array(fields[0].content) == Self.alternativeNames else { continue }
                for names in fields[fields.count - 1].reader.elements { readNames(names) }
            }
        }
    }

    private mutating func readNames(_ names: DERReader.Element) {
        for name in names.reader.elements {
            switch name.tag {
            case 0x81: emailAddresses.append(name.text)
            case 0x82: domainNames.append(name.text)
            case 0x86: identifiers.append(name.text)
            case 0x87: addresses.append(Self.addressText(Array(name.content)))
            case _: continue
            }
        }
    }

    private static func addressText(_ bytes: [UInt8]) -> String {
        guard bytes.count == 16 else { return bytes.map { String($0) }.joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2)
            .map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }.joined(separator: ":")
    }
}
