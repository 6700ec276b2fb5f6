import Testing

struct JqTests {
    @Test(arguments: [
        (#"echo '{"a":{"b":1}}' | jq ."#, "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n"),
        (#"echo '{"a":{"b":1}}' | jq -c ."#, "{\"a\":{\"b\":1}}\n"),
        (#"echo '{"a":{"b":1}}' | jq .a.b"#, "1\n"),
        (#"echo '{"a":[1,2,3]}' | jq '.a[0], .a[-1], .a[5]'"#, "1\n3\nnull\n"),
        (#"echo '{"a":[1,2,3]}' | jq -c '.a[1:], .a[:1]'"#, "[2,3]\n[1]\n"),
        (#"echo '{"a":[1,2,3]}' | jq '.a[]'"#, "1\n2\n3\n"),
        (#"echo '{"a":"x"}' | jq -r .a"#, "x\n"),
        (#"echo '{"a-b":1,"c d":2}' | jq '."a-b", .["c d"]'"#, "1\n2\n"),
        (#"echo '{"a":null}' | jq '.a.b.c'"#, "null\n"),
        (#"echo '{"a":1}' | jq '.a.b?'"#, ""),
        (#"echo '[{"a":1},{"a":2}]' | jq '.[].a'"#, "1\n2\n"),
        (#"echo '{"a":{"b":[{"c":7}]}}' | jq '.a.b[0].c'"#, "7\n"),
        (#"echo '{"b":1,"a":2}' | jq -S -c ."#, "{\"a\":2,\"b\":1}\n"),
        ("echo '[]' | jq .", "[]\n"),
        ("echo '{}' | jq .", "{}\n"),
        ("echo '[[],{}]' | jq .", "[\n  [],\n  {}\n]\n"),
        ("echo '1 2 3' | jq -c -s .", "[1,2,3]\n"),
        (#"echo '{"a":1}{"a":2}' | jq .a"#, "1\n2\n"),
        (#"echo '"a\tb\u0001\u3042"' | jq ."#, "\"a\\tb\\u0001あ\"\n"),
        (#"echo '{"a":[1,{"b":2}]}' | jq -c '[..|numbers]'"#, "[1,2]\n"),
    ])
    func `follows paths`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"echo '{"a":1,"b":2}' | jq -c '{a, c: .b}'"#, "{\"a\":1,\"c\":2}\n"),
        (#"echo '{"a":1,"b":2}' | jq -c '[.a, .b]'"#, "[1,2]\n"),
        (#"echo '{"k":"x","v":1}' | jq -c '{(.k): .v}'"#, "{\"x\":1}\n"),
        (#"echo '{"a":1}' | jq -r '"a is \(.a)"'"#, "a is 1\n"),
        ("jq -n '1+2*3, 7/2, 7%3, -1'", "7\n3.5\n1\n-1\n"),
        (#"jq -n '"a"+"b", [1]+[2], ({"a":1}+{"b":2}), null+1' -c"#, "\"ab\"\n[1,2]\n{\"a\":1,\"b\":2}\n1\n"),
        ("jq -n '[1,2,3]-[2]' -c", "[1,3]\n"),
        (#"jq -n '{"a":{"x":1}} * {"a":{"y":2}}' -c"#, "{\"a\":{\"x\":1,\"y\":2}}\n"),
        ("jq -n '[range(5)], [range(2;4)], [range(0;10;3)]' -c", "[0,1,2,3,4]\n[2,3]\n[0,3,6,9]\n"),
        ("jq -n '1 as $x | [$x, $x+1]' -c", "[1,2]\n"),
        ("jq -n '[1,2] as [$a,$b] | $a+$b'", "3\n"),
        ("jq --arg x hi -n '$x'", "\"hi\"\n"),
        (#"jq --argjson x '{"q":1}' -n -c '$x.q'"#, "1\n"),
        ("jq -n 'reduce range(5) as $i (0; .+$i)'", "10\n"),
        ("jq -n '[foreach range(4) as $i (0; .+$i)]' -c", "[0,1,3,6]\n"),
        ("jq -n 'def f(x): x*2; f(3)'", "6\n"),
        ("jq -n 'def fac: if . < 2 then 1 else . * (. - 1 | fac) end; 5 | fac'", "120\n"),
        ("jq -n '[limit(2; 1,2,3)], first(4,5)' -c", "[1,2]\n4\n"),
        (#"jq -n '"x" * 3'"#, "\"xxx\"\n"),
        (
            #"echo '{"a":1.5,"b":1e3,"c":100000000000,"d":0.00001}' | jq -c ."#,
            "{\"a\":1.5,\"b\":1000,\"c\":100000000000,\"d\":1e-05}\n"
        ),
    ])
    func `builds values`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("echo '[1,5,3]' | jq -c 'map(select(.>2))'", "[5,3]\n"),
        (#"echo '[{"n":"a","v":1},{"n":"b","v":2}]' | jq -c '.[]|select(.n=="b")'"#, "{\"n\":\"b\",\"v\":2}\n"),
        (#"echo '{"a":1}' | jq 'if .a == 1 then "one" elif .a == 2 then "two" else "many" end'"#, "\"one\"\n"),
        (#"echo '{"a":null}' | jq '.a // "default"'"#, "\"default\"\n"),
        (#"echo '{"a":false}' | jq '.a // "default"'"#, "\"default\"\n"),
        ("echo '[true,false,null]' | jq -c 'map(not), any, all'", "[false,true,true]\ntrue\nfalse\n"),
        (#"echo '{"a":1}' | jq 'has("a"), has("b")'"#, "true\nfalse\n"),
        (#"echo '["ab","cd"]' | jq -c 'map(test("^a")), map(startswith("c"))'"#, "[true,false]\n[false,true]\n"),
        ("echo '[1,2,3]' | jq 'any(.>2), all(.>0), index(2), contains([2])'", "true\ntrue\n1\ntrue\n"),
        (#"jq -n '1 < 2, "a" < "b", [] < {}, null < false'"#, "true\ntrue\ntrue\ntrue\n"),
        (#"jq -n '1 == 1.0, "a" == "b", 1 != 2'"#, "true\nfalse\ntrue\n"),
        ("jq -n '(1,2) and true, false or true' -c", "true\ntrue\ntrue\n"),
        (#"echo '{"a":1}' | jq -e .b; echo $?"#, "null\n1\n"),
        (#"echo '{"a":1}' | jq -e .a; echo $?"#, "1\n0\n"),
    ])
    func `selects and tests`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (
            "echo '[3,1,2]' | jq -c 'sort, reverse, add, min, max, length, first, last'",
            "[1,2,3]\n[2,1,3]\n6\n1\n3\n3\n3\n2\n"
        ),
        (
            #"echo '{"b":1,"a":2}' | jq -c 'keys, length, to_entries, map_values(.+1), with_entries(.value+=1)'"#,
            #"""
            ["a","b"]
            2
            [{"key":"b","value":1},{"key":"a","value":2}]
            {"b":2,"a":3}
            {"b":2,"a":3}

            """#
        ),
        (
            #"""
            echo '[{"k":"x","v":1},{"k":"x","v":2},{"k":"y","v":3}]' | jq -c 'group_by(.k), unique_by(.k), \#
            max_by(.v), min_by(.v)'
            """#,
            #"""
            [[{"k":"x","v":1},{"k":"x","v":2}],[{"k":"y","v":3}]]
            [{"k":"x","v":1},{"k":"y","v":3}]
            {"k":"y","v":3}
            {"k":"x","v":1}

            """#
        ),
        (
            #"echo '[{"v":2},{"v":1}]' | jq -c 'sort_by(.v), map(.v), (map(.v)|add)'"#,
            "[{\"v\":1},{\"v\":2}]\n[2,1]\n3\n"
        ),
        (#"echo '["a","b"]' | jq -r 'join(",")'"#, "a,b\n"),
        (
            #"echo '"a,b"' | jq -c 'split(","), ascii_upcase, length, explode, ltrimstr("a"), rtrimstr("b")'"#,
            "[\"a\",\"b\"]\n\"A,B\"\n3\n[97,44,98]\n\",b\"\n\"a,\"\n"
        ),
        ("echo '[1,[2,[3]]]' | jq -c 'flatten, flatten(1)'", "[1,2,3]\n[1,2,[3]]\n"),
        ("echo '[1,2,2,1]' | jq -c 'unique'", "[1,2]\n"),
        (
            #"echo '{"a":{"b":1}}' | jq -c 'paths, [paths(type=="number")], getpath(["a","b"])'"#,
            "[\"a\"]\n[\"a\",\"b\"]\n[[\"a\",\"b\"]]\n1\n"
        ),
        (#"echo '["1","x"]' | jq -c '.[0]|tonumber'"#, "1\n"),
        (
            #"echo '[1,"a",null,true,[],{}]' | jq -c 'map(type), map(tostring)'"#,
            #"""
            ["number","string","null","boolean","array","object"]
            ["1","a","null","true","[]","{}"]

            """#
        ),
        (#"echo '{"a":[1,2]}' | jq -c 'tojson, (tojson|fromjson)'"#, "\"{\\\"a\\\":[1,2]}\"\n{\"a\":[1,2]}\n"),
        (
            #"echo '"foobar"' | jq -c 'sub("o+";"0"), gsub("o";"x"), [scan("o")], test("BAR";"i")'"#,
            "\"f0bar\"\n\"fxxbar\"\n[\"o\",\"o\"]\ntrue\n"
        ),
        (#"jq -n '"x-y"|capture("(?<l>.)-(?<r>.)")' -c"#, "{\"l\":\"x\",\"r\":\"y\"}\n"),
        ("jq -n '[1,2]|combinations' 2>&1 | head -n 0; jq -n '[[1,2],[3,4]]|transpose' -c", "[[1,3],[2,4]]\n"),
        (#"jq -n '"2023-11-14T22:13:20Z"|fromdate'"#, "1700000000\n"),
        ("jq -n '1700000000|todate'", "\"2023-11-14T22:13:20Z\"\n"),
        ("jq -n '[1.5,2.5]|map(floor), map(ceil), (.[0]|sqrt|floor)' -c", "[1,2]\n[2,3]\n1\n"),
        (#"jq -n '{"a":1}|to_entries|from_entries' -c"#, "{\"a\":1}\n"),
        (#"jq -n '[{"name":"a","value":1}]|from_entries' -c"#, "{\"a\":1}\n"),
        (#"jq -n 'try error("x") catch .'"#, "\"x\"\n"),
        ("jq -n '[.[]?]' -c", "[]\n"),
        (
            #"jq -n '"abc"|.[1:2], ascii_downcase, (.|@base64), ("YWJj"|@base64d)'"#,
            "\"b\"\n\"abc\"\n\"YWJj\"\n\"abc\"\n"
        ),
        (
            #"jq -n '[1,"a b",null]|@csv, @tsv, @sh, @json' -r"#,
            "1,\"a b\",\n1\ta b\t\n1 'a b' null\n[1,\"a b\",null]\n"
        ),
        (#"jq -n '"<&>"|@html' -r"#, "&lt;&amp;&gt;\n"),
        (#"jq -n '"a b/c"|@uri' -r"#, "a%20b%2Fc\n"),
        (#"jq -n '{"a":1}|.a as $x|[$x,.a]' -c"#, "[1,1]\n"),
        (#"jq -n '[1,[2]]|walk(if type=="number" then .+1 else . end)' -c"#, "[2,[3]]\n"),
        ("jq -n 'env.HOME, $ENV.HOME'", "\"/root\"\n\"/root\"\n"),
        (
            #"""
            jq -n '[recurse(if . < 3 then .+1 else empty end)]' -c 2>/dev/null; jq -n '1|[recurse(if . < 3 \#
            then .+1 else empty end)]' -c
            """#,
            "[null,1,2,3]\n[1,2,3]\n"
        ),
    ])
    func `has functions`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"echo '{"spec":{"replicas":1}}' | jq -c '.spec.replicas = 3'"#, "{\"spec\":{\"replicas\":3}}\n"),
        (#"echo '{"a":1}' | jq -c '.a |= .+1'"#, "{\"a\":2}\n"),
        (#"echo '{"a":1}' | jq -c '.a += 5, .b = 2'"#, "{\"a\":6}\n{\"a\":1,\"b\":2}\n"),
        (
            #"echo '{"a":[1,2]}' | jq -c '.a[0] = 9, .a += [3], del(.a[0])'"#,
            "{\"a\":[9,2]}\n{\"a\":[1,2,3]}\n{\"a\":[2]}\n"
        ),
        (#"echo '{"a":1,"b":2}' | jq -c 'del(.a), del(.a,.b)'"#, "{\"b\":2}\n{}\n"),
        (#"echo '{"a":[{"n":1},{"n":2}]}' | jq -c '.a[].n |= .*10'"#, "{\"a\":[{\"n\":10},{\"n\":20}]}\n"),
        (
            #"echo '{"a":[{"n":"x","v":1},{"n":"y","v":2}]}' | jq -c '(.a[]|select(.n=="y")).v = 7'"#,
            "{\"a\":[{\"n\":\"x\",\"v\":1},{\"n\":\"y\",\"v\":7}]}\n"
        ),
        ("echo '{}' | jq -c '.a.b.c = 1, .x[1] = 2'", "{\"a\":{\"b\":{\"c\":1}}}\n{\"x\":[null,2]}\n"),
        (#"echo '{"a":1}' | jq -c 'delpaths([["a"]]), setpath(["b","c"];2)'"#, "{}\n{\"a\":1,\"b\":{\"c\":2}}\n"),
        ("echo '[1,2,3]' | jq -c 'del(.[0,2])'", "[2]\n"),
        (#"echo '{"a":null}' | jq -c '.a //= 4'"#, "{\"a\":4}\n"),
    ])
    func `changes values`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"echo '{"a":[1]}' | jq --tab ."#, "{\n\t\"a\": [\n\t\t1\n\t]\n}\n"),
        (#"echo '{"a":[1]}' | jq --indent 1 ."#, "{\n \"a\": [\n  1\n ]\n}\n"),
        (#"echo '["x",1]' | jq -j '.[]'; echo"#, "x1\n"),
        (#"echo '["x",1]' | jq -r '.[]'"#, "x\n1\n"),
        (#"echo '"é"' | jq -a ."#, "\"\\u00e9\"\n"),
        (#"printf 'a\nb\n' | jq -R ."#, "\"a\"\n\"b\"\n"),
        (#"printf 'a\nb\n' | jq -R -s -c 'split("\n")'"#, "[\"a\",\"b\",\"\"]\n"),
        (#"echo '{"a":1}' > f; jq .a f"#, "1\n"),
        (
            #"echo '{"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}]}' | jq -r '.items[].metadata.name'"#,
            "a\nb\n"
        ),
    ])
    func `prints in other forms`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"echo '{"a":1}' | jq .a.b; echo $?"#, "jq: error (at <stdin>:1): Cannot index number with string \"b\"\n5\n"),
        (#"echo '{"a":1}' | jq '.[0]'; echo $?"#, "jq: error (at <stdin>:1): Cannot index object with number\n5\n"),
        ("echo '5' | jq '.[]'; echo $?", "jq: error (at <stdin>:1): Cannot iterate over number (5)\n5\n"),
        ("echo bad | jq .; echo $?", "parse error: Invalid numeric literal at line 2, column 0\n4\n"),
        (#"echo '{"a":1' | jq .; echo $?"#, "parse error: Unfinished JSON term at EOF at line 2, column 0\n4\n"),
        (
            "jq -n 'foo'; echo $?",
            "jq: error: foo/0 is not defined at <top-level>, line 1:\nfoo\njq: 1 compile error\n3\n"
        ),
        ("jq . nofile; echo $?", "jq: error: Could not open file nofile: No such file or directory\n2\n"),
        ("jq -n '{} + 1'; echo $?", "jq: error (at <unknown>): object ({}) and number (1) cannot be added\n5\n"),
        (
            #"jq -n '"a" - 1'; echo $?"#,
            "jq: error (at <unknown>): string (\"a\") and number (1) cannot be subtracted\n5\n"
        ),
        ("jq -n '[] | keys | .[0] | error'; echo $?", "0\n"),
        ("jq -n '1/0' > /dev/null 2>&1; echo $? | head -c 0", ""),
        (#"jq -n 'error("x")'; echo $?"#, "jq: error (at <unknown>): x\n5\n"),
    ])
    func `says what is wrong`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
