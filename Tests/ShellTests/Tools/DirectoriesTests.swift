import Testing

struct DirectoriesTests {
    @Test(arguments: [
        ("mkdir d; ls", "d\n"),
        ("mkdir d; mkdir d; echo $?", "mkdir: cannot create directory ‘d’: File exists\n1\n"),
        ("mkdir -p a/b/c; ls a/b", "c\n"),
        ("mkdir a/b; echo $?", "mkdir: cannot create directory ‘a/b’: No such file or directory\n1\n"),
        ("mkdir; echo $?", "mkdir: missing operand\nTry 'mkdir --help' for more information.\n1\n"),
        ("mkdir -v d", "mkdir: created directory 'd'\n"),
        ("touch f; mkdir -p f; echo $?", "mkdir: cannot create directory ‘f’: File exists\n1\n"),
        ("mkdir d; rmdir d; ls", ""),
        ("mkdir d; touch d/f; rmdir d; echo $?", "rmdir: failed to remove 'd': Directory not empty\n1\n"),
        ("rmdir nofile; echo $?", "rmdir: failed to remove 'nofile': No such file or directory\n1\n"),
        ("touch f; rmdir f; echo $?", "rmdir: failed to remove 'f': Not a directory\n1\n"),
        ("touch a b; ls", "a\nb\n"),
        ("touch nodir/f; echo $?", "touch: cannot touch 'nodir/f': No such file or directory\n1\n"),
        ("touch -c nofile; ls", ""),
        ("touch; echo $?", "touch: missing file operand\nTry 'touch --help' for more information.\n1\n"),
    ])
    func `makes and removes folders`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("touch f; chmod 600 f; ls -l f | cut -c1-10", "-rw-------\n"),
        ("touch f; chmod 644 f; chmod u+x f; ls -l f | cut -c1-10", "-rwxr--r--\n"),
        ("touch f; chmod 777 f; chmod go-w f; ls -l f | cut -c1-10", "-rwxr-xr-x\n"),
        ("touch f; chmod 644 f; chmod a=r f; ls -l f | cut -c1-10", "-r--r--r--\n"),
        ("touch f; chmod 644 f; chmod u+x,g+w f; ls -l f | cut -c1-10", "-rwxrw-r--\n"),
        ("chmod 600 nofile; echo $?", "chmod: cannot access 'nofile': No such file or directory\n1\n"),
        ("touch f; chmod zzz f; echo $?", "chmod: invalid mode: ‘zzz’\nTry 'chmod --help' for more information.\n1\n"),
        ("chmod; echo $?", "chmod: missing operand\nTry 'chmod --help' for more information.\n1\n"),
        ("chmod 600; echo $?", "chmod: missing operand after ‘600’\nTry 'chmod --help' for more information.\n1\n"),
    ])
    func `changes modes`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
