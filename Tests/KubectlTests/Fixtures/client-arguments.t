# What kubectl 1.36 says to wrong arguments and flags before it asks a server
$ kubectl label pods
error: at least one label update is required
[1]
$ kubectl label
error: one or more resources must be specified as <resource> <name> or <resource>/<name>
[1]
$ kubectl label pods p
error: at least one label update is required
[1]
$ kubectl label pods p a
error: at least one label update is required
[1]
$ kubectl label pods --all --selector=a=b x=y
error: cannot set --all and --selector at the same time
[1]
$ kubectl annotate
error: one or more resources must be specified as <resource> <name> or <resource>/<name>
[1]
$ kubectl patch
error: must specify --patch or --patch-file containing the contents of the patch
[1]
$ kubectl run
error: required flag(s) "image" not set
[1]
$ kubectl run p
error: required flag(s) "image" not set
[1]
$ kubectl run p --image=nginx --restart=X --dry-run=client
error: invalid restart policy: X
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx --env=A --dry-run=client
error: invalid env: A
[1]
$ kubectl run p --image='bad image' --dry-run=client
error: Invalid image name "bad image": invalid reference format
[1]
$ kubectl run p --image=nginx --port=x --dry-run=client
error: strconv.Atoi: parsing "x": invalid syntax
[1]
$ kubectl run p --image=nginx --labels=a --dry-run=client
error: unexpected label spec: a
[1]
$ kubectl run p --image=nginx --rm --dry-run=client
error: --rm should only be used for attached containers
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx --tty --dry-run=client
error: -i/--stdin is required for containers with -t/--tty=true
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx --requests=cpu=1
error: unknown flag: --requests
See 'kubectl run --help' for usage.
[1]
$ kubectl expose
error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
[1]
$ kubectl scale
error: required flag(s) "replicas" not set
[1]
$ kubectl scale deployment web
error: required flag(s) "replicas" not set
[1]
$ kubectl scale --replicas=-1 deployment web
error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0
[1]
$ kubectl scale --replicas=x deployment web
error: invalid argument "x" for "--replicas" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl scale --help' for usage.
[1]
$ kubectl scale --replicas=1
error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
[1]
$ kubectl autoscale
error: required flag(s) "max" not set
[1]
$ kubectl autoscale deployment web
error: required flag(s) "max" not set
[1]
$ kubectl autoscale deployment web --max=0
error: --max=MAXPODS is required and must be at least 1, max: 0
[1]
$ kubectl autoscale deployment web --min=5 --max=2
error: --max=MAXPODS must be larger or equal to --min=MINPODS, max: 2, min: 5
[1]
$ kubectl rollout foo
error: unknown command "foo"
See 'kubectl rollout -h' for help and examples
[1]
$ kubectl rollout status
error: required resource not specified
[1]
$ kubectl rollout history
error: required resource not specified
[1]
$ kubectl rollout undo
error: required resource not specified
[1]
$ kubectl rollout restart
error: required resource not specified
[1]
$ kubectl rollout pause
error: required resource not specified
[1]
$ kubectl rollout undo deploy/x --to-revision=x
error: invalid argument "x" for "--to-revision" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl rollout undo --help' for usage.
[1]
$ kubectl logs
error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
POD or TYPE/NAME is a required argument for the logs command
See 'kubectl logs -h' for help and examples
[1]
$ kubectl logs a b c
error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
POD or TYPE/NAME is a required argument for the logs command
See 'kubectl logs -h' for help and examples
[1]
$ kubectl logs a --tail=x
error: invalid argument "x" for "--tail" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl logs --help' for usage.
[1]
$ kubectl logs a --since=x
error: invalid argument "x" for "--since" flag: time: invalid duration "x"
See 'kubectl logs --help' for usage.
[1]
$ kubectl logs -l a=b x
error: only a selector (-l) or a POD name is allowed
See 'kubectl logs -h' for help and examples
[1]
$ kubectl exec
error: pod, type/name or --filename must be specified
[1]
$ kubectl exec a
error: you must specify at least one command for the container
[1]
$ kubectl exec -- ls
error: pod, type/name or --filename must be specified
[1]
$ kubectl exec a ls
error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead
See 'kubectl exec -h' for help and examples
[1]
$ kubectl attach
error: at least 1 argument is required for attach
[1]
$ kubectl cp
error: source and destination are required
[1]
$ kubectl cp a
error: source and destination are required
[1]
$ kubectl cp a b c
error: source and destination are required
[1]
$ kubectl cp a b
error: one of src or dest must be a remote file specification
[1]
$ kubectl cp a:/x b:/y
error: one of src or dest must be a local file specification
[1]
$ kubectl port-forward
error: TYPE/NAME and list of ports are required for port-forward
See 'kubectl port-forward -h' for help and examples
[1]
$ kubectl port-forward p
error: TYPE/NAME and list of ports are required for port-forward
See 'kubectl port-forward -h' for help and examples
[1]
$ kubectl debug p --image=x --copy-to=y --target=z --profile=foo
error: unknown profile: foo
[1]
$ kubectl top foo
error: unknown command "foo"
See 'kubectl top -h' for help and examples
[1]
$ kubectl top pods --sort-by=foo
error: --sort-by accepts only cpu or memory
[1]
$ kubectl cordon
error: USAGE: cordon NODE [flags]
See 'kubectl cordon -h' for help and examples
[1]
$ kubectl cordon a b -l x=y
error: cannot specify both a node name and a --selector option
See 'kubectl cordon -h' for help and examples
[1]
$ kubectl uncordon
error: USAGE: uncordon NODE [flags]
See 'kubectl uncordon -h' for help and examples
[1]
$ kubectl drain
error: USAGE: drain NODE [flags]
See 'kubectl drain -h' for help and examples
[1]
$ kubectl drain a -l x=y
error: cannot specify both a node name and a --selector option
See 'kubectl drain -h' for help and examples
[1]
$ kubectl drain a b --grace-period=x
error: invalid argument "x" for "--grace-period" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl drain --help' for usage.
[1]
$ kubectl taint
error: one or more resources must be specified as <resource> <name>
[1]
$ kubectl taint nodes
error: at least one taint update is required
[1]
$ kubectl taint nodes n
error: at least one taint update is required
[1]
$ kubectl taint nodes n a=b:Foo
error: invalid taint effect: Foo, unsupported taint effect
See 'kubectl taint -h' for help and examples
[1]
$ kubectl taint nodes n a=b:NoSchedule:x
error: invalid taint spec: a=b:NoSchedule:x
See 'kubectl taint -h' for help and examples
[1]
$ kubectl taint nodes n a=b=c:NoSchedule
error: invalid taint spec: a=b=c:NoSchedule
See 'kubectl taint -h' for help and examples
[1]
$ kubectl taint nodes n a=b
error: invalid taint spec: a=b, name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
See 'kubectl taint -h' for help and examples
[1]
$ kubectl taint nodes n 'a b=c:NoSchedule'
error: invalid taint spec: a b=c:NoSchedule, name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
See 'kubectl taint -h' for help and examples
[1]
$ kubectl taint nodes n a='b c':NoSchedule
error: invalid taint spec: a=b c:NoSchedule, a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
See 'kubectl taint -h' for help and examples
[1]
$ kubectl certificate approve
error: one or more CSRs must be specified as <name> or -f <filename>
[1]
$ kubectl certificate deny
error: one or more CSRs must be specified as <name> or -f <filename>
[1]
$ kubectl wait
error: unrecognized condition: []
[1]
$ kubectl wait pod/x
error: unrecognized condition: []
[1]
$ kubectl wait --for=foo pod/x
error: unrecognized condition: "foo"
[1]
$ kubectl wait --for=condition pod/x
error: unrecognized condition: "condition"
[1]
$ kubectl wait --for=jsonpath= pod/x
error: jsonpath expression cannot be empty
[1]
$ kubectl wait --for=jsonpath='{.x' pod/x
error: unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'
[1]
$ kubectl wait --for=jsonpath='{.x}'= pod/x
error: jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3
[1]
$ kubectl wait --for=condition=a --timeout=x pod/x
error: invalid argument "x" for "--timeout" flag: time: invalid duration "x"
See 'kubectl wait --help' for usage.
[1]
$ kubectl events --types=Foo
error: valid --types are Normal or Warning
[1]
$ kubectl diff
error: must specify one of -f and -k
[2]
$ kubectl diff x
error: Unexpected args: [x]
See 'kubectl diff -h' for help and examples
[2]
$ kubectl apply
error: must specify one of -f and -k
[1]
$ kubectl apply x
error: Unexpected args: [x]
See 'kubectl apply -h' for help and examples
[1]
$ kubectl apply -f
error: flag needs an argument: 'f' in -f
See 'kubectl apply --help' for usage.
[1]
$ kubectl apply view-last-applied
error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
[1]
$ kubectl apply set-last-applied
error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
[1]
$ kubectl apply edit-last-applied
error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
[1]
$ kubectl apply foo
error: Unexpected args: [foo]
See 'kubectl apply -h' for help and examples
[1]
$ kubectl replace
error: must specify one of -f and -k
[1]
$ kubectl replace -f
error: flag needs an argument: 'f' in -f
See 'kubectl replace --help' for usage.
[1]
$ kubectl delete
error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
[1]
$ kubectl delete pods x --grace-period=x
error: invalid argument "x" for "--grace-period" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl delete --help' for usage.
[1]
$ kubectl delete pods x --now --grace-period=3
error: --now and --grace-period cannot be specified together
[1]
$ kubectl delete pods x --cascade=foo
error: invalid cascade value (foo). Must be "background", "foreground", or "orphan"
[1]
$ kubectl get
You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.

