import Foundation
import KubeModel
import Testing
import Workbook

/// What people type who train for the CKAD and CKA exams, on the cluster that the workbook gives them.
struct ExerciseTests {
    private static func commands() throws -> [Transcript.Command] {
        let file = Recording.tests.appending(path: "Exercises/commands.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { Transcript.Command(text: String($0), output: [], exitCode: 0) }
    }

    @Test func `every command of the exercises succeeds`() throws {
        var run = try TranscriptRun(profile: .eks, nodeCount: 3)
        for answer in run.answers(to: try Self.commands()) {
            #expect(answer.exitCode == 0, "$ \(answer.text)\n\(answer.output.joined(separator: "\n"))")
        }
    }

    @Test func `an exercise is answered in kubectl's words`() throws {
        let story = Transcript(
            """
            $ kubectl create ns ckad
            namespace/ckad created
            $ kubectl run web --image=nginx --dry-run=client -o name
            pod/web
            $ kubectl create deploy web --image=nginx:1.25 --replicas=2
            deployment.apps/web created
            $ kubectl expose deploy web --port=80
            service/web exposed
            $ kubectl set image deploy/web nginx=nginx:1.26
            deployment.apps/web image updated
            $ sleep 30
            $ kubectl rollout status deploy web
            deployment "web" successfully rolled out
            $ kubectl rollout undo deploy web
            deployment.apps/web rolled back
            $ kubectl scale deploy web --replicas=3
            deployment.apps/web scaled
            $ kubectl autoscale deploy web --min=3 --max=4 --cpu=80%
            horizontalpodautoscaler.autoscaling/web autoscaled
            $ kubectl label deploy web tier=front
            deployment.apps/web labeled
            $ kubectl annotate deploy web owner=me
            deployment.apps/web annotated
            $ kubectl get deploy web -o jsonpath='{.spec.replicas} {.metadata.labels.tier}{"\\n"}'
            3 front
            $ kubectl get deploy -o custom-columns=N:.metadata.name,R:.spec.replicas --no-headers
            web   3
            $ kubectl auth can-i create pods --as=system:serviceaccount:default:default
            no
            [1]
            $ kubectl create role r --verb=create --resource=pods
            role.rbac.authorization.k8s.io/r created
            $ kubectl create rolebinding r --role=r --serviceaccount=default:default
            rolebinding.rbac.authorization.k8s.io/r created
            $ kubectl auth can-i create pods --as=system:serviceaccount:default:default
            yes
            $ kubectl get secret nope
            Error from server (NotFound): secrets "nope" not found
            [1]
            $ kubectl delete svc web
            service "web" deleted from default namespace
            """)
        var run = try TranscriptRun(profile: .eks, nodeCount: 3)
        let answers = run.answers(to: story.commands)
        for (wanted, found) in zip(story.commands, answers) {
            #expect(found.output == wanted.output, "$ \(wanted.text)")
            #expect(found.exitCode == wanted.exitCode, "$ \(wanted.text)")
        }
    }
}
