import Foundation
import Testing

@testable import Workbook

struct TranscriptTests {
    @Test func `reads commands, outputs and codes`() {
        let transcript = Transcript(
            """
            # a remark
            $ kubectl apply -f - <<E
            > kind: Pod
            >
            > E
            pod/a created

            $ kubectl get pod b
            Error from server (NotFound): pods "b" not found
            [1]
            """)
        #expect(
            transcript.commands == [
                .init(text: "kubectl apply -f - <<E\nkind: Pod\n\nE", output: ["pod/a created"], exitCode: 0),
                .init(
                    text: "kubectl get pod b", output: [#"Error from server (NotFound): pods "b" not found"#],
                    exitCode: 1),
            ])
    }

    @Test(arguments: [
        (
            "backend-app-78cc8b555-2hkzb   1/1     Running   0          100s",
            "backend-app-<hash>-<rand>  1/1  Running  0  <dur>"
        ),
        ("replicaset.apps/web-78cc8b5554   2         2", "replicaset.apps/web-<hash>  2  2"),
        ("    uid: 3f00cf02-7ddd-471c-a0ff-23fede234dfa", "    uid: <uid>"),
        ("nginx-pod   1/1     Running   0          1s    192.168.1.65", "nginx-pod  1/1  Running  0  <dur>  <ip>"),
        ("cpu:     250m", "cpu:  250m"),
        ("Started:      Sun, 22 Nov 2026 11:56:53 +0000", "Started:  <time>"),
        ("pod/batch-try1-2r5v2   0/1", "pod/batch-try1-<rand>  0/1"),
        (
            "service/a   LoadBalancer   10.100.52.85   <pending>     8080:31009/TCP   50s",
            "service/a  LoadBalancer  <ip>  <pending>  8080:<nodeport>/TCP  <dur>"
        ),
        ("batch-app-28144040   0/1   63s", "batch-app-28144040  0/1  <dur>"),
        ("trailing   ", "trailing"),
    ])
    func `masks what no two clusters share`(line: String, masked: String) {
        #expect(TranscriptNormalizer().normalized([line]) == [masked])
    }

    @Test func `finds the sessions in a section`() {
        let body = "Look:\n```console\n$ ls\na\n```\n```yaml\n$ no\n```\n```console after\n$ cat a\n```"
        let section = TextSection(id: "s", title: "S", body: body, line: 10, bodyLine: 11)
        let blocks = TranscriptBlock.blocks(in: section)
        #expect(blocks.map(\.isAfter) == [false, true])
        #expect(blocks.map(\.line) == [12, 19])
        #expect(blocks.map { $0.transcript.commands.map(\.text) } == [["ls"], ["cat a"]])
    }
}
