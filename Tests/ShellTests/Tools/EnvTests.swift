import Testing

struct EnvTests {
    @Test(arguments: [
        ("env -i A=1 B=2 env", "A=1\nB=2\n"),
        ("A=1 env | grep ^A=", "A=1\n"),
        ("env A=5 sh -c 'echo $A'", "5\n"),
        ("export A=1; env -u A sh -c 'echo [$A]'", "[]\n"),
        ("export A=1; printenv A; printenv NOSUCH; echo $?", "1\n1\n"),
        ("export V=w; echo 'x $V ${V} $NONE.' | envsubst", "x w w .\n"),
        ("export V=w; echo '$V $W' | envsubst '$W'", "$V \n"),
        ("env nosuch; echo $?", "env: ‘nosuch’: No such file or directory\n127\n"),
        ("nohup nosuch 2>&1 | tail -n 1", "nohup: failed to run command 'nosuch': No such file or directory\n"),
        ("nice echo hi", "hi\n"),
        ("timeout 1 sleep 5; echo $?", "124\n"),
        ("timeout 5 echo ok; echo $?", "ok\n0\n"),
        (
            "timeout x true; echo $?",
            "timeout: invalid time interval ‘x’\nTry 'timeout --help' for more information.\n125\n"
        ),
        ("timeout 1 nosuch; echo $?", "timeout: failed to run command ‘nosuch’: No such file or directory\n127\n"),
    ])
    func `shows and changes the environment`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
