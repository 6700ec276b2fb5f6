import Testing

/// Recorded from bash 5.2 with the GNU tools, in an empty folder.
struct GuardedScriptsTests {
    @Test(
        arguments: [
            (
                ##"""
                set -e; echo one; false; echo two
                """##,
                ##"""
                one

                """##
            ),
            (
                ##"""
                set -e; if false; then :; fi; false || echo or; false && echo and; ! true; echo still; f() { false; echo inf; }; f || echo no; f; echo never
                """##,
                ##"""
                or
                still
                inf

                """##
            ),
            (
                ##"""
                set -euo pipefail; echo "start"; x=$(false); echo no
                """##,
                ##"""
                start

                """##
            ),
            (
                ##"""
                set -euo pipefail; echo $undefined; echo no
                """##,
                ##"""
                bash: line 1: undefined: unbound variable

                """##
            ),
            (
                ##"""
                set -e; (false; echo insub); echo after
                """##,
                ##"""

                """##
            ),
            (
                ##"""
                set -e; trap 'echo cleanup $?' EXIT; echo working; ls /nonexistent; echo never
                """##,
                ##"""
                working
                ls: cannot access '/nonexistent': No such file or directory
                cleanup 2

                """##
            ),
            (
                ##"""
                set -e; local_fail() { local v=$(false); echo "masked"; }; local_fail; export X=$(false); echo ok; cat nofile | wc -l; echo end
                """##,
                ##"""
                masked
                ok
                cat: nofile: No such file or directory
                0
                end

                """##
            ),
            (
                ##"""
                trap 'echo term; exit 3' TERM; kill $$; echo no
                """##,
                ##"""
                term

                """##
            ),
            (
                ##"""
                echo ${nope:?must be set}
                echo after
                """##,
                ##"""
                bash: line 1: nope: must be set

                """##
            ),
        ] as [(String, String)])
    func `runs guarded scripts`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
