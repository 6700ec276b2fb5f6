package import KubeModel

/// Who asks: what it may reach, and how names resolve for it.
package enum NetworkPlace: Hashable, Sendable {
    case pod(ObjectKey)
    /// A node of the cluster, by name.
    case node(String)
    /// Anywhere outside, where only load balancers and node ports answer.
    case outside
}

/// What came of a request over the network.
package enum HTTPAnswer: Hashable, Sendable {
    case response(HTTPResponse)
    case failure(NetworkFailure)
}

package struct HTTPResponse: Hashable, Sendable {
    package var status: Int
    package var headers: [HTTPHeader]
    package var body: [UInt8]

    package init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

package struct HTTPHeader: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Why there was no answer.
package enum NetworkFailure: Error, Hashable, Sendable {
    case unknownHost(String)
    case refused(address: String, port: Int)
    /// Nobody answers: the packets are dropped on the way.
    case timedOut(address: String, port: Int)
    /// A connection that was closed without an answer.
    case emptyReply(address: String, port: Int)
    case malformedURL(String)
}

/// A request as a server sees it.
struct HTTPRequestMessage: Hashable, Sendable {
    var method = "GET"
    var path: String
    var headers: [HTTPHeader] = []
    var body: [UInt8] = []
}

extension HTTPResponse {
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The words that go with a status: `Not Found`.
    package static func reason(of status: Int) -> String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 204: "No Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 304: "Not Modified"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 429: "Too Many Requests"
        case 500: "Internal Server Error"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: "Unknown"
        }
    }
}
