import Testing

/// Recorded from bash 5.2 with the GNU tools, in an empty folder.
struct EverydayScriptsTests {
    @Test(
        arguments: [
            (
                ##"""
                cat > app.conf <<'EOF'
                # comment
                host=localhost
                port = 8080

                debug=true
                EOF
                while IFS='=' read -r k v; do k=$(echo $k | xargs); v=$(echo $v | xargs); [[ -z $k || $k == \#* ]] && continue; echo "$k -> $v"; done < app.conf
                grep -v '^#' app.conf | grep -v '^$' | awk -F= '{gsub(/ /,""); print $1":"$2}'; sed -n 's/^host=//p' app.conf; . ./app.conf 2>/dev/null; echo $host
                """##,
                ##"""
                host -> localhost
                port -> 8080
                debug -> true
                host:localhost
                port:8080
                debug:true
                localhost
                localhost

                """##
            ),
            (
                ##"""
                cat <<EOF > pods.txt
                NAME        READY   STATUS             RESTARTS   AGE
                web-1       1/1     Running            0          5m
                web-2       0/1     CrashLoopBackOff   7          5m
                db-0        1/1     Running            1          3h
                EOF
                grep -v NAME pods.txt | awk '{print $1}'; awk '$3!="Running" && NR>1 {print $1}' pods.txt; grep -c Running pods.txt; tail -n +2 pods.txt | sort -k4 -n -r | head -1; column -t pods.txt | head -2; awk 'NR>1{c[$3]++} END{for(k in c) print k, c[k]}' pods.txt | sort; cut -c1-5 pods.txt; tr -s ' ' < pods.txt | cut -d' ' -f1,3; while read -r n r s rest; do [ "$s" = Running ] && echo "$n ok"; done < pods.txt; for p in $(awk 'NR>1{print $1}' pods.txt); do echo "kubectl delete pod $p"; done; awk 'NR>1 {print $1}' pods.txt | xargs -I {} echo kubectl get pod {}; sed 's/Running/OK/' pods.txt | grep -n OK; ! grep -q Failed pods.txt && echo nofail
                """##,
                ##"""
                web-1
                web-2
                db-0
                web-2
                2
                web-2       0/1     CrashLoopBackOff   7          5m
                NAME   READY  STATUS            RESTARTS  AGE
                web-1  1/1    Running           0         5m
                CrashLoopBackOff 1
                Running 2
                NAME 
                web-1
                web-2
                db-0 
                NAME STATUS
                web-1 Running
                web-2 CrashLoopBackOff
                db-0 Running
                web-1 ok
                db-0 ok
                kubectl delete pod web-1
                kubectl delete pod web-2
                kubectl delete pod db-0
                kubectl get pod web-1
                kubectl get pod web-2
                kubectl get pod db-0
                2:web-1       1/1     OK            0          5m
                4:db-0        1/1     OK            1          3h
                nofail

                """##
            ),
            (
                ##"""
                for n in $(seq 1 15); do if (( n % 15 == 0 )); then echo FizzBuzz; elif (( n % 5 == 0 )); then echo Buzz; elif (( n % 3 == 0 )); then echo Fizz; else echo $n; fi; done
                i=1; while [ "$i" -le 3 ]; do printf 'Line %02d\n' "$i"; i=$(expr $i + 1); done
                fact() { if [ $1 -le 1 ]; then echo 1; else local t=$(fact $(( $1 - 1 ))); echo $(( $1 * t )); fi; }; fact 10
                a=0; b=1; for ((i=0;i<10;i++)); do echo -n "$a "; t=$((a+b)); a=$b; b=$t; done; echo
                while read -r line; do set -- $line; echo "$2 $1"; done <<'EOF'
                hello world
                foo bar
                EOF
                count=0; while IFS= read -r l; do count=$((count+1)); done < <(seq 5); echo $count
                until false; do echo once; break; done
                for f in a b c; do echo $f; done | sort -r; for i in 1 2 3; do echo $i; done > out; cat out; seq 3 | while read n; do echo "n=$n"; done; echo "n=[$n]"
                """##,
                ##"""
                1
                2
                Fizz
                4
                Buzz
                Fizz
                7
                8
                Fizz
                Buzz
                11
                Fizz
                13
                14
                FizzBuzz
                Line 01
                Line 02
                Line 03
                3628800
                0 1 1 2 3 5 8 13 21 34 
                world hello
                bar foo
                5
                once
                c
                b
                a
                1
                2
                3
                n=1
                n=2
                n=3
                n=[15]

                """##
            ),
            (
                ##"""
                for i in 1 2 3; do printf "%-10s %5d\n" "item$i" $((i*100)); done; printf '%s\n' {a..c}; printf '=%.0s' {1..10}; echo; printf '%s=%s\n' k1 v1 k2 v2; printf "%s\n" "$@"; printf '%d items\n' "$(seq 5 | wc -l)"
                """##,
                ##"""
                item1        100
                item2        200
                item3        300
                a
                b
                c
                ==========
                k1=v1
                k2=v2

                5 items

                """##
            ),
            (
                ##"""
                for i in {1..3}; do mkdir -p d$i; done; ls; n=3; echo {1..$n}; echo {a..c}; echo {3..1}; echo x{,y}z; echo "{a,b}"; echo {a,b}{1,2}; echo {1..10..3}; echo pre{a,b,c}post; echo {a,{b,c}}; mkdir -p p/{x,y}/{1,2}; find p -type d | sort; echo {1..2}{1..2}; echo ${n}{a,b}; echo {-1..1}; echo {01..10..3}
                """##,
                ##"""
                d1
                d2
                d3
                {1..3}
                a b c
                3 2 1
                xz xyz
                {a,b}
                a1 a2 b1 b2
                1 4 7 10
                preapost prebpost precpost
                a b c
                p
                p/x
                p/x/1
                p/x/2
                p/y
                p/y/1
                p/y/2
                11 12 21 22
                3a 3b
                -1 0 1
                01 04 07 10

                """##
            ),
            (
                ##"""
                parse() { local OPTIND; while getopts "ab:c" o; do case $o in a) echo A;; b) echo "B=$OPTARG";; c) echo C;; \?) echo bad;; esac; done; shift $((OPTIND-1)); echo "rest: $*"; }
                parse -a -b val -c x y; parse -abfoo z; parse -z; parse -b; echo $?
                """##,
                ##"""
                A
                B=val
                C
                rest: x y
                A
                B=foo
                rest: z
                bash: illegal option -- z
                bad
                rest: 
                bash: option requires an argument -- b
                bad
                rest: 
                0

                """##
            ),
            (
                ##"""
                IFS=:; x="a:b:c"; for i in $x; do echo $i; done; set -- $x; echo $#; unset IFS; x=$' a  b\tc\nd '; for i in $x; do echo "<$i>"; done; IFS=; for i in $x; do echo "<$i>"; done; IFS=', '; x='a, b,c ,d'; for i in $x; do echo "<$i>"; done; IFS=:; y="::a::"; for i in $y; do echo "<$i>"; done
                """##,
                ##"""
                a
                b
                c
                3
                <a>
                <b>
                <c>
                <d>
                < a  b	c
                d >
                <a>
                <b>
                <c>
                <d>
                <>
                <>
                <a>
                <>

                """##
            ),
        ] as [(String, String)])
    func `runs everyday scripts`(script: String, prints: String) {
        expectTranscript(of: script, is: prints)
    }
}
