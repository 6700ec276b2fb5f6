import Testing

struct LsTests {
    @Test(arguments: [
        ("touch b a .h; ls", "a\nb\n"),
        ("touch b a .h; ls -a", ".\n..\n.h\na\nb\n"),
        ("touch b a .h; ls -A", ".h\na\nb\n"),
        ("touch a; mkdir d; touch d/x; ls a d", "a\n\nd:\nx\n"),
        ("touch a; mkdir d; touch d/x; ls -d d", "d\n"),
        ("touch a; mkdir d; ls -p", "a\nd/\n"),
        ("mkdir d; touch d/x x.sh; chmod +x x.sh; ls -F", "d/\nx.sh*\n"),
        ("mkdir -p d/e; touch d/x d/e/y; ls -R", ".:\nd\n\n./d:\ne\nx\n\n./d/e:\ny\n"),
        ("touch a b; ls -1r", "b\na\n"),
        ("ls nofile; echo $?", "ls: cannot access 'nofile': No such file or directory\n2\n"),
        ("touch a; ls nofile a; echo $?", "ls: cannot access 'nofile': No such file or directory\na\n2\n"),
        ("touch a; ls -l a | cut -c1-10", "-rw-r--r--\n"),
        ("mkdir d; ls -ld d | cut -c1-10", "drwxr-xr-x\n"),
        ("ls -z; echo $?", "ls: invalid option -- 'z'\nTry 'ls --help' for more information.\n2\n"),
        ("touch a b; ls *", "a\nb\n"),
        ("printf 12345 > a; printf 1 > b; ls -S", "a\nb\n"),
    ])
    func `lists files`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
