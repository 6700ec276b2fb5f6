# Changes to manifests alone, as kubectl 1.36 makes them with --local
$ cat > dep.yaml <<'EOT'
> apiVersion: apps/v1
> kind: Deployment
> metadata:
>   name: web
>   labels: {app: web}
> spec:
>   replicas: 2
>   selector:
>     matchLabels: {app: web}
>   template:
>     metadata:
>       labels: {app: web}
>     spec:
>       containers:
>       - name: nginx
>         image: nginx:1.25
>       - name: side
>         image: busybox
> EOT
$ cat > pod.yaml <<'EOT'
> apiVersion: v1
> kind: Pod
> metadata:
>   name: p
>   labels: {a: b}
>   annotations: {x: "1"}
> spec:
>   containers:
>   - name: c
>     image: nginx
>     env:
>     - {name: A, value: "1"}
> EOT
$ cat > two.yaml <<'EOT'
> apiVersion: v1
> kind: ConfigMap
> metadata: {name: a}
> data: {k: v}
> ---
> apiVersion: v1
> kind: Service
> metadata: {name: s}
> spec: {selector: {app: web}, ports: [{port: 80}]}
> EOT
$ cat > rb.yaml <<'EOT'
> apiVersion: rbac.authorization.k8s.io/v1
> kind: RoleBinding
> metadata: {name: rb}
> roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
> EOT
$ kubectl set image -f dep.yaml nginx=nginx:2 --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:2
        name: nginx
        resources: {}
      - image: busybox
        name: side
        resources: {}
status: {}
$ kubectl set image -f dep.yaml *=nginx:2 --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:2
        name: nginx
        resources: {}
      - image: nginx:2
        name: side
        resources: {}
status: {}
$ kubectl set image -f dep.yaml nope=nginx:2 --local -o yaml
error: unable to find container named "nope"
[1]
$ kubectl set image -f dep.yaml nginx --local -o yaml
error: you must specify resources by --filename when --local is set.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
[1]
$ kubectl set image -f dep.yaml --local -o yaml
error: at least one image update is required
[1]
$ kubectl set image --local nginx=1
error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
[1]
$ kubectl set image deployment/web nginx=x --local
error: you must specify resources by --filename when --local is set.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
[1]
$ kubectl set image -f dep.yaml nginx=nginx:2 --local
deployment.apps/web image updated
$ kubectl set image -f nope.yaml nginx=nginx:2 --local
error: the path "nope.yaml" does not exist
[1]
$ kubectl set env -f dep.yaml A=1 B=2 --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - env:
        - name: A
          value: "1"
        - name: B
          value: "2"
        image: nginx:1.25
        name: nginx
        resources: {}
      - env:
        - name: A
          value: "1"
        - name: B
          value: "2"
        image: busybox
        name: side
        resources: {}
status: {}
$ kubectl set env -f pod.yaml A- --local -o yaml
apiVersion: v1
kind: Pod
metadata:
  annotations:
    x: "1"
  labels:
    a: b
  name: p
spec:
  containers:
  - image: nginx
    name: c
    resources: {}
status: {}
$ kubectl set env -f dep.yaml A=1 -c side --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:1.25
        name: nginx
        resources: {}
      - env:
        - name: A
          value: "1"
        image: busybox
        name: side
        resources: {}
status: {}
$ kubectl set env -f dep.yaml A=1 -c zz --local -o yaml
Warning: Deployment/web does not have any containers matching "zz"
$ kubectl set env -f dep.yaml 1A=2 --local -o yaml
error: "1A" is not a valid key name: a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')
[1]
$ kubectl set resources -f dep.yaml --limits=cpu=200m,memory=512Mi --requests=cpu=100m --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:1.25
        name: nginx
        resources:
          limits:
            cpu: 200m
            memory: 512Mi
          requests:
            cpu: 100m
      - image: busybox
        name: side
        resources:
          limits:
            cpu: 200m
            memory: 512Mi
          requests:
            cpu: 100m
status: {}
$ kubectl set resources -f dep.yaml -c nginx --limits=cpu=200m --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:1.25
        name: nginx
        resources:
          limits:
            cpu: 200m
      - image: busybox
        name: side
        resources: {}
status: {}
$ kubectl set resources -f dep.yaml --limits=cpu=x --local -o yaml
error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
[1]
$ kubectl set resources -f dep.yaml --limits=foo=1 --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:1.25
        name: nginx
        resources:
          limits:
            foo: "1"
      - image: busybox
        name: side
        resources:
          limits:
            foo: "1"
status: {}
$ kubectl set resources -f dep.yaml --local -o yaml
error: you must specify an update to requests or limits (in the form of --requests/--limits)
[1]
$ kubectl set resources -f dep.yaml --limits=cpu=0 --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:1.25
        name: nginx
        resources:
          limits:
            cpu: "0"
      - image: busybox
        name: side
        resources:
          limits:
            cpu: "0"
