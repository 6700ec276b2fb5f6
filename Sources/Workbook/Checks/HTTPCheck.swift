import Documents

/// A request from inside the cluster gets an answer.
package struct HTTPCheck: Hashable, Sendable {
    package let request: HTTPRequest
    package let status: ScalarPattern
    package let body: TextPattern?

    package init(_ request: HTTPRequest, status: ScalarPattern = .equal(200), body: TextPattern? = nil) {
        self.request = request
        self.status = status
        self.body = body
    }
}

package struct HTTPRequest: Hashable, Sendable {
    /// Who asks: `pod/client` in the namespace of the lesson, `node/NAME`; empty for someone outside the cluster.
    package let source: String
    package let url: String

    package init(source: String = "", url: String) {
        self.source = source
        self.url = url
    }
}

package enum HTTPAnswer: Hashable, Sendable {
    case response(status: Int, body: String)
    /// No connection, no such host, no answer: in the words of `curl`.
    case failed(String)
}

extension HTTPCheck {
    func findings(in cluster: inout some CheckedCluster) -> [Finding] {
        let answer = cluster.fetch(request)
        if case .response(let status, let text) = answer, self.status.matches(.integer(Int64(status)), element: nil),
            body?.matches(text) ?? true
        {
            return []
        }
        return [Diagnosis(cluster: cluster).http(self, answer: answer)]
    }
}