error: Required resource not specified.
Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).
See 'kubectl get -h' for help and examples
[1]
$ kubectl get -o
error: flag needs an argument: 'o' in -o
See 'kubectl get --help' for usage.
[1]
$ kubectl get pods --foo
error: unknown flag: --foo
See 'kubectl get --help' for usage.
[1]
$ kubectl get pods -z
error: unknown shorthand flag: 'z' in -z
See 'kubectl get --help' for usage.
[1]
$ kubectl get pods --raw=/x
error: arguments may not be passed when --raw is specified
[1]
$ kubectl get --raw x
error: --raw must be a valid URL path: parse "x": invalid URI for request
[1]
$ kubectl get pods -L
error: flag needs an argument: 'L' in -L
See 'kubectl get --help' for usage.
[1]
$ kubectl get pods --show-labels -o yaml
error: --show-labels option cannot be used with yaml printer
[1]
$ kubectl get pods --output-watch-events
error: --output-watch-events option can only be used with --watch or --watch-only
[1]
$ kubectl get pods --chunk-size=x
error: invalid argument "x" for "--chunk-size" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl get --help' for usage.
[1]
$ kubectl get pods --limit=5
error: unknown flag: --limit
See 'kubectl get --help' for usage.
[1]
$ kubectl describe
error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.
[1]
$ kubectl describe -o yaml
error: unknown shorthand flag: 'o' in -o
See 'kubectl describe --help' for usage.
[1]
$ kubectl explain
error: You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.
[1]
$ kubectl explain a b
error: We accept only this format: explain RESOURCE
[1]
$ kubectl edit
error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
[1]
$ kubectl auth foo
error: unknown command "foo"
See 'kubectl auth -h' for help and examples
[1]
$ kubectl auth can-i
error: you must specify two arguments: verb resource or verb resource/resourceName.
See 'kubectl auth can-i -h' for help and examples.
[1]
$ kubectl auth can-i a
error: you must specify two arguments: verb resource or verb resource/resourceName.
See 'kubectl auth can-i -h' for help and examples.
[1]
$ kubectl auth can-i a b c d
error: you must specify two arguments: verb resource or verb resource/resourceName.
See 'kubectl auth can-i -h' for help and examples.
[1]
$ kubectl auth can-i --list x
error: list option must be specified with no arguments
[1]
$ kubectl auth can-i get /x/ --subresource=y
error: --subresource can not be used with NonResourceURL
[1]
$ kubectl auth reconcile
error: must specify one of -f and -k
[1]
$ kubectl api-resources x
error: unexpected arguments: [x]
See 'kubectl api-resources -h' for help and examples
[1]
$ kubectl api-versions x
error: unexpected arguments: [x]
See 'kubectl api-versions -h' for help and examples
[1]
$ kubectl api-resources --sort-by=foo
error: --sort-by accepts only name or kind
[1]
$ kubectl api-resources -o foo
error: unable to match a printer suitable for the output format "foo", allowed formats are: json,kyaml,name,wide,yaml
[1]
$ kubectl plugin foo
error: unknown command "foo"
See 'kubectl plugin -h' for help and examples
[1]
$ kubectl foo
error: unknown command "foo" for "kubectl"

