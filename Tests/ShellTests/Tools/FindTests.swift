import Testing

struct FindTests {
    @Test(arguments: [
        ("mkdir -p a/b; touch a/1.txt a/b/2.txt a/b/3.md; find a | sort", "a\na/1.txt\na/b\na/b/2.txt\na/b/3.md\n"),
        ("mkdir -p a/b; touch a/1.txt a/b/2.txt a/b/3.md; find a -name '*.txt' | sort", "a/1.txt\na/b/2.txt\n"),
        ("mkdir -p a/b; touch a/1.txt a/b/2.txt; find a -type d | sort", "a\na/b\n"),
        ("mkdir -p a/b; touch a/1.txt a/b/2.txt; find a -type f | sort", "a/1.txt\na/b/2.txt\n"),
        ("mkdir -p a/b; touch a/1.txt a/b/2.txt; find a -maxdepth 1 | sort", "a\na/1.txt\na/b\n"),
        ("mkdir -p a/b; touch a/1.txt a/b/2.txt; find a -mindepth 2 | sort", "a/b/2.txt\n"),
        ("touch 1.txt 3.md; find . -name '1*' -o -name '*.md' | sort", "./1.txt\n./3.md\n"),
        ("touch 1.txt 3.md; find . -type f ! -name '*.md'", "./1.txt\n"),
        ("touch 1.txt 3.md; find -iname '*.TXT'", "./1.txt\n"),
        (#"touch a.md; find . -name '*.md' -exec echo found {} \;"#, "found ./a.md\n"),
        ("touch a.md; find . -name '*.md' -exec echo found {} +", "found ./a.md\n"),
        ("touch a.md b; find . -name '*.md' -delete; ls", "b\n"),
        ("mkdir d; touch d/x e; find . -empty | sort", "./d/x\n./e\n"),
        ("mkdir -p d/e; touch d/e/f; find . -path '*/e/*'", "./d/e/f\n"),
        (#"touch a; find . -type f -print0 | tr '\0' '\n'"#, "./a\n"),
        ("mkdir -p d/x e; touch d/x/f e/f; find . -name d -prune -o -name f -print", "./e/f\n"),
        ("printf 'x%.0s' {1..2000} > big; touch small; find . -type f -size +1k", "./big\n"),
        ("find nofile; echo $?", "find: ‘nofile’: No such file or directory\n1\n"),
        ("find . -foo; echo $?", "find: unknown predicate `-foo'\n1\n"),
        ("find . -name; echo $?", "find: missing argument to `-name'\n1\n"),
        ("find . -type q; echo $?", "find: Unknown argument to -type: q\n1\n"),
    ])
    func `walks through folders`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
