import Documents
import KubeControllers
import KubeModel
import Simulation

extension WorkbookCommand {
    static let why = WorkbookCommand(
        "why", "why something does not run: why NAME", "動かない理由を調べます（why 名前）",
        accepts: { $0.count < 3 }
    ) { session, words in
        let view = session.view
        let name = words.last.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let kinds: [ResourceType] = [
            .pods, .deployments, .replicaSets, .statefulSets, .daemonSets, .jobs, .cronJobs, .services,
        ]
        let diagnosis = Diagnosis(cluster: view)
        var page = Page()
        var told: Set<Cause> = []
        for kind in kinds {
            for object in view.objects(of: kind, in: session.namespace) where name == nil || object.name == name {
                guard let cause = diagnosis.cause(for: object, resource: kind), told.insert(cause).inserted else {
                    continue
                }
                page.add("\(object.kind)/\(object.name): \(Phrase.cause(cause).text(session.language))", .waiting)
                page.add("  " + Phrase.next(diagnosis.nextCommand(for: cause)).text(session.language), .dim)
            }
        }
        if page.isEmpty {
            page.add(
                session.language.choose("Nothing here looks broken.", "問題のありそうなものは見つかりません。"), .good)
        }
        if let name {
            let pod = ObjectKey(namespace: session.namespace, name: name)
            let attempts = view.cluster.scheduler.attempts(for: pod)
            page.add(SchedulingReport(attempts: attempts, language: session.language).page)
        }
        return Turn(page: page)
    }
}
