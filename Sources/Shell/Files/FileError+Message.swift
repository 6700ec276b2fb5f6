extension FileError {
    package var path: String {
        switch self {
        case .notFound(let path), .isDirectory(let path), .notDirectory(let path), .exists(let path),
            .permissionDenied(let path), .readOnly(let path), .directoryNotEmpty(let path), .noSpace(let path),
            .system(let path, _):
            path
        }
    }

    /// What the C library says for it: `No such file or directory`.
    package var reason: String {
        switch self {
        case .notFound: "No such file or directory"
        case .isDirectory: "Is a directory"
        case .notDirectory: "Not a directory"
        case .exists: "File exists"
        case .permissionDenied: "Permission denied"
        case .readOnly: "Read-only file system"
        case .directoryNotEmpty: "Directory not empty"
        case .noSpace: "No space left on device"
        case .system(_, let message): message
        }
    }
}
