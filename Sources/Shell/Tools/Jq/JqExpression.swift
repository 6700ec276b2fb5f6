/// A parsed jq filter.
indirect enum JqExpression: Sendable {
    case identity
    /// `..`
    case recurse
    case literal(JSONValue)
    /// Text with filters in it, each written by the format (`@base64`, or plain).
    case text([Part], format: String?)
    case format(String)
    case index(JqExpression, JqExpression)
    case slice(JqExpression, JqExpression?, JqExpression?)
    case iterate(JqExpression)
    case attempt(JqExpression, handler: JqExpression?)
    case pipe(JqExpression, JqExpression)
    case comma(JqExpression, JqExpression)
    case array(JqExpression?)
    case object([(key: JqExpression, value: JqExpression)])
    case negative(JqExpression)
    case binary(String, JqExpression, JqExpression)
    /// `=`, `|=`, `+=` and its kin
    case update(String, JqExpression, JqExpression)
    case condition(JqExpression, JqExpression, JqExpression?)
    case variable(String)
    case bind(JqExpression, JqPattern, JqExpression)
    case reduce(JqExpression, JqPattern, start: JqExpression, step: JqExpression)
    case forEach(JqExpression, JqPattern, start: JqExpression, step: JqExpression, extract: JqExpression?)
    case call(String, [JqExpression])
    case define(JqFunction, JqExpression)

    enum Part: Sendable {
        case text(String)
        case filter(JqExpression)
    }
}

indirect enum JqPattern: Sendable {
    case variable(String)
    case array([JqPattern])
    case object([(key: String, pattern: JqPattern)])
}

struct JqFunction: Sendable {
    var name: String
    var parameters: [String]
    var body: JqExpression
}
