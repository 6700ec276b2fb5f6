import Foundation
import Testing

struct ExecTests {
    private let program: BuiltProgram

    init() throws {
        program = try BuiltProgram()
    }

    @Test func `the same script and seed print the same bytes in two processes`() throws {
        let script = """
            kubectl create deployment web --image=nginx --replicas=3
            kubectl rollout status deployment/web
            kubectl get pods -o wide
            kubectl get pods -o yaml
            kubectl get events
            """
        let first = try program.run(["exec", "--seed", "42", "-"], typed: script)
        let second = try program.run(["exec", "--seed", "42", "-"], typed: script)
        let other = try program.run(["exec", "--seed", "43", "-"], typed: script)
        #expect(first == second)
        #expect(first.code == 0)
        #expect(first.output.contains("deployment \"web\" successfully rolled out"))
        #expect(first.output != other.output)
    }

    @Test(arguments: [("true", 0), ("exit 7", 7), ("kubectl get nosuch", 1), ("nosuch", 127)])
    func `ends with the code of the last command`(script: String, code: Int32) throws {
        #expect(try program.run(["exec", "-"], typed: script).code == code)
    }

    @Test func `says which script cannot be read`() throws {
        try program.folder.write(Data([0xFF, 0xFE, 0x00]), to: "binary.sh")
        #expect(
            try program.run(["exec", "missing.sh"])
                == .init(output: "", error: "kubebook: there is no file missing.sh\n", code: 4))
        #expect(
            try program.run(["exec", "binary.sh"])
                == .init(output: "", error: "kubebook: binary.sh is not UTF-8 text\n", code: 4))
    }

    @Test func `stops a script that prints for ever`() throws {
        let script = "x=aaaaaaaaaaaaaaaa; while true; do x=$x$x; done"
        let result = try program.run(["exec", "-"], typed: script)
        #expect(
            result
                == .init(
                    output: "", error: "kubebook: the script was stopped: its variables grew too large\n",
                    code: 5))
    }

    @Test func `begins as a lesson begins, with the files beside the script`() throws {
        try program.folder.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: mine}\n", to: "mine.yaml")
        try program.folder.write(
            """
            ls
            kubectl config view -o jsonpath='{.contexts[0].context.namespace}{"\\n"}'
            kubectl apply -f mine.yaml
            echo changed > mine.yaml
            """, to: "try.sh")
        let result = try program.run(["exec", "--lesson", "batch-app", "try.sh"])
        #expect(
            result
                == .init(
                    output: """
                        batch-app-config-incomplete.yaml
                        batch-app-config.yaml
                        batch-app-optional.yaml
                        batch-app.yaml
                        batch-secret-config.yaml
                        mine.yaml
                        try.sh
                        eks-work
                        configmap/mine created

                        """, error: "", code: 0))
        let kept = try String(contentsOf: program.folder.url.appending(path: "mine.yaml"), encoding: .utf8)
        #expect(kept.hasPrefix("apiVersion"))
    }
}
