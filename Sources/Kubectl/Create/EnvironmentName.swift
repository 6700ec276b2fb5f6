/// The names of environment variables that kubectl takes, stricter than those of the server.
enum EnvironmentName {
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }

    /// Source: `k8s.io/apimachinery/pkg/util/validation` `IsEnvVarName`.
    static func check(_ name: String) throws(KubectlError) {
        if isValid(name), name != ".", !name.hasPrefix("..") { return }
        let problem =
            switch name {
            case ".": "must not be '.'"
            case "..": "must not be '..'"
            case _ where isValid(name): "must not start with '..'"
            default:
                "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')"
            }
        throw .message("\(name.goQuoted) is not a valid key name: \(problem)")
    }
}
