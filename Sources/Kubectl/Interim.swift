import Documents

// A stand-in until Go templates arrive.
struct GoTemplate: Sendable {
    struct Failure: Error { var message = "" }
    struct Output { var text = ""; var failure: Failure? }
    let text: String
    static func parse(_ text: String) throws(Failure) -> GoTemplate { GoTemplate(text: text) }
    func execute(_ value: Value, allowMissingKeys: Bool) -> Output { Output() }
    func report(of failure: Failure, on value: Value) -> String { "" }
}
