import Documents
import KubeModel

extension Describer {
    static let certificateSigningRequest = Describer { request, writer in
        writer.field("Name", request.name)
        writer.field("Labels", LabelText.labels(request.labels))
        // One line of pairs, unlike elsewhere, and with what apply keeps.
        writer.field("Annotations", LabelText.labels(request.annotations))
        writer.creationTime(of: request)
        writer.field("Requesting User", request.text("spec", "username"))
        writer.optional("Signer", request["spec"]?["signerName"])
        if let seconds = request["spec"]?["expirationSeconds"]?.int {
            writer.field("Requested Duration", HumanDuration.text(.seconds(seconds)))
        }
        writer.field("Status", CertificateText.condition(request))
        let content = CertificateRequest(encoded: request.text("spec", "request"))
        writer.certificateSubject(content)
        guard content.hasAlternativeNames else { return }
        writer.line("Subject Alternative Names:")
        writer.certificateNames("DNS Names", content.domainNames)
        writer.certificateNames("Email Addresses", content.emailAddresses)
        writer.certificateNames("URIs", content.identifiers)
        writer.certificateNames("IP Addresses", content.addresses)
    }
}

extension DescribeWriter {
    fileprivate mutating func certificateSubject(_ request: CertificateRequest) {
        line("Subject:")
        line("\tCommon Name:\t\(request.values(.commonName).last ?? "")")
        line("\tSerial Number:\t\(request.values(.serialNumber).last ?? "")")
        certificateNames("Organization", request.values(.organization))
        certificateNames("Organizational Unit", request.values(.organizationalUnit))
        certificateNames("Country", request.values(.country))
        certificateNames("Locality", request.values(.locality))
        certificateNames("Province", request.values(.province))
        certificateNames("StreetAddress", request.values(.street))
        certificateNames("PostalCode", request.values(.postalCode))
    }

    /// A list in the second column; nothing without values.
    fileprivate mutating func certificateNames(_ title: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        line("\t\(title):\t" + values.joined(separator: "\n\t\t"))
    }
}
