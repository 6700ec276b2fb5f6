import Shell
import Testing

struct SmokeTests {
    @Test func `runs simple commands`() {
        expect("echo hello world", prints: "hello world\n")
        expect("x=5; echo \"$x\" '$x' $((x * 2 + 1))", prints: "5 $x 11\n")
        expect("echo a | cat", prints: "a\n")
        expect("if true; then echo yes; else echo no; fi", prints: "yes\n")
        expect("for i in 1 2 3; do echo $i; done | grep -v 2", prints: "1\n3\n")
        expect("f() { echo \"got $1\"; return 3; }; f x; echo $?", prints: "got x\n3\n")
        expect("echo $(echo a; echo b)", prints: "a b\n")
        expect("cat <<EOF\nhi $((1+1))\nEOF\necho done", prints: "hi 2\ndone\n")
        expect("echo hi > /f; echo there >> /f; cat < /f", prints: "hi\nthere\n")
        expect("foo", prints: "bash: line 1: foo: command not found\n", status: 127)
        expect("foo", prints: "sh: foo: not found\n", status: 127, flavor: .busybox)
        expect("echo a && false || echo b; ! true; echo $?", prints: "a\nb\n1\n")
        expect("(exit 4); echo $?; x=1; (x=2); echo $x", prints: "4\n1\n")
        expect("i=0; while [ $i -lt 3 ]; do i=$((i+1)); [ $i = 2 ] && continue; echo $i; done", prints: "1\n3\n")
        expect("case abc in a*) echo A;; *) echo other;; esac", prints: "A\n")
        expect("greet you; greet; echo $?; echo -n me | greet -", prints: "hello you\nhello nobody\n3\nhello me\n")
    }
}
