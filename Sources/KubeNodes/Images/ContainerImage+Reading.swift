package import Documents
import KubeModel

/// Why a file of `Manifests/images` is no image.
package enum ImageFileError: Error, Hashable, Sendable {
    case missing(field: String)
    case unknown(field: String)
    case wrongType(field: String, wanted: String)
}

/// Reads the format of `Manifests/images`:
///
///     apiVersion: kubebook/v1
///     kind: ContainerImage
///     name: docker.io/library/nginx
///     tags:
///       "1.27": {size: 72188133, version: 1.27.5}
///     pullSeconds: 0.8
///     entrypoint: [/docker-entrypoint.sh]
///     command: [nginx, -g, daemon off;]
///     programs:
///       docker-entrypoint.sh: {runs: arguments}
///       nginx:
///         answers:
///         - {arguments: [-v], standardError: "nginx version: nginx/{version}\n"}
///         service:
///           ports:
///           - {number: 80, files: /usr/share/nginx/html}
extension ContainerImage {
    package static let apiVersion = "kubebook/v1"
    package static let kind = "ContainerImage"

    package init(reading document: Value) throws(ImageFileError) {
        let fields = try Fields(document, "")
        try fields.allow([
            "apiVersion", "kind", "name", "tags", "pullSeconds", "user", "environment", "workingDirectory",
            "entrypoint",
            "command", "stopSignal", "shell", "tools", "files", "programs",
        ])
        name = try fields.text("name")
        tags = [:]
        for (tag, value) in try fields.members("tags") {
            let facts = try Fields(value, "tags.\(tag)")
            try facts.allow(["size", "version"])
            tags[tag] = Tag(size: try facts.number("size"), version: try facts.text("version", default: tag))
        }
        pullDuration = try fields.duration("pullSeconds", default: .milliseconds(800))
        user = try fields.text("user", default: "0")
        environmentList = []
        for (name, value) in try fields.members("environment", isRequired: false) {
            environmentList.append(Variable(name: name, value: try Fields.text(value, "environment.\(name)")))
        }
        workingDirectory = try fields.text("workingDirectory", default: "/")
        entrypoint = try fields.texts("entrypoint")
        command = try fields.texts("command")
        stopSignal = try fields.text("stopSignal", default: "TERM")
        hasShell = try fields.flag("shell", default: true)
        tools = Set(try fields.texts("tools"))
        files = []
        for (path, value) in try fields.members("files", isRequired: false) {
            files.append(File(path: path, text: try Fields.text(value, "files.\(path)")))
        }
        programs = [:]
        for (name, value) in try fields.members("programs", isRequired: false) {
            programs[name] = try Program(reading: Fields(value, "programs.\(name)"))
        }
        for tag in tags.keys { roots[tag] = makeRoot(tag: tag) }
    }
}

extension Program {
    init(reading fields: Fields) throws(ImageFileError) {
        try fields.allow(["runs", "answers", "service"])
        if try fields.text("runs", default: "") == "arguments" {
            self = .wrapper
            return
        }
        var answers: [ProgramAnswer] = []
        for item in try fields.items("answers") { answers.append(try ProgramAnswer(reading: item)) }
        let service = try fields.child("service")
        self = .own(answers: answers, service: try service.map(ProgramService.init(reading:)))
    }
}

extension ProgramAnswer {
    init(reading fields: Fields) throws(ImageFileError) {
        try fields.allow(["arguments", "standardOutput", "standardError", "exitCode", "stops"])
        arguments = try fields.texts("arguments")
        standardOutput = try fields.text("standardOutput", default: "")
        standardError = try fields.text("standardError", default: "")
        exitCode = Int32(clamping: try fields.number("exitCode", default: 0))
        stopsMain = try fields.flag("stops", default: false)
    }
}

extension ProgramService {
    init(reading fields: Fields) throws(ImageFileError) {
        try fields.allow([
            "startSeconds", "needs", "titles", "log", "ports", "lastsSeconds", "exitCode", "stopSeconds",
            "stopExitCode",
            "memory",
            "processor", "requestCost",
        ])
        startDuration = try fields.duration("startSeconds", default: .zero)
        needs = try fields.child("needs").map { (fields) throws(ImageFileError) in try Needs(reading: fields) }
        titles = try fields.texts("titles")
        log = []
        for line in try fields.items("log") {
            try line.allow(["afterSeconds", "text"])
            log.append(
                LogLine(after: try line.duration("afterSeconds", default: .zero), text: try line.text("text")))
        }
        ports = []
        for port in try fields.items("ports") { ports.append(try ServedPort(reading: port)) }
        lasts = fields.has("lastsSeconds") ? try fields.duration("lastsSeconds", default: .zero) : nil
        exitCode = Int32(clamping: try fields.number("exitCode", default: 0))
        stopDuration = try fields.duration("stopSeconds", default: .milliseconds(100))
        stopExitCode = Int32(clamping: try fields.number("stopExitCode", default: 0))
        memory = try Self.load(fields, "memory") { Int(Quantity($0)?.units ?? 0) }
        requestCost = try fields.number("requestCost", default: 1)
        processor = try Self.load(fields, "processor") { Int(Quantity($0)?.milliUnits ?? 0) }
    }

    private static func load(_ fields: Fields, _ name: String, _ read: (Value?) -> Int) throws(ImageFileError)
        -> [LoadPoint]
    {
        var points: [LoadPoint] = []
        for item in try fields.items(name) {
            try item.allow(["afterSeconds", "amount"])
            points.append(
                LoadPoint(after: try item.duration("afterSeconds", default: .zero), amount: read(item["amount"])))
        }
        return points
    }
}

extension ProgramService.Needs {
    init(reading fields: Fields) throws(ImageFileError) {
        try fields.allow(["variables", "message", "exitCode"])
        variables = try fields.texts("variables")
        message = try fields.text("message")
        exitCode = Int32(clamping: try fields.number("exitCode", default: 1))
    }
}

extension ServedPort {
    init(reading fields: Fields) throws(ImageFileError) {
        try fields.allow(["number", "files", "paths", "server", "grpcHealth"])
        number = try fields.number("number")
        server = try fields.text("server", default: "")
        speaksGRPCHealth = try fields.flag("grpcHealth", default: false)
        if fields.has("files") {
            content = .files(root: try fields.text("files"))
            return
        }
        guard fields.has("paths") else {
            content = .connections
            return
        }
        var answers: [Answer] = []
        for (path, value) in try fields.members("paths") {
            let answer = try Fields(value, "paths.\(path)")
            try answer.allow(["status", "type", "body"])
            answers.append(
                Answer(
                    path: path, status: try answer.number("status", default: 200),
                    type: try answer.text("type", default: "text/plain"), body: try answer.text("body", default: "")))
        }
        content = .paths(answers)
    }
}
