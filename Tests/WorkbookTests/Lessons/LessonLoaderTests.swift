import KubeModel
import Shell
import Testing
import Workbook

struct LessonLoaderTests {
    static let yaml = """
        lesson: scale
        requires: []
        cluster: {profile: bare, nodes: 1, seed: 7, start: "2024-01-01T00:00:00Z", namespace: eks-work}
        files: [web.yaml]
        steps:
        - id: scale
          checks:
          - id: replicas
            points: 2
            expect: {kind: Deployment, metadata: {name: web}, spec: {replicas: 3}}
          - id: ready
            needs: [replicas]
            within: 60s
            expect: {kind: Deployment, metadata: {name: web}, status: {readyReplicas: 3}}
          - id: up
            always: {kind: Deployment, metadata: {name: web}, status: {availableReplicas: ">= 1"}}
          mistakes:
          - when: {kind: Deployment, metadata: {name: web, namespace: default}}
            say: wrong-namespace
          hints: [nudge]
        """
    static let english = """
        # Scale
        Make more of it.
        ## Three of them {#scale}
        Do it.
        ## Hint {#nudge}
        `kubectl scale`
        ## Elsewhere {#wrong-namespace}
        Look.
        """
    static let files = [
        "Lessons/03-scale/lesson.yaml": yaml,
        "Lessons/03-scale/text.en.md": english,
        "Lessons/03-scale/text.ja.md": english.replacing("Scale", with: "増やす"),
        "Lessons/03-scale/solution.sh": "set -e\n# step: scale\nkubectl scale deploy web --replicas=3\n",
        "Lessons/03-scale/alternatives/patch.sh": "kubectl patch\n",
        "Lessons/03-scale/wrong/two.sh": "# fails: replicas\n# mistake: wrong-namespace\nkubectl scale\n",
        "Lessons/03-scale/start/web.yaml": "kind: Deployment\n",
        "Lessons/README.md": "no lesson",
        "Manifests/web.yaml": "kind: Deployment\n",
    ]

    private func load(_ changes: [String: String?] = [:]) throws -> Lesson {
        var files = Self.files
        for (path, text) in changes { files[path] = text }
        return try LessonLoader(files: TextFiles(files), root: "Lessons", manifests: "Manifests").lesson(named: "scale")
    }

    @Test func `reads a lesson with all its parts`() throws {
        let lesson = try load()
        #expect(lesson.id == "scale")
        #expect(lesson.folder == "03-scale")
        #expect(lesson.cluster.profile == .bare)
        #expect(lesson.cluster.start == Instant(rfc3339: "2024-01-01T00:00:00Z"))
        #expect(lesson.files == ["web.yaml"])
        #expect(lesson.steps[0].checks.map(\.id) == ["replicas", "ready", "up"])
        #expect(lesson.steps[0].checks[1].within == .seconds(60))
        #expect(lesson.title(.japanese) == "増やす")
        #expect(lesson.text(.english)?.section("scale")?.body == "Do it.")
        #expect(lesson.text(.english)?.introduction == "Make more of it.")
        #expect(lesson.scripts.solution.preamble == "set -e\n")
        #expect(lesson.scripts.solution.part("scale")?.text == "kubectl scale deploy web --replicas=3\n")
        #expect(lesson.scripts.wrong.map(\.mistake) == ["wrong-namespace"])
        #expect(lesson.scripts.start.map(\.name) == ["start/web.yaml"])
    }

    @Test(arguments: ["scale", "03-scale", "03"])
    func `finds a lesson by`(name: String) throws {
        let loader = LessonLoader(files: TextFiles(Self.files), root: "Lessons", manifests: "Manifests")
        #expect(try loader.lesson(named: name).id == "scale")
    }

