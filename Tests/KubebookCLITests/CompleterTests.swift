import KubeModel
import KubeNodes
import LineEditing
import Shell
import Simulation
import Testing
import Workbook

@testable import KubebookCLI

struct CompleterTests {
    private let completer: Completer

    init() throws {
        var session = try Session(
            ClusterOptions.standard,
            SessionSetup(
                catalog: LessonCatalog([]), images: try ImageCatalog(files: []), manifests: .folder(),
                language: .english, progress: LearnerProgress(), settings: LabSettings(write: { _, _ in })))
        _ = session.run("kubectl create configmap settings --from-literal=a=b")
        _ = session.run("kubectl run web --image=nginx")
        _ = session.run("echo x > web.yaml; echo x > 'my file.yaml'; mkdir work; echo x > work/app.yaml")
        completer = Completer(session)
    }

    /// What stands in the line after Tab when there is one candidate, or all candidates.
    private func completed(_ line: String) -> [String] {
        let completion = completer.complete(line, line.utf8.count)
        let head = String(decoding: Array(line.utf8)[..<completion.replaced.lowerBound], as: UTF8.self)
        return completion.candidates.map { head + $0.text + $0.suffix }
    }

    private static let single = [
        ("kubectl descr", "kubectl describe "), ("describ", "describe "), ("solu", "solution "),
        ("kubectl get configm", "kubectl get configmaps "), ("get cm set", "get cm settings "),
        ("kubectl get cm/set", "kubectl get cm/settings "),
        ("k -n kube-system get cm kube-r", "k -n kube-system get cm kube-root-ca.crt "),
        ("kubectl get -n kube-p", "kubectl get -n kube-public "),
        ("kubectl get --namespace=kube-p", "kubectl get --namespace=kube-public "),
        ("kubectl logs web -c w", "kubectl logs web -c web "),
        ("kubectl get po --show-l", "kubectl get po --show-labels "),
        ("kubectl get po --name", "kubectl get po --namespace="),
        ("kubectl apply -f web", "kubectl apply -f web.yaml "),
        ("kubectl apply --filename=web", "kubectl apply --filename=web.yaml "), ("cat my", #"cat my\ file.yaml "#),
        ("cat wor", "cat work/"), ("cat work/a", "cat work/app.yaml "), ("cat < web.", "cat < web.yaml "),
        ("get po | gre", "get po | grep "), ("echo $(kubectl get po we", "echo $(kubectl get po web "),
        ("rollout und", "rollout undo "), ("kubectl get configmaps,namesp", "kubectl get configmaps,namespaces "),
        ("lang j", "lang ja "),
        ("kubectl get po -o=wi", "kubectl get po -o=wide "), ("kubectl get po -l ru", "kubectl get po -l run=web "),
        ("kubectl set image pod/web we", "kubectl set image pod/web web="),
        ("kubectl set image pod web ", "kubectl set image pod web web="), ("fault node-d", "fault node-down "),
        ("fault kill w", "fault kill web "),
        ("next s", "next step "), ("kubectl get po -o wi", "kubectl get po -o wide "),
    ]

    @Test(arguments: single)
    func `finishes a word that can be only one`(line: String, expected: String) {
        #expect(completed(line) == [expected])
    }

    @Test(arguments: [
        "kubectl get cm nosuch", "nosuchcomm", "kubectl get pods web nos", "kubectl exec web -- we", "clock +7",
    ])
    func `offers nothing where nothing fits`(line: String) {
        #expect(completed(line).isEmpty)
    }

    @Test func `offers names and no files behind a kind`() {
        #expect(completed("kubectl delete pod ") == ["kubectl delete pod web "])
    }
}
