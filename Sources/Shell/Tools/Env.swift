extension Tool {
    /// `printenv [name...]`
    static let printenv = Tool.batch { context throws(ToolExit) in
        let names = context.arguments.filter { !$0.hasPrefix("-") }
        let exported = context.environment.exported
        if names.isEmpty {
            for (name, value) in exported { try context.printLine("\(name)=\(value)") }
            return 0
        }
        var status: Int32 = 0
        for name in names {
            if let value = exported.first(where: { $0.name == name })?.value {
                try context.printLine(value)
            } else {
                status = 1
            }
        }
        return status
    }

    /// `envsubst ['$A $B']`: replaces `$NAME` and `${NAME}` in standard input.
    static let envsubst = Tool.batch { context throws(ToolExit) in
        let words = context.arguments.filter { !$0.hasPrefix("-") }
        let only = words.first.map { Set(VariableText.names(in: Array($0.utf8))) }
        let input = try context.standardInput()
        var values: [String: String] = [:]
        for (name, value) in context.environment.exported { values[name] = value }
        try context.write(VariableText.replaced(input, values: values, only: only))
        return 0
    }
}

private enum VariableText {
    /// The name at the dollar sign and the place behind it.
    private static func name(in bytes: [UInt8], at index: Int) -> (name: String, end: Int)? {
        var start = index + 1
        let isBraced = start < bytes.count && bytes[start] == .openBrace
        if isBraced { start += 1 }
        guard start < bytes.count, bytes[start].startsName else { return nil }
        var end = start
        while end < bytes.count, bytes[end].continuesName { end += 1 }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        guard isBraced else { return (name, end) }
        return end < bytes.count && bytes[end] == .closeBrace ? (name, end + 1) : nil
    }

    static func names(in bytes: [UInt8]) -> [String] {
        bytes.indices.compactMap { bytes[$0] == .dollar ? name(in: bytes, at: $0)?.name : nil }
    }

    static func replaced(_ bytes: [UInt8], values: [String: String], only: Set<String>?) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == .dollar, let (name, end) = name(in: bytes, at: index), only?.contains(name) ?? true {
                result += (values[name] ?? "").utf8
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
