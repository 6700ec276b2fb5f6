import Documents
import KubeModel

extension DescribeWriter {
    /// What a container does, how it ended before, and how often it was restarted.
    mutating func state(_ status: Value) {
        state("State", status["state"])
        if status["lastState", "terminated"] != nil { state("Last State", status["lastState"]) }
        field("Ready", FlagText.text(status.flag("ready")), level: 2)
        field("Restart Count", status.count("restartCount"), level: 2)
    }

    private mutating func state(_ title: String, _ state: Value?) {
        if let running = state?["running"] {
            field(title, "Running", level: 2)
            field("Started", TimeText.rfc1123(running.time("startedAt")), level: 3)
        } else if let terminated = state?["terminated"], state?["waiting"] == nil {
            field(title, "Terminated", level: 2)
            ending(terminated)
        } else {
            field(title, "Waiting", level: 2)
            optional("Reason", state?["waiting", "reason"], level: 3)
        }
    }

    private mutating func ending(_ terminated: Value) {
        optional("Reason", terminated["reason"], level: 3)
        optional("Message", terminated["message"], level: 3)
        field("Exit Code", terminated.count("exitCode"), level: 3)
        if terminated.count("signal") > 0 { field("Signal", terminated.count("signal"), level: 3) }
        field("Started", TimeText.rfc1123(terminated.time("startedAt")), level: 3)
        field("Finished", TimeText.rfc1123(terminated.time("finishedAt")), level: 3)
    }
}
