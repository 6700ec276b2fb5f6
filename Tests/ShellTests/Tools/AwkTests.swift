import Testing

struct AwkTests {
    @Test(arguments: [
        (#"printf 'a 1 x\nb 2 y\n' | awk '{print $1}'"#, "a\nb\n"),
        (#"printf 'a 1 x\nb 2 y\n' | awk '{print $2, $1}'"#, "1 a\n2 b\n"),
        (#"printf 'a 1 x\nb 2 y\n' | awk '{print $NF, NF, NR}'"#, "x 3 1\ny 3 2\n"),
        (#"printf 'a 1 x\nb 2 y\n' | awk '{print $1 "-" $2}'"#, "a-1\nb-2\n"),
        (#"printf 'a 1 x\nb 2 y\n' | awk '{$2="Z"; print}'"#, "a Z x\nb Z y\n"),
        (#"printf 'a:b:c\n' | awk -F: '{print $2}'"#, "b\n"),
        (#"printf 'a, b\n' | awk -F', ' '{print $2}'"#, "b\n"),
        (#"printf 'a,b;c\n' | awk -F'[,;]' '{print $2 $3}'"#, "bc\n"),
        (#"printf 'a\tb c\n' | awk -F'\t' '{print $2}'"#, "b c\n"),
        (#"printf 'a|b\n' | awk -F'|' '{print $2}'"#, "b\n"),
        (#"printf 'a b\n' | awk 'BEGIN{OFS="-"} {$1=$1; print}'"#, "a-b\n"),
        (#"printf '  a   b  \n' | awk '{print $1 $2}'"#, "ab\n"),
        (#"printf 'a b c d\n' | awk '{print $(NF-1)}'"#, "c\n"),
        (#"printf 'x y z\n' | awk '{NF=2; print; print NF}'"#, "x y\n2\n"),
        (#"printf 'x\n' | awk '{$3="z"; print; print NF}'"#, "x  z\n3\n"),
        (#"printf 'a b\n' | awk '{t=$1;$1=$2;$2=t;print}'"#, "b a\n"),
        (#"printf 'a b c\n' | awk '{for(i=NF;i>0;i--) printf "%s%s", $i, (i>1?OFS:ORS)}'"#, "c b a\n"),
        ("echo 'a b' > f; awk '{print FILENAME, $0}' f", "f a b\n"),
    ])
    func `prints fields`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"printf 'a 1\nb 2\nc 3\n' | awk '$2>1'"#, "b 2\nc 3\n"),
        (#"printf 'a 1\nb 2\nc 3\n' | awk '/b/'"#, "b 2\n"),
        (#"printf 'a 1\nb 2\nc 3\n' | awk '!/b/'"#, "a 1\nc 3\n"),
        (#"printf 'a 1\nb 2\nc 3\n' | awk '$1=="c"{print $2}'"#, "3\n"),
        (#"printf 'a 1\nb 2\nc 3\n' | awk '$1 ~ /[ac]/'"#, "a 1\nc 3\n"),
        (#"printf 'a 1\nb 2\nc 3\n' | awk '$1 !~ /[ac]/'"#, "b 2\n"),
        (#"printf 'a 1\nb 2\nc 3\n' | awk 'NR==2'"#, "b 2\n"),
        (#"printf 'a 1\nb 2\nc 3\n' | awk 'NR>1 && $2<3'"#, "b 2\n"),
        (#"printf 'a\nb\nc\nd\n' | awk '/b/,/c/'"#, "b\nc\n"),
        (#"printf 'a 1\nb 2\n' | awk 'END{print NR}'"#, "2\n"),
        (#"printf 'a\n\nb\n' | awk NF"#, "a\nb\n"),
        (#"printf '10\n9\n' | awk '$1>9'"#, "10\n"),
        (#"printf 'abc\n10\n' | awk '$1>9'"#, "abc\n10\n"),
        (#"printf 'a\nb\n' | awk 'NR==1{next} {print "r" $0}'"#, "rb\n"),
        (#"printf 'a\na\nb\n' | awk '!seen[$0]++'"#, "a\nb\n"),
        (#"printf 'a\nb\n' | awk '1; /a/{exit 3}'; echo $?"#, "a\n3\n"),
        (#"printf 'one\ntwo\n\nthree\n' | awk 'BEGIN{RS=""}{print NR": "$1}'"#, "1: one\n2: three\n"),
        (#"printf 'a;b;c' | awk 'BEGIN{RS=";"}{print}'"#, "a\nb\nc\n"),
        (#"printf 'Running 1\nPending 2\n' | awk '$1!="Running"{print $2}'"#, "2\n"),
    ])
    func `selects records`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        ("awk 'BEGIN{print 1+1, 10/4, 2^10, 7%3, -2^2}'", "2 2.5 1024 1 -4\n"),
        (#"awk 'BEGIN{print "x" "y", 1 " " 2, 1==1.0, "a"<"b", "10"<"9", 10<9}'"#, "xy 1 2 1 1 1 0\n"),
        (#"printf '1\n2\n3\n' | awk '{s+=$1} END{print s, s/NR}'"#, "6 2\n"),
        (#"printf '3\n10\n9\n' | awk '{if($1>m) m=$1} END{print m}'"#, "10\n"),
        ("awk 'BEGIN{print 1e6, 0.1+0.2, 1/3, 3.0, 1e-5, 123456789}'", "1000000 0.3 0.333333 3 1e-05 123456789\n"),
        ("awk 'BEGIN{x=5; x+=2; x-=1; x*=3; x/=2; print x, x++, ++x, x--, --x}'", "9 9 11 11 9\n"),
        (#"awk 'BEGIN{print int(3.9), int(-3.9), sqrt(16), int("12abc")}'"#, "3 -3 4 12\n"),
        (#"awk 'BEGIN{print !0, !1, !"", !"a", 1&&0, 1||0}'"#, "1 0 1 0 0 1\n"),
        ("awk -v x=5 'BEGIN{print x*2}'", "10\n"),
        (#"awk -v s='a\tb' 'BEGIN{print s}'"#, "a\tb\n"),
        (#"awk 'BEGIN{print 5 " items"; print -1 " " -2}'"#, "5 items\n-1-2\n"),
        (#"awk 'BEGIN{a="5"; b=5; print (a==b), a+b, a b}'"#, "1 10 55\n"),
        (#"awk 'BEGIN{print x+0, x "", length(x)}'"#, "0  0\n"),
        (#"awk 'BEGIN{OFMT="%.2f"; print 3.14159; x = 3.14159 ""; print x}'"#, "3.14\n3.14159\n"),
    ])
    func `calculates`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"awk 'BEGIN{if(1<2) print "lt"; else print "ge"}'"#, "lt\n"),
        (#"awk 'BEGIN{for(i=0;i<3;i++) printf "%d ", i; print ""}'"#, "0 1 2 \n"),
        ("awk 'BEGIN{while(i<3){i++}; print i; do {i--} while(i>0); print i}'", "3\n0\n"),
        ("awk 'BEGIN{for(i=0;i<5;i++){if(i==1)continue; if(i==3)break; print i}}'", "0\n2\n"),
        (#"printf 'b 1\na 2\nb 3\n' | awk '{a[$1]+=$2} END{for(k in a) print k, a[k]}' | sort"#, "a 2\nb 4\n"),
        (#"awk 'BEGIN{x["a"]=1; if("a" in x) print "in"; delete x["a"]; if(!("a" in x)) print "gone"}'"#, "in\ngone\n"),
        ("awk 'BEGIN{a[1,2]=3; for(k in a){split(k,p,SUBSEP); print p[1], p[2], a[k]}}'", "1 2 3\n"),
        ("awk 'function f(a,b){return a+b} BEGIN{print f(2,3)}'", "5\n"),
        ("awk 'function g(n){return n<2?1:n*g(n-1)} BEGIN{print g(5)}'", "120\n"),
        (#"awk 'function h(arr){arr["x"]=9} BEGIN{h(z); print z["x"]}'"#, "9\n"),
        (#"awk 'BEGIN { n = split("c a b", w); for (i = n; i > 0; i--) print w[i] }'"#, "b\na\nc\n"),
        (#"awk 'BEGIN{exit 3} END{print "end"}'; echo $?"#, "end\n3\n"),
    ])
    func `has control structures and arrays`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"awk 'BEGIN{print length("hello"), toupper("abc"), tolower("DEF")}'"#, "5 ABC def\n"),
        (
            #"awk 'BEGIN{print substr("hello",2,3), substr("hello",4), index("hello","l"), index("hello","z")}'"#,
            "ell lo 3 0\n"
        ),
        (#"awk 'BEGIN{n=split("a,b,c",p,","); print n, p[1], p[3]}'"#, "3 a c\n"),
        (#"awk 'BEGIN{s="aXbX"; n=gsub(/X/,"<&>",s); print n, s}'"#, "2 a<X>b<X>\n"),
        (#"echo 'foo bar' | awk '{sub(/o+/,"0"); print}'"#, "f0 bar\n"),
        (#"echo 'a.b.c' | awk '{gsub(/\./,"-"); print}'"#, "a-b-c\n"),
        (#"echo 'a b' | awk '{gsub("a","x",$1); print}'"#, "x b\n"),
        (#"awk 'BEGIN{print match("foobar",/o+/), RSTART, RLENGTH}'"#, "2 2 2\n"),
        (#"awk 'BEGIN{print match("foo",/z/), RSTART, RLENGTH}'"#, "0 0 -1\n"),
        (
            #"awk 'BEGIN{printf "%5d|%-5s|%.2f|%05d|%x|%c|%%\n", 42, "ab", 3.14159, 7, 255, 65}'"#,
            "   42|ab   |3.14|00007|ff|A|%\n"
        ),
        (#"awk 'BEGIN{printf "%s %s\n", "a", "b"; printf("%d\n", 3.9)}'"#, "a b\n3\n"),
        (#"awk 'BEGIN{x=sprintf("%03d-%s", 5, "z"); print x}'"#, "005-z\n"),
        (#"awk 'BEGIN{s="a"; s=s s; print s "b"}'"#, "aab\n"),
        (#"echo '5 apples' | awk '$1+0 > 3 {print "many"}'"#, "many\n"),
        (#"awk 'BEGIN { "x" ~ /x/ && y=1; print y }'"#, "1\n"),
    ])
    func `has functions of texts`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }

    @Test(arguments: [
        (#"echo hi | awk '{print > "o"}'; cat o"#, "hi\n"),
        (#"printf 'a\nb\n' | awk '{print > $1 ".txt"}'; cat a.txt b.txt"#, "a\nb\n"),
        (#"printf 'b\na\n' | awk '{print | "sort"}'"#, "a\nb\n"),
        (#"echo hi | awk '{print "e" > "/dev/stderr"}'"#, "e\n"),
        (#"printf 'x\ny\n' > f; awk 'BEGIN{while((getline l < "f") > 0) print "got " l}'"#, "got x\ngot y\n"),
        (#"printf '1\n2\n3\n4\n' | awk '{getline nx; print $0 "-" nx}'"#, "1-2\n3-4\n"),
        ("echo a > f; awk '{print v $0}' v=1 f v=2 f", "1a\n2a\n"),
        (#"awk '{print ENVIRON["HOME"]}' <<< x"#, "/root\n"),
    ])
    func `writes to files and commands`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