status: {}
$ kubectl set serviceaccount -f dep.yaml sa1 --local -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: nginx:1.25
        name: nginx
        resources: {}
      - image: busybox
        name: side
        resources: {}
      serviceAccountName: sa1
status: {}
$ kubectl set sa -f dep.yaml --local -o yaml
error: serviceaccount is required
[1]
$ kubectl set subject -f rb.yaml --user=u --group=g --serviceaccount=a:b --local -o yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: rb
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: r
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: u
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: g
- kind: ServiceAccount
  name: b
  namespace: a
$ kubectl set subject -f rb.yaml --local -o yaml
error: you must specify at least one value of user, group or serviceaccount
[1]
$ kubectl set subject -f rb.yaml --serviceaccount=b --local -o yaml
error: serviceaccount must be <namespace>:<name>
[1]
$ kubectl label -f pod.yaml c=d --local -o yaml
apiVersion: v1
kind: Pod
metadata:
  annotations:
    x: "1"
  labels:
    a: b
    c: d
  name: p
spec:
  containers:
  - env:
    - name: A
      value: "1"
    image: nginx
    name: c
$ kubectl label -f pod.yaml a=d --local -o yaml
error: 'a' already has a value (b), and --overwrite is false
[1]
$ kubectl label -f pod.yaml a=d --overwrite --local -o yaml
apiVersion: v1
kind: Pod
metadata:
  annotations:
    x: "1"
  labels:
    a: d
  name: p
spec:
  containers:
  - env:
    - name: A
      value: "1"
    image: nginx
    name: c
$ kubectl label -f pod.yaml c=d --local
pod/p labeled
$ kubectl label -f pod.yaml --list --local
a=b
$ kubectl label -f pod.yaml 'a=bad value' --local
error: invalid label value: "a=bad value": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
[1]
$ kubectl label -f pod.yaml a=b a- --local
error: can not both modify and remove a label in the same command
[1]
$ kubectl label -f pod.yaml --local
error: at least one label update is required
[1]
$ kubectl annotate -f pod.yaml c=d --local -o yaml
apiVersion: v1
kind: Pod
metadata:
  annotations:
    c: d
    x: "1"
  labels:
    a: b
  name: p
spec:
  containers:
  - env:
    - name: A
      value: "1"
    image: nginx
    name: c
$ kubectl annotate -f pod.yaml x=z --local -o yaml
error: --overwrite is false but found the following declared annotation(s): 'x' already has a value (1)
[1]
$ kubectl annotate -f pod.yaml --local
error: at least one annotation update is required
[1]
$ kubectl annotate -f pod.yaml kubernetes.io/change-cause=x --local -o yaml
apiVersion: v1
kind: Pod
metadata:
  annotations:
    kubernetes.io/change-cause: x
    x: "1"
  labels:
    a: b
  name: p
spec:
  containers:
  - env:
    - name: A
      value: "1"
    image: nginx
    name: c
$ kubectl patch -f pod.yaml -p '{"metadata":{"labels":{"n":"m"}}}' --local -o yaml
apiVersion: v1
kind: Pod
metadata:
  annotations:
    x: "1"
  labels:
    a: b
    "n": m
  name: p
spec:
  containers:
  - env:
    - name: A
      value: "1"
    image: nginx
    name: c
$ kubectl patch -f pod.yaml --type=json -p '[{"op":"replace","path":"/spec/containers/0/image","value":"z"}]' --local -o yaml
apiVersion: v1
kind: Pod
metadata:
  annotations:
    x: "1"
  labels:
    a: b
  name: p
spec:
  containers:
  - env:
    - name: A
      value: "1"
    image: z
    name: c
$ kubectl patch -f pod.yaml --type=merge -p 'spec: {containers: null}' --local -o yaml
apiVersion: v1
kind: Pod
metadata:
  annotations:
    x: "1"
  labels:
    a: b
  name: p
spec: {}
$ kubectl patch -f pod.yaml --type=foo -p '{}' --local -o yaml
error: --type must be one of [json merge strategic], not "foo"
[1]
$ kubectl patch -f pod.yaml --local -o yaml
error: must specify --patch or --patch-file containing the contents of the patch
[1]
$ kubectl patch -f pod.yaml -p '{}' --patch-file=x --local -o yaml
error: cannot specify --patch and --patch-file together
[1]
$ kubectl patch -f pod.yaml --patch-file=nope --local -o yaml
error: unable to read patch file: open nope: no such file or directory
[1]
$ kubectl patch -f pod.yaml --type=json -p '[{"op":"replace","path":"/nope/x","value":"z"}]' --local -o yaml
error: replace operation does not apply: doc is missing path: /nope/x: missing value
[1]
$ kubectl patch -f pod.yaml -p '{}' --local
pod/p patched (no change)
