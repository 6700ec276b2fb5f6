import Shell

/// busybox `dd [if=FILE] [of=FILE] [bs=SIZE] [count=N]`
enum DiskDump {
    /// More than this is written by nobody who wants to see a full volume.
    private static let bytesMax = 64 << 20

    static func run(_ host: inout ContainerHost, _ call: CommandCall, _ output: inout CommandOutput) -> CommandResult {
        let operands = Dictionary(
            call.arguments.compactMap { word -> (String, String)? in
                let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
                return parts.count == 2 ? (parts[0], parts[1]) : nil
            }
        ) { _, last in last }
        guard let block = size(operands["bs"] ?? "512"), block > 0 else {
            output.write("dd: invalid number '\(operands["bs"] ?? "")'\n", to: .standardError)
            return .exited(1)
        }
        host.effects.append(.memory(bytes: block))
        let input: [UInt8]
        do throws(FileError) {
            input = try read(operands["if"], host, call, min(block, bytesMax), operands["count"].flatMap(size))
        } catch {
            let name = operands["if"] ?? ""
            output.write("dd: can't open '\(name)': \(error.reason)\n", to: .standardError)
            return .exited(1)
        }
        if let file = operands["of"], file != "/dev/null" {
            do throws(FileError) {
                try host.files.write(input, to: PathName.absolute(file, from: call.workingDirectory), append: false)
            } catch {
                output.write("dd: can't open '\(file)': \(error.reason)\n", to: .standardError)
                return .exited(1)
            }
        } else if operands["of"] == nil {
            output.write(input)
        }
        let records = "\(input.count / block)+\(input.count % block == 0 ? 0 : 1) records"
        output.write("\(records) in\n\(records) out\n", to: .standardError)
        return .exited(0)
    }

    private static func read(
        _ name: String?, _ host: ContainerHost, _ call: CommandCall, _ block: Int, _ count: Int?
    ) throws(FileError) -> [UInt8] {
        let wanted = count.map {
            min(bytesMax, block.multipliedReportingOverflow(by: $0).overflow ? bytesMax : block * $0)
        }
        switch name {
        case nil: return Array((call.standardInput ?? []).prefix(wanted ?? bytesMax))
        case "/dev/zero", "/dev/urandom", "/dev/random": return [UInt8](repeating: 0, count: wanted ?? bytesMax)
        case let name?:
            let bytes = try host.files.read(PathName.absolute(name, from: call.workingDirectory))
            return Array(bytes.prefix(wanted ?? bytes.count))
        }
    }

    /// `512`, `1k`, `4M`
    private static func size(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units = ["": 1, "k": 1 << 10, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "b": 512]
        guard let number = Int(digits), let unit = units[String(text.dropFirst(digits.count))], number < 1 << 30 else {
            return nil
        }
        return number * unit
    }
}