Did you mean this?
	top
[1]
$ kubectl gett
error: unknown command "gett" for "kubectl"

Did you mean this?
	set
	get
[1]
$ kubectl git pods
error: unknown command "git" for "kubectl"

Did you mean this?
	set
	get
	edit
	wait
[1]
$ kubectl creat
error: unknown command "creat" for "kubectl"

Did you mean this?
	create
[1]
$ kubectl descrbe
error: unknown command "descrbe" for "kubectl"

Did you mean this?
	describe
[1]
$ kubectl lgs
error: unknown command "lgs" for "kubectl"

Did you mean this?
	logs
[1]
$ kubectl --foo
error: unknown flag: --foo
See 'kubectl --help' for usage.
[1]
$ kubectl -x
error: unknown shorthand flag: 'x' in -x
See 'kubectl --help' for usage.
[1]
$ kubectl get --namespace
error: flag needs an argument: --namespace
See 'kubectl get --help' for usage.
[1]
$ kubectl run p --image=nginx --expose --dry-run=client -o yaml
error: --port must be set when exposing a service
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx --restart=X --dry-run=client
error: invalid restart policy: X
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx --env=A --dry-run=client
error: invalid env: A
[1]
$ kubectl run p --image='bad image' --dry-run=client
error: Invalid image name "bad image": invalid reference format
[1]
$ kubectl run p --image=nginx --port=x --dry-run=client
error: strconv.Atoi: parsing "x": invalid syntax
[1]
$ kubectl run p --image=nginx --labels=a --dry-run=client
error: unexpected label spec: a
[1]
$ kubectl run p --image=nginx --image-pull-policy=X --dry-run=client -o yaml
error: invalid image pull policy: X
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx --rm --dry-run=client
error: --rm should only be used for attached containers
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx -it --dry-run=client -o yaml
error: --dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx -it --rm --restart=Never --dry-run=client -o yaml -- sh
error: --dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)
See 'kubectl run -h' for help and examples
[1]
$ kubectl run p --image=nginx --tty --dry-run=client
error: -i/--stdin is required for containers with -t/--tty=true
See 'kubectl run -h' for help and examples
[1]
$ kubectl get pods --request-timeout=foo
error: Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)
[1]
$ kubectl --cluster=foo get pods
error: no server found for cluster "foo"
[1]
$ kubectl --user=foo get pods
error: auth info "foo" does not exist
[1]
$ kubectl create clusterrole r --aggregation-rule=a --dry-run=client -o yaml
error: invalid argument "a" for "--aggregation-rule" flag: malformed pair, expect string=string
See 'kubectl create clusterrole --help' for usage.
[1]
$ kubectl create rolebinding b --clusterrole=r --user=u,v --group=g --serviceaccount=n:s --dry-run=client -o yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: b
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: r
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: u,v
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: g
- kind: ServiceAccount
  name: s
  namespace: "n"
