import Shell

/// Programs of containers that need the cluster around them: the network, the other processes.
enum ContainerTools {
    typealias Run = @Sendable (inout ContainerHost, CommandCall, inout CommandOutput) -> CommandResult

    /// What comes with every shell image, as busybox brings it.
    private static let common: [String: Run] = [
        "wget": { WebGet.run(&$0, $1, &$2) },
        "nslookup": { NameLookup.run(&$0, $1, &$2) },
        "ping": { Ping.run(&$0, $1, &$2) },
        "nc": { NetCat.run(&$0, $1, &$2) },
        "ps": { ProcessList.run(&$0, $1, &$2) },
        "kill": { Kill.run(&$0, $1, &$2) },
        "free": { MemoryStatus.run(&$0, $1, &$2) },
        "ip": { NetworkStatus.interfaces(&$0, $1, &$2) },
        "ifconfig": { NetworkStatus.interfaces(&$0, $1, &$2) },
        "netstat": { NetworkStatus.connections(&$0, $1, &$2) },
        "dd": { DiskDump.run(&$0, $1, &$2) },
        "id": { Identity.id(&$0, $1, &$2) },
        "whoami": { Identity.whoami(&$0, $1, &$2) },
        "httpd": { WebServer.run(&$0, $1, &$2) },
    ]
    /// What an image has when it says so.
    private static let extra: [String: Run] = [
        "curl": { Curl.run(&$0, $1, &$2) }
    ]

    /// Names that the shell must leave to these.
    static let withheld = Set(common.keys).union(extra.keys)

    static func find(_ name: String, _ image: ContainerImage?) -> Run? {
        if image?.programs[name] != nil { return nil }
        if let tool = common[name] { return tool }
        guard image?.tools.contains(name) == true else { return nil }
        return extra[name]
    }

    static func names(for image: ContainerImage?) -> [String] {
        common.keys.sorted() + extra.keys.sorted().filter { image?.tools.contains($0) == true }
    }

    /// Debian's images have bash beside dash; busybox has its own shell alone.
    static let bash = "bash"

    /// What the shells of an image show before a line.
    static func prompt(of shell: String, _ image: ContainerImage?) -> String {
        guard image?.tools.contains(bash) == true else { return #"\w \$ "# }
        return ProgramName.last(of: shell) == bash ? #"\u@\h:\w\$ "# : #"\$ "#
    }
}
