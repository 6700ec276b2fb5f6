/// `$(NAME)` in commands and values.
///
///     $(HOST):$(PORT)    db:5432
///     $$(HOST)           $(HOST)
///     $(UNKNOWN)         $(UNKNOWN)
///
/// Source: `k8s.io/kubernetes/third_party/forked/golang/expansion`.
enum VariableExpansion {
    static func expand(_ text: String, _ value: (String) -> String?) -> String {
        let bytes = Array(text.utf8)
        let dollar = UInt8(ascii: "$")
        guard bytes.contains(dollar) else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == dollar, index + 1 < bytes.count else {
                result.append(bytes[index])
                index += 1
                continue
            }
            switch bytes[index + 1] {
            case dollar:
                result.append(dollar)
                index += 2
            case UInt8(ascii: "("):
                guard let end = bytes[(index + 2)...].firstIndex(of: UInt8(ascii: ")")) else {
                    result += bytes[index..<index + 2]
                    index += 2
                    continue
                }
                let name = String(decoding: bytes[index + 2..<end], as: UTF8.self)
                result += value(name).map { Array($0.utf8) } ?? Array(bytes[index...end])
                index = end + 1
            default:
                result.append(dollar)
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
