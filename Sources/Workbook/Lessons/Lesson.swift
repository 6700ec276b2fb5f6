package import KubeModel

/// A lesson as its folder describes it.
package struct Lesson: Hashable, Sendable {
    /// Stable, in reports and progress: `backend-app`.
    package let id: String
    /// The name of its folder: `02-backend-app`.
    package let folder: String
    /// Lessons that come before it.
    package let requires: [String]
    package let cluster: LessonCluster
    /// Files of `Manifests/` that lie in the learner's folder at the start.
    package let files: [String]
    /// What all checks are worth together; `nil` when the checks say it, or for one point.
    package let points: Double?
    package let steps: [LessonStep]
    package let texts: [LessonText]
    package let scripts: LessonScripts

    package init(
        id: String, folder: String, requires: [String] = [], cluster: LessonCluster = LessonCluster(),
        files: [String] = [], points: Double? = nil, steps: [LessonStep], texts: [LessonText] = [],
        scripts: LessonScripts = LessonScripts()
    ) {
        self.id = id
        self.folder = folder
        self.requires = requires
        self.cluster = cluster
        self.files = files
        self.points = points
        self.steps = steps
        self.texts = texts
        self.scripts = scripts
    }
}

extension Lesson {
    /// The words in a language, or in any other when there are none.
    package func text(_ language: Language) -> LessonText? {
        texts.first { $0.language == language } ?? texts.first
    }

    package func title(_ language: Language) -> String {
        text(language)?.title ?? id
    }

    package func step(_ id: String) -> LessonStep? { steps.first { $0.id == id } }

    package func check(_ id: String, step: String) -> Check? {
        self.step(step)?.checks.first { $0.id == id }
    }
}

/// The cluster that a lesson starts from.
package struct LessonCluster: Hashable, Sendable {
    package var profile = ClusterProfile.eks
    package var nodes = 3
    package var seed: UInt64 = 1
    /// 2023-07-04T13:37:00Z, when the notes were written.
    package var start = Instant(seconds: 1_688_477_820)
    package var namespace = "default"

    package init() {}
}

package struct LessonStep: Hashable, Sendable {
    package let id: String
    package let checks: [Check]
    package let mistakes: [Mistake]
    /// Sections of the text, each giving away more than the one before.
    package let hints: [String]

    package init(id: String, checks: [Check], mistakes: [Mistake] = [], hints: [String] = []) {
        self.id = id
        self.checks = checks
        self.mistakes = mistakes
        self.hints = hints
    }
}

/// A known wrong state: all patterns of `when` match something and none of `unless` does.
package struct Mistake: Hashable, Sendable {
    package let when: [ObjectPattern]
    package let unless: [ObjectPattern]
    /// The section of the text that explains it.
    package let section: String

    package init(when: [ObjectPattern], unless: [ObjectPattern] = [], section: String) {
        self.when = when
        self.unless = unless
        self.section = section
    }
}
