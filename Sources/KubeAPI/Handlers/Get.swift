import Documents
import KubeModel

extension APIServer {
    func getObject(_ request: APIRequest) throws(APIError) -> Object {
        guard let object = store.get(Conversion.place(of: request.resource), request.key) else {
            throw notFound(request.resource, request.key)
        }
        return object.served(as: request.resource)
    }

    /// A missing object; in a namespace that is missing as well, the server names the namespace.
    func notFound(_ resource: ResourceType, _ key: ObjectKey) -> APIError {
        if resource.isNamespaced,
            store.get(ResourceType.namespaces.groupResource, ObjectKey(name: key.namespace)) == nil
        {
            return .notFound(ResourceType.namespaces.groupResource, name: key.namespace)
        }
        return .notFound(resource.groupResource, name: key.name)
    }
}

extension APIRequest {
    var key: ObjectKey { ObjectKey(namespace: resource.isNamespaced ? namespace : "", name: name) }
}

extension Object {
    /// The object as one of the versions of its resource that the API serves.
    func served(as resource: ResourceType) -> Object {
        guard apiVersion != resource.apiVersion || kind != resource.kind else { return self }
        return Conversion.convert(self, to: resource)
    }
}
