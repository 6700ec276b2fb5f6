import Documents
import KubeAPI
import KubeModel

/// Finding and pulling the image of a container.
///
/// Source: `EnsureImageExists` of `pkg/kubelet/images/image_manager.go`.
extension NodeFleet {
    enum ImageSearch {
        case present(PresentImage)
        case pulling
        case failed(StartFailure)
    }

    mutating func findImage(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) -> ImageSearch {
        let container = worker.containers[index].spec
        let reference: ImageReference
        do {
            reference = try ImageReference(parsing: container.image)
        } catch {
            let message = error.message(for: container.image)
            record(.warning, "InspectFailed", message, worker, container: index, api: &api)
            return .failed(StartFailure(reason: "InvalidImageName", message: message))
        }
        let isPresent = kubelets[worker.node].images[reference.whole] != nil
        switch container.pullPolicy {
        case .never where !isPresent:
            let message = "Container image \"\(container.image)\" is not present with pull policy of Never"
            record(.warning, "ErrImageNeverPull", message, worker, container: index, api: &api)
            return .failed(StartFailure(reason: "ErrImageNeverPull", message: message))
        case .never, .ifNotPresent:
            guard isPresent else { break }
            let message =
                "Container image \"\(container.image)\" already present on machine and can be accessed by the pod"
            record(.normal, "Pulled", message, worker, container: index, api: &api)
            return .present(present(reference))
        case .always: break
        }
        return beginPull(index, reference, isPresent: isPresent, &worker, api: &api)
    }

    func present(_ reference: ImageReference) -> PresentImage {
        PresentImage(
            reference: reference, image: catalog.find(reference),
            digest: reference.digest ?? ImageCatalog.digest(of: reference.name, tag: reference.tag))
    }

    private mutating func beginPull(
        _ index: Int, _ reference: ImageReference, isPresent: Bool, _ worker: inout PodWorker, api: inout APIServer
    ) -> ImageSearch {
        let container = worker.containers[index]
        if container.imageBackOff.endSinceUpdate(now: api.now) != nil {
            let message = "Back-off pulling image \"\(container.spec.image)\""
            record(.normal, "BackOff", message, worker, container: index, api: &api)
            let cause = container.pullError.map { ": ErrImagePull: \($0)" } ?? ""
            return .failed(StartFailure(reason: "ImagePullBackOff", message: message + cause))
        }
        reportMissingPullSecrets(worker, api: &api)
        record(
            .normal, "Pulling", "Pulling image \"\(container.spec.image)\"", worker, container: index, api: &api)
        let begins = max(api.now, kubelets[worker.node].pullsUntil)
        let ends = begins + pullDuration(reference, isPresent: isPresent)
        kubelets[worker.node].pullsUntil = ends
        worker.containers[index].pull = (asked: api.now, began: begins)
        worker.timers.set(.pulled(index), at: ends)
        return .pulling
    }

    private func pullDuration(_ reference: ImageReference, isPresent: Bool) -> Duration {
        if profile == .hollow { return .zero }
        guard registry != .down else { return KubeletTimings.registryTimeout }
        let usual =
            isPresent
            ? KubeletTimings.manifestCheck : catalog.find(reference)?.pullDuration ?? KubeletTimings.failedPull
        if case .slow(let factor) = registry { return usual * factor }
        return usual
    }

    private func reportMissingPullSecrets(_ worker: PodWorker, api: inout APIServer) {
        guard let secrets = worker.pod["spec"]?["imagePullSecrets"]?.array else { return }
        let missing = secrets.compactMap { $0["name"]?.string }.filter {
            api.get(.secrets, ObjectKey(namespace: worker.key.namespace, name: $0)) == nil
        }
        guard !missing.isEmpty else { return }
        record(
            .warning, "FailedToRetrieveImagePullSecret",
            "Unable to retrieve some image pull secrets (\(missing.joined(separator: ", "))); attempting to pull the image may not succeed.",
            worker, api: &api)
    }

    /// The registry has answered: the container is made, or its failure noted.
    mutating func pullEnded(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard worker.stage == .pulling(index), let pull = worker.containers[index].pull else { return }
        worker.stage = .idle
        worker.containers[index].pull = nil
        let image = worker.containers[index].spec.image
        if let reference = try? ImageReference(parsing: image) {
            finishPull(index, reference, pull, &worker, api: &api)
        }
        startNext(&worker, api: &api)
    }

    private mutating func finishPull(
        _ index: Int, _ reference: ImageReference, _ pull: (asked: Instant, began: Instant), _ worker: inout PodWorker,
        api: inout APIServer
    ) {
        let image = worker.containers[index].spec.image
        let found = registry == .down ? nil : catalog.find(reference)
        guard found != nil || profile == .hollow else {
            let message = pullErrorMessage(reference)
            worker.containers[index].pullError = message
            record(
                .warning, "Failed", "Failed to pull image \"\(image)\": \(message)", worker, container: index, api: &api
            )
            worker.containers[index].imageBackOff.next(since: api.now, now: api.now)
            fail(
                index, StartFailure(reason: "ErrImagePull", message: message), event: "ErrImagePull", &worker, api: &api
            )
            worker.outcome.add(.failed)
            return
        }
        let size = found?.tags[reference.tag]?.size ?? ImageCatalog.guessedSize(of: reference.whole)
        note(reference, size: size, onNode: worker.node, now: api.now)
        let took = GoDuration.text(api.now - pull.began)
        let waited = GoDuration.text(api.now - pull.asked)
        record(
            .normal, "Pulled",
            "Successfully pulled image \"\(image)\" in \(took) (\(waited) including waiting). Image size: \(size) bytes.",
            worker, container: index, api: &api)
        create(index, present(reference), &worker, api: &api)
    }
}
