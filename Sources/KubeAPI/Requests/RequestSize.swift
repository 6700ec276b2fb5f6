import Documents
import KubeModel

/// How much a client may send and store.
enum RequestSize {
    /// Source: k8s.io/apiserver/pkg/server/config.go, `MaxRequestBodyBytes`.
    static let bodyBytesMax = 3 * 1024 * 1024
    /// Source: etcd's `DefaultMaxRequestBytes`.
    static let storedBytesMax = 3 * 512 * 1024

    /// The cluster's own parts write small objects and are not measured.
    static func checkBody(_ request: APIRequest) throws(APIError) {
        guard !request.user.isSystem, !request.body.isNull, request.body.byteCount(upTo: bodyBytesMax) > bodyBytesMax
        else { return }
        throw .tooLarge("limit is \(bodyBytesMax)")
    }

    static func checkStored(_ object: Object, _ request: APIRequest) throws(APIError) {
        guard !request.user.isSystem, Value.object(object).byteCount(upTo: storedBytesMax) > storedBytesMax else {
            return
        }
        throw .serverFailure("etcdserver: request is too large")
    }
}