$ kubectl create deployment web --image=nginx --port=80 --dry-run=client -o kyaml
---
{
  kind: "Deployment",
  apiVersion: "apps/v1",
  metadata: {
    name: "web",
    labels: {
      app: "web",
    },
  },
  spec: {
    replicas: 1,
    selector: {
      matchLabels: {
        app: "web",
      },
    },
    template: {
      metadata: {
        labels: {
          app: "web",
        },
      },
      spec: {
        containers: [{
          name: "nginx",
          image: "nginx",
          ports: [{
            containerPort: 80,
          }],
          resources: {},
        }],
      },
    },
    strategy: {},
  },
  status: {},
}
$ kubectl run nginx --image=nginx --annotations=a --dry-run=client -o yaml
error: invalid annotations format: a
[1]
$ kubectl run nginx --image=nginx --pod-running-timeout=0s --dry-run=client
error: --pod-running-timeout must be higher than zero
See 'kubectl run -h' for help and examples
[1]
$ kubectl run nginx --image=nginx --save-config --dry-run=client -o yaml
apiVersion: v1
kind: Pod
metadata:
  labels:
    run: nginx
  name: nginx
spec:
  containers:
  - image: nginx
    name: nginx
    resources: {}
  dnsPolicy: ClusterFirst
  restartPolicy: Always
status: {}
$ kubectl label pods big a=b=c
error: invalid label spec: a=b=c
[1]
$ kubectl label --local pods web x=y
error: can only use local files by -f pod.yaml or --filename=pod.json when --local=true is set
[1]
$ kubectl taint node a b=c:NoSchedule b=c:NoSchedule
error: duplicated taints with the same key and effect: {b c NoSchedule <nil>}
See 'kubectl taint -h' for help and examples
[1]
$ kubectl logs user --since=1h --since-time=2020-01-01T00:00:00Z
error: at most one of `sinceTime` or `sinceSeconds` may be specified
[1]
$ kubectl delete pod x -o yaml
error: unexpected -o output mode: yaml. We only support '-o name'
[1]
