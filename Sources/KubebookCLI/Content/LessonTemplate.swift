/// The files that a new lesson begins with; they make a lesson that proves.
enum LessonTemplate {
    static func files(_ name: String) -> [(String, String)] {
        [
            (
                "lesson.yaml",
                """
                lesson: \(name)
                cluster: {profile: eks, nodes: 3, seed: 1, namespace: default}
                steps:
                - id: create
                  checks:
                  - id: exists
                    expect: {apiVersion: v1, kind: ConfigMap, metadata: {name: greeting}, data: {text: hello}}
                  hints: [create-hint-1, create-hint-2, create-hint-3]

                """
            ),
            ("solution.sh", "# step: create\nkubectl create configmap greeting --from-literal=text=hello\n"),
            (
                "text.en.md",
                """
                # A new lesson

                What the learner will know at the end.

                ## Make a ConfigMap {#create}

                Make a ConfigMap `greeting` with the key `text` and the value `hello`.

                ## {#create-hint-1}

                kubectl create can make a ConfigMap.

                ## {#create-hint-2}

                kubectl create configmap --help shows the flags; one of them takes a key and its value.

                ## {#create-hint-3}

                kubectl create configmap greeting --from-literal=text=...

                """
            ),
            (
                "text.ja.md",
                """
                # 新しいレッスン

                学習者が最後に知ることを書きます。

                ## ConfigMap を作る {#create}

                キー `text` に値 `hello` を持つ ConfigMap `greeting` を作ってください。

                ## {#create-hint-1}

                kubectl create で ConfigMap を作れます。

                ## {#create-hint-2}

                kubectl create configmap --help でフラグが見られます。キーと値を渡すものがあります。

                ## {#create-hint-3}

                kubectl create configmap greeting --from-literal=text=...

                """
            ),
        ]
    }
}
