/// What `set` switches.
package struct ShellOptions: Hashable, Sendable {
    /// `-e`
    package var exitsOnError = false
    /// `-u`
    package var refusesUnset = false
    /// `-x`
    package var traces = false
    /// `-f`
    package var keepsGlobs = false
    /// `-n`
    package var onlyParses = false
    /// `-a`
    package var exportsAll = false
    /// `-C`
    package var keepsFiles = false
    /// `-v`
    package var echoesInput = false
    /// `-o pipefail`
    package var failsWithPipe = false

    package init() {}

    static let letters: [(letter: Character, name: String, path: any WritableKeyPath<ShellOptions, Bool> & Sendable)] =
        [
            ("a", "allexport", \.exportsAll), ("e", "errexit", \.exitsOnError), ("f", "noglob", \.keepsGlobs),
            ("n", "noexec", \.onlyParses), ("u", "nounset", \.refusesUnset), ("v", "verbose", \.echoesInput),
            ("x", "xtrace", \.traces), ("C", "noclobber", \.keepsFiles),
        ]
    static let names: [(name: String, path: any WritableKeyPath<ShellOptions, Bool> & Sendable)] =
        letters.map { ($0.name, $0.path) } + [("pipefail", \.failsWithPipe)]

    /// The letters that are on, in the order of `$-`.
    var letters: String {
        String(Self.letters.filter { self[keyPath: $0.path] }.map(\.letter))
    }
}
