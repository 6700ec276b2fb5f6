extension Environment {
    /// Variables that the shell makes up.
    func specialText(_ name: String) -> String? {
        switch name {
        case "LINENO": String(line)
        case "OPTIND": "1"
        case "IFS": " \t\n"
        case "BASH_VERSION": "5.2.15(1)-release"
        case "UID", "EUID": "0"
        case "SHLVL": "1"
        case "FUNCNAME": functionNames.first
        default: nil
        }
    }

    /// The separators for splitting and joining.
    var separators: String { text("IFS") ?? " \t\n" }

    mutating func assignElement(_ name: String, at index: Int, _ text: String) throws(ExpansionFailure) {
        var variable = self[name] ?? Variable()
        if variable.isReadOnly { throw .message(.readOnly(name)) }
        var elements: [Int: String]
        switch variable.value {
        case .array(let old): elements = old
        case .scalar(let old): elements = [0: old]
        case .map, nil: elements = [:]
        }
        let key = index < 0 ? index + (elements.keys.max() ?? -1) + 1 : index
        guard key >= 0 else { throw .message(.badSubscript("\(name)[\(index)]")) }
        elements[key] = text
        variable.value = .array(elements)
        self[name] = variable
    }

    /// The next number of `RANDOM`; the same shell always gives the same numbers.
    ///
    /// Source: the minimal standard generator of Park and Miller, which bash uses too.
    mutating func nextRandom() -> Int {
        randomState = UInt32((UInt64(randomState == 0 ? 123_459_876 : randomState) * 16_807) % 2_147_483_647)
        return Int((randomState >> 16) ^ (randomState & 0xFFFF)) & 0x7FFF
    }
}