    @Test func `says which lesson was meant`() {
        let loader = LessonLoader(files: TextFiles(Self.files), root: "Lessons", manifests: "Manifests")
        #expect(throws: LessonError(file: "Lessons", problem: .unknownLesson("sclae", nearest: "scale"))) {
            try loader.lesson(named: "sclae")
        }
    }

    /// A replacement in lesson.yaml, and the message that it brings.
    @Test(arguments: [
        ("lesson: scale", "lessn: scale", #"1:1: unknown key "lessn"; did you mean "lesson"?"#),
        ("lesson: scale\n", "", #"1:1: the key "lesson" is missing; add it"#),
        (
            "lesson: scale", "lesson: Scale It",
            #"1:1: "Scale It" is no name; use small letters, digits and hyphens, at most 63"#
        ),
        ("profile: bare", "profile: bear", #"3:11: "profile" cannot be "bear"; did you mean "bare"?"#),
        ("nodes: 1", "nodes: one", #"3:26: "nodes" must be a number that is not negative (and not too large)"#),
        ("[web.yaml]", "[wbe.yaml]", "4:9: there is no file Manifests/wbe.yaml; write it or correct the name"),
        ("within: 60s", "within: soon", #"13:5: "within" must be a duration such as 90s or 5m"#),
        (
            "needs: [replicas]", "needs: [replica]",
            #"12:5: no earlier check of this step is called "replica"; did you mean "replicas"?"#
        ),
        ("- id: ready", "- id: replicas", #"11:5: the id "replicas" is there twice; rename one"#),
        (
            "kind: Deployment, metadata: {name: web}, spec", "kind: Deploymnet, metadata: {name: web}, spec",
            #"10:14: the cluster serves no kind "Deploymnet" in this version; did you mean "Deployment"?"#
        ),
        (
            "spec: {replicas: 3}", "spec: {replica: 3}",
            #"10:62: Deployment has no field "replica" here; did you mean "replicas"?"#
        ),
        (#"">= 1""#, #"">= one""#, #"16:64: "one" is no number or quantity to compare with; write one"#),
        ("    always:", "    within: 5s\n    always:", #"16:5: "within" says nothing about "always"; take it out"#),
        (
            "    points: 2\n    expect: {kind: Deployment, metadata: {name: web}, spec: {replicas: 3}}",
            "    points: 2", "8:5: the check asks for nothing; give it one of expect, absent, always, http, printed"
        ),
        ("say: wrong-namespace", "say: wrong-place", nil),
        ("steps:", "steps: [", nil),
    ])
    func `points at a mistake`(old: String, new: String, message: String?) throws {
        let broken = Self.yaml.replacing(old, with: new)
        #expect(broken != Self.yaml)
        let error = #expect(throws: LessonError.self) { try load(["Lessons/03-scale/lesson.yaml": broken]) }
        if let message { #expect(error?.message(.english) == "Lessons/03-scale/lesson.yaml:" + message) }
        #expect(error?.message(.japanese).isEmpty == false)
    }

    @Test(
        arguments: [
            ("text.ja.md", nil, #"text.ja.md:1:1: there is no text in language "ja"; write the file"#),
            ("text.ja.md", "no title", ##"text.ja.md:1:1: no title; begin the text with "# ...""##),
            ("text.en.md", "# T\n## Step\n", #"text.en.md:2:1: the heading "Step" has no id; end it with {#id}"#),
            (
                "text.en.md", "# T\n## S {#scale}\n```\n",
                "text.en.md:3:1: the block that begins here has no end; end it with ```"
            ),
            (
                "text.en.md", "# T\n## S {#scale}\n## N {#nuge}\n## W {#wrong-namespace}\n",
                #"text.en.md:4:1: no section {#nudge}; write one, or did you mean "nuge"?"#
            ),
            (
                "text.en.md", english + "\n## More {#more}\n",
                "text.en.md:9:1: nothing speaks of the section {#more}; name it in lesson.yaml or take it out"
            ),
            (
                "solution.sh", "kubectl\n",
                ##"solution.sh:1:1: no part for the step "scale"; begin one with "# step: scale""##
            ),
            (
                "solution.sh", "# step: scael\n",
                #"solution.sh:1:1: the lesson has no step "scael"; did you mean "scale"?"#
            ),
            (
                "wrong/two.sh", "kubectl\n",
                ##"wrong/two.sh:1:1: does not say what finds it out; add a line "# fails: CHECK""##
            ),
            (
                "wrong/two.sh", "#!\n# fails: replica\n",
                #"wrong/two.sh:2:1: the lesson has no check "replica"; did you mean "replicas"?"#
            ),
        ] as [(String, String?, String)])
    func `points at a mistake in another file`(file: String, text: String?, message: String) {
        let error = #expect(throws: LessonError.self) { try load(["Lessons/03-scale/\(file)": text]) }
        #expect(error?.message(.english) == "Lessons/03-scale/" + message)
    }

    @Test func `lessons require lessons that there are`() {
        var files = Self.files
        files["Lessons/03-scale/lesson.yaml"] = Self.yaml.replacing("requires: []", with: "requires: [scal]")
        let loader = LessonLoader(files: TextFiles(files), root: "Lessons", manifests: "Manifests")
        let error = #expect(throws: LessonError.self) { try loader.all() }
        #expect(
            error?.message(.english)
                == #"Lessons/03-scale/lesson.yaml:2:1: no lesson is called "scal"; did you mean "scale"?"#)
    }
}
