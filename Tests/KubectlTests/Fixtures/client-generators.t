# What kubectl 1.36 makes of generators without any server
$ kubectl create deployment web --image=nginx --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - image: nginx
        name: nginx
        resources: {}
status: {}
$ kubectl create deployment web --image=nginx --replicas=3 --port=80 --dry-run=client -o json
{
    "kind": "Deployment",
    "apiVersion": "apps/v1",
    "metadata": {
        "name": "web",
        "labels": {
            "app": "web"
        }
    },
    "spec": {
        "replicas": 3,
        "selector": {
            "matchLabels": {
                "app": "web"
            }
        },
        "template": {
            "metadata": {
                "labels": {
                    "app": "web"
                }
            },
            "spec": {
                "containers": [
                    {
                        "name": "nginx",
                        "image": "nginx",
                        "ports": [
                            {
                                "containerPort": 80
                            }
                        ],
                        "resources": {}
                    }
                ]
            }
        },
        "strategy": {}
    },
    "status": {}
}
$ kubectl create deployment web --image=nginx --image=busybox --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - image: nginx
        name: nginx
        resources: {}
      - image: busybox
        name: busybox
        resources: {}
status: {}
$ kubectl create deployment web --image=nginx:1.2@sha256:abc --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - image: nginx:1.2@sha256:abc
        name: nginx
        resources: {}
status: {}
$ kubectl create deployment web --image=nginx --dry-run=client
deployment.apps/web created (dry run)
$ kubectl create deployment web --image=nginx --dry-run=client -o name
deployment.apps/web
$ kubectl create deployment web --image=busybox --dry-run=client -o yaml -- sleep 3600
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - command:
        - sleep
        - "3600"
        image: busybox
        name: busybox
        resources: {}
status: {}
$ kubectl create deployment web --image=busybox --image=nginx --dry-run=client -o yaml -- sleep 3600
error: cannot specify multiple --image options and command
[1]
$ kubectl create deployment
error: required flag(s) "image" not set
[1]
$ kubectl create deployment web
error: required flag(s) "image" not set
[1]
$ kubectl create deployment web x --image=nginx
error: exactly one NAME is required, got 2
See 'kubectl create deployment -h' for help and examples
[1]
$ kubectl create deployment web --image=nginx --replicas=x
error: invalid argument "x" for "-r, --replicas" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl create deployment --help' for usage.
[1]
$ kubectl create deployment web --image=nginx --replicas=-1 --dry-run=client
deployment.apps/web created (dry run)
$ kubectl create deployment web --image=nginx --dry-run=foo
error: Invalid dry-run value (foo). Must be "none", "server", or "client".
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o foo
error: unable to match a printer suitable for the output format "foo", allowed formats are: go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o jsonpath='{.spec.replicas'
error: error parsing jsonpath {.spec.replicas, unclosed action
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o jsonpath='{.spec.foo}'
$ kubectl create deployment web --image=nginx --dry-run=client -o go-template='{{.metadata.name'
error: error parsing template {{.metadata.name, template: output:1: unclosed action
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o go-template
error: template format specified but no template given
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o jsonpath
error: template format specified but no template given
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o custom-columns=A:.metadata.name
error: unable to match a printer suitable for the output format "custom-columns=A:.metadata.name", allowed formats are: go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o wide
error: unable to match a printer suitable for the output format "wide", allowed formats are: go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o jsonpath-as-json='{.metadata}'
[
    {
        "labels": {
            "app": "web"
        },
        "name": "web"
    }
]
$ kubectl create deployment web --image=nginx --dry-run=client -o jsonpath-file=nope
error: error reading --template nope, open nope: no such file or directory
[1]
$ kubectl create deployment web --image=nginx --dry-run=client -o go-template-file=nope
error: error reading --template nope, open nope: no such file or directory
[1]
$ kubectl create deployment web --image=nginx -n foo --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
  namespace: foo
spec:
  replicas: 1
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
      - image: nginx
        name: nginx
        resources: {}
status: {}
$ kubectl create deployment Web_x --image=nginx --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: Web_x
  name: Web_x
spec:
  replicas: 1
  selector:
    matchLabels:
      app: Web_x
  strategy: {}
  template:
    metadata:
      labels:
        app: Web_x
    spec:
      containers:
      - image: nginx
        name: nginx
        resources: {}
status: {}
$ kubectl create deploy web --image=nginx --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - image: nginx
        name: nginx
        resources: {}
status: {}
$ kubectl create dep web --image=nginx --dry-run=client -o yaml
error: unknown flag: --image
See 'kubectl create --help' for usage.
[1]
$ kubectl create deployment web --image=nginx --foo
error: unknown flag: --foo
See 'kubectl create deployment --help' for usage.
[1]
$ kubectl create deployment web --image
error: flag needs an argument: --image
See 'kubectl create deployment --help' for usage.
[1]
$ kubectl create deployment web --image= --dry-run=client
deployment.apps/web created (dry run)
$ kubectl create deployment web --image=nginx --port=0 --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - image: nginx
        name: nginx
        ports:
        - containerPort: 0
        resources: {}
status: {}
$ kubectl create deployment web --image=nginx --port=99999 --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - image: nginx
        name: nginx
        ports:
        - containerPort: 99999
        resources: {}
status: {}
$ kubectl create deployment web --image=nginx --port=abc --dry-run=client -o yaml
error: invalid argument "abc" for "--port" flag: strconv.ParseInt: parsing "abc": invalid syntax
See 'kubectl create deployment --help' for usage.
[1]
$ kubectl create deployment web -r 2 --image=nginx --dry-run=client -o yaml
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
      - image: nginx
        name: nginx
        resources: {}
status: {}
$ kubectl create deployment web --image=nginx --field-manager=me --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - image: nginx
        name: nginx
        resources: {}
status: {}
$ kubectl create deployment web --image=nginx --show-managed-fields --dry-run=client -o yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 1
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
      - image: nginx
        name: nginx
        resources: {}
status: {}
$ kubectl create deployment web --image=nginx --validate=foo --dry-run=client -o yaml
error: invalid - validate option "foo"; must be one of: strict (or true), warn, ignore (or false)
[1]
$ kubectl create job j --image=busybox --dry-run=client -o yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: j
spec:
  template:
    metadata: {}
    spec:
      containers:
      - image: busybox
        name: j
        resources: {}
      restartPolicy: Never
status: {}
$ kubectl create job j --image=busybox --dry-run=client -o yaml -- date
apiVersion: batch/v1
kind: Job
metadata:
  name: j
spec:
  template:
    metadata: {}
    spec:
      containers:
      - command:
        - date
        image: busybox
        name: j
        resources: {}
      restartPolicy: Never
status: {}
$ kubectl create job j --image=busybox --dry-run=client -- date
job.batch/j created (dry run)
$ kubectl create job j
error: either --image or --from must be specified
[1]
$ kubectl create job
error: exactly one NAME is required, got 0
See 'kubectl create job -h' for help and examples
[1]
$ kubectl create job j --image=busybox --from=cronjob/x
error: either --image or --from must be specified
[1]
$ kubectl create job j --from=cronjob/x -- date
error: cannot specify --from and command
[1]
$ kubectl create cronjob c --image=busybox --schedule='*/1 * * * *' --dry-run=client -o yaml -- date
apiVersion: batch/v1
kind: CronJob
metadata:
  name: c
spec:
  jobTemplate:
    metadata:
      name: c
    spec:
      template:
        metadata: {}
        spec:
          containers:
          - command:
            - date
            image: busybox
            name: c
            resources: {}
          restartPolicy: OnFailure
  schedule: '*/1 * * * *'
status: {}
$ kubectl create cronjob c --image=busybox --schedule='*/1 * * * *' --restart=Never --dry-run=client -o yaml -- date -u
apiVersion: batch/v1
kind: CronJob
metadata:
  name: c
spec:
  jobTemplate:
    metadata:
      name: c
    spec:
      template:
        metadata: {}
        spec:
          containers:
          - command:
            - date
            - -u
            image: busybox
            name: c
            resources: {}
          restartPolicy: Never
  schedule: '*/1 * * * *'
status: {}
$ kubectl create cronjob c --image=busybox --schedule='*/1 * * * *' --restart=Always --dry-run=client -o yaml
apiVersion: batch/v1
kind: CronJob
metadata:
  name: c
spec:
  jobTemplate:
    metadata:
      name: c
    spec:
      template:
        metadata: {}
        spec:
          containers:
          - image: busybox
            name: c
            resources: {}
          restartPolicy: Always
  schedule: '*/1 * * * *'
status: {}
$ kubectl create cronjob c --image=busybox --schedule='*/1 * * * *' --restart=Foo --dry-run=client -o yaml
apiVersion: batch/v1
kind: CronJob
metadata:
  name: c
spec:
  jobTemplate:
    metadata:
      name: c
    spec:
      template:
        metadata: {}
        spec:
          containers:
          - image: busybox
            name: c
            resources: {}
          restartPolicy: Foo
  schedule: '*/1 * * * *'
status: {}
$ kubectl create cj c --image=busybox --schedule='bad' --dry-run=client -o yaml
apiVersion: batch/v1
kind: CronJob
metadata:
  name: c
spec:
  jobTemplate:
    metadata:
      name: c
    spec:
      template:
        metadata: {}
        spec:
          containers:
          - image: busybox
            name: c
            resources: {}
          restartPolicy: OnFailure
  schedule: bad
status: {}
$ kubectl create cronjob c --image=busybox
error: required flag(s) "schedule" not set
[1]
$ kubectl create cronjob c --schedule='* * * * *'
error: required flag(s) "image" not set
[1]
$ kubectl create cronjob
error: required flag(s) "image", "schedule" not set
[1]
$ kubectl create cronjob c --image=busybox --schedule= --dry-run=client
cronjob.batch/c created (dry run)
$ kubectl create service foo
error: unknown command "foo"
See 'kubectl create service -h' for help and examples
[1]
$ kubectl create service clusterip
error: exactly one NAME is required, got 0
See 'kubectl create service clusterip -h' for help and examples
[1]
$ kubectl create service clusterip s
error: at least one tcp port specifier must be provided
[1]
$ kubectl create service clusterip s --tcp=80 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: "80"
    port: 80
    protocol: TCP
    targetPort: 80
  selector:
    app: s
  type: ClusterIP
status:
  loadBalancer: {}
$ kubectl create service clusterip s --tcp=80:8080 --tcp=443:https --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: 80-8080
    port: 80
    protocol: TCP
    targetPort: 8080
  - name: 443-https
    port: 443
    protocol: TCP
    targetPort: https
  selector:
    app: s
  type: ClusterIP
status:
  loadBalancer: {}
$ kubectl create service clusterip s --tcp=80:8080,443 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: 80-8080
    port: 80
    protocol: TCP
    targetPort: 8080
  - name: "443"
    port: 443
    protocol: TCP
    targetPort: 443
  selector:
    app: s
  type: ClusterIP
status:
  loadBalancer: {}
$ kubectl create service clusterip s --clusterip=None --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  clusterIP: None
  selector:
    app: s
  type: ClusterIP
status:
  loadBalancer: {}
$ kubectl create service clusterip s --clusterip=None --tcp=80 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  clusterIP: None
  ports:
  - name: "80"
    port: 80
    protocol: TCP
    targetPort: 80
  selector:
    app: s
  type: ClusterIP
status:
  loadBalancer: {}
$ kubectl create service clusterip s --tcp=foo --dry-run=client -o yaml
error: strconv.ParseUint: parsing "foo": invalid syntax
[1]
$ kubectl create service clusterip s --tcp=0 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: "0"
    port: 0
    protocol: TCP
    targetPort: 0
  selector:
    app: s
  type: ClusterIP
status:
  loadBalancer: {}
$ kubectl create service clusterip s --tcp=70000 --dry-run=client -o yaml
error: strconv.ParseUint: parsing "70000": value out of range
[1]
$ kubectl create service clusterip s --tcp=80:70000 --dry-run=client -o yaml
error: must be between 1 and 65535, inclusive
[1]
$ kubectl create service clusterip s --tcp=80:Bad_Name --dry-run=client -o yaml
error: must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)
[1]
$ kubectl create service clusterip s --tcp=80:1:2 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: 80-1-2
    port: 80
    protocol: TCP
    targetPort: 1
  selector:
    app: s
  type: ClusterIP
status:
  loadBalancer: {}
$ kubectl create service nodeport s --tcp=80 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: "80"
    port: 80
    protocol: TCP
    targetPort: 80
  selector:
    app: s
  type: NodePort
status:
  loadBalancer: {}
$ kubectl create service nodeport s --tcp=80 --node-port=30080 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: "80"
    nodePort: 30080
    port: 80
    protocol: TCP
    targetPort: 80
  selector:
    app: s
  type: NodePort
status:
  loadBalancer: {}
$ kubectl create service nodeport s --tcp=80 --node-port=99999999 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: "80"
    nodePort: 99999999
    port: 80
    protocol: TCP
    targetPort: 80
  selector:
    app: s
  type: NodePort
status:
  loadBalancer: {}
$ kubectl create service nodeport s --tcp=80 --node-port=x --dry-run=client -o yaml
error: invalid argument "x" for "--node-port" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl create service nodeport --help' for usage.
[1]
$ kubectl create svc nodeport s --tcp=80 --dry-run=client
service/s created (dry run)
$ kubectl create service nodeport s --dry-run=client
error: at least one tcp port specifier must be provided
[1]
$ kubectl create service loadbalancer s --tcp=80:8080 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  ports:
  - name: 80-8080
    port: 80
    protocol: TCP
    targetPort: 8080
  selector:
    app: s
  type: LoadBalancer
status:
  loadBalancer: {}
$ kubectl create service lb s --tcp=80:8080 --dry-run=client -o yaml
error: unknown flag: --tcp
See 'kubectl create service --help' for usage.
[1]
$ kubectl create service externalname s --external-name=foo.com --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  externalName: foo.com
  selector:
    app: s
  type: ExternalName
status:
  loadBalancer: {}
$ kubectl create service externalname s --external-name=foo.com --tcp=80 --dry-run=client -o yaml
apiVersion: v1
kind: Service
metadata:
  labels:
    app: s
  name: s
spec:
  externalName: foo.com
  ports:
  - name: "80"
    port: 80
    protocol: TCP
    targetPort: 80
  selector:
    app: s
  type: ExternalName
status:
  loadBalancer: {}
$ kubectl create service externalname s --dry-run=client -o yaml
error: required flag(s) "external-name" not set
[1]
$ kubectl create cm c --dry-run=client
configmap/c created (dry run)
$ kubectl create secret foo
error: unknown command "foo"
See 'kubectl create secret -h' for help and examples
[1]
$ kubectl create secret generic
error: exactly one NAME is required, got 0
See 'kubectl create secret generic -h' for help and examples
[1]
$ kubectl create secret generic s --from-literal=a=b --dry-run=client -o yaml
apiVersion: v1
data:
  a: Yg==
kind: Secret
metadata:
  name: s
$ kubectl create secret generic s --type=my/type --from-literal=a=b --dry-run=client -o yaml
apiVersion: v1
data:
  a: Yg==
kind: Secret
metadata:
  name: s
type: my/type
$ kubectl create secret generic s --append-hash --from-literal=a=b --dry-run=client -o yaml
apiVersion: v1
data:
  a: Yg==
kind: Secret
metadata:
  name: s-7fd2tm89d8
$ kubectl create secret generic s --append-hash --type=x --from-literal=a=b --dry-run=client -o name
secret/s-426t5bkm8k
$ kubectl create secret tls t
error: key and cert must be specified
[1]
$ kubectl create secret docker-registry d --docker-server=s --docker-username=u --docker-password=p --docker-email=e --dry-run=client -o yaml
apiVersion: v1
data:
  .dockerconfigjson: eyJhdXRocyI6eyJzIjp7InVzZXJuYW1lIjoidSIsInBhc3N3b3JkIjoicCIsImVtYWlsIjoiZSIsImF1dGgiOiJkVHB3In19fQ==
kind: Secret
metadata:
  name: d
type: kubernetes.io/dockerconfigjson
$ kubectl create secret docker-registry d --docker-username=u --docker-password=p --dry-run=client -o yaml
apiVersion: v1
data:
  .dockerconfigjson: eyJhdXRocyI6eyJodHRwczovL2luZGV4LmRvY2tlci5pby92MS8iOnsidXNlcm5hbWUiOiJ1IiwicGFzc3dvcmQiOiJwIiwiYXV0aCI6ImRUcHcifX19
kind: Secret
metadata:
  name: d
type: kubernetes.io/dockerconfigjson
$ kubectl create secret docker-registry d --docker-username=u --dry-run=client -o yaml
error: either --from-file or the combination of --docker-username, --docker-password and --docker-server is required
[1]
$ kubectl create secret docker-registry d --dry-run=client
error: either --from-file or the combination of --docker-username, --docker-password and --docker-server is required
[1]
$ kubectl create namespace n --dry-run=client -o yaml
apiVersion: v1
kind: Namespace
metadata:
  name: "n"
spec: {}
status: {}
$ kubectl create ns n --dry-run=client -o json
{
    "kind": "Namespace",
    "apiVersion": "v1",
    "metadata": {
        "name": "n"
    },
    "spec": {},
    "status": {}
}
$ kubectl create namespace --dry-run=client
error: exactly one NAME is required, got 0
See 'kubectl create namespace -h' for help and examples
[1]
$ kubectl create namespace a b --dry-run=client
error: exactly one NAME is required, got 2
See 'kubectl create namespace -h' for help and examples
[1]
$ kubectl create serviceaccount s --dry-run=client -o yaml
apiVersion: v1
kind: ServiceAccount
metadata:
  name: s
$ kubectl create sa s --dry-run=client
serviceaccount/s created (dry run)
$ kubectl create sa
error: exactly one NAME is required, got 0
See 'kubectl create serviceaccount -h' for help and examples
[1]
$ kubectl create role r --verb=get
error: at least one resource must be specified
[1]
$ kubectl create role r --resource=pods
error: at least one verb must be specified
[1]
$ kubectl create role r
error: at least one verb must be specified
[1]
$ kubectl create role
error: exactly one NAME is required, got 0
See 'kubectl create role -h' for help and examples
[1]
$ kubectl create clusterrole r --verb=get --non-resource-url=/logs/* --dry-run=client -o yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: r
rules:
- nonResourceURLs:
  - /logs/*
  verbs:
  - get
$ kubectl create clusterrole r --verb=get --non-resource-url=logs --dry-run=client -o yaml
error: nonResourceURL should start with /
[1]
$ kubectl create clusterrole r --aggregation-rule='a=b' --dry-run=client -o yaml
aggregationRule:
  clusterRoleSelectors:
  - matchLabels:
      a: b
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: r
rules: null
$ kubectl create clusterrole r --aggregation-rule='a=b,c=d' --dry-run=client -o yaml
aggregationRule:
  clusterRoleSelectors:
  - matchLabels:
      a: b
      c: d
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: r
rules: null
$ kubectl create clusterrole r --aggregation-rule='a=b' --verb=get --dry-run=client -o yaml
error: aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames
[1]
$ kubectl create clusterrole r --verb=get --dry-run=client
error: one of resource or nonResourceURL must be specified
[1]
$ kubectl create clusterrole r --verb=foo --non-resource-url=/x --dry-run=client
error: invalid verb: 'foo' for nonResourceURL
[1]
$ kubectl create clusterrole r
error: at least one verb must be specified
[1]
$ kubectl create clusterrole
error: exactly one NAME is required, got 0
See 'kubectl create clusterrole -h' for help and examples
[1]
$ kubectl create rolebinding b --clusterrole=admin --user=a --user=b --group=g --dry-run=client -o yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: b
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: admin
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: a
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: b
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: g
$ kubectl create rolebinding b --role=r --serviceaccount=ns:sa --dry-run=client -o yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: b
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: r
subjects:
- kind: ServiceAccount
  name: sa
  namespace: ns
$ kubectl create rolebinding b --role=r --serviceaccount=sa --dry-run=client -o yaml
error: serviceaccount must be <namespace>:<name>
[1]
$ kubectl create rolebinding b --role=r --clusterrole=c --dry-run=client -o yaml
error: exactly one of clusterrole or role must be specified
[1]
$ kubectl create rolebinding b --dry-run=client -o yaml
error: exactly one of clusterrole or role must be specified
[1]
$ kubectl create rolebinding b --role=r --dry-run=client -o yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: b
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: r
$ kubectl create rolebinding
error: exactly one NAME is required, got 0
See 'kubectl create rolebinding -h' for help and examples
[1]
$ kubectl create clusterrolebinding b --clusterrole=c --user=u --dry-run=client -o yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: b
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: c
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: User
  name: u
$ kubectl create clusterrolebinding b --dry-run=client
error: required flag(s) "clusterrole" not set
[1]
$ kubectl create clusterrolebinding b --role=x
error: unknown flag: --role
See 'kubectl create clusterrolebinding --help' for usage.
[1]
$ kubectl create quota q --hard=cpu=1,memory=1G,pods=2 --dry-run=client -o yaml
apiVersion: v1
kind: ResourceQuota
metadata:
  name: q
spec:
  hard:
    cpu: "1"
    memory: 1G
    pods: "2"
status: {}
$ kubectl create quota q --hard=pods=100 --scopes=BestEffort --dry-run=client -o yaml
apiVersion: v1
kind: ResourceQuota
metadata:
  name: q
spec:
  hard:
    pods: "100"
  scopes:
  - BestEffort
status: {}
$ kubectl create quota q --hard=pods=100 --scopes=Foo --dry-run=client -o yaml
apiVersion: v1
kind: ResourceQuota
metadata:
  name: q
spec:
  hard:
    pods: "100"
  scopes:
  - Foo
status: {}
$ kubectl create quota q --hard=pods --dry-run=client -o yaml
error: Invalid argument syntax pods, expected <resource>=<value>
[1]
$ kubectl create quota q --hard=pods=x --dry-run=client -o yaml
error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
[1]
$ kubectl create quota q --dry-run=client -o yaml
apiVersion: v1
kind: ResourceQuota
metadata:
  name: q
spec: {}
status: {}
$ kubectl create resourcequota q --hard=a.b/c=1 --dry-run=client -o yaml
apiVersion: v1
kind: ResourceQuota
metadata:
  name: q
spec:
  hard:
    a.b/c: "1"
status: {}
$ kubectl create pdb p --selector=app=x --min-available=1 --dry-run=client -o yaml
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: p
spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: x
status:
  currentHealthy: 0
  desiredHealthy: 0
  disruptionsAllowed: 0
  expectedPods: 0
$ kubectl create pdb p --selector=app=x --min-available=50% --dry-run=client -o yaml
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: p
spec:
  minAvailable: 50%
  selector:
    matchLabels:
      app: x
status:
  currentHealthy: 0
  desiredHealthy: 0
  disruptionsAllowed: 0
  expectedPods: 0
$ kubectl create pdb p --selector=app=x --max-unavailable=1 --dry-run=client -o yaml
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: p
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: x
status:
  currentHealthy: 0
  desiredHealthy: 0
  disruptionsAllowed: 0
  expectedPods: 0
$ kubectl create pdb p --selector=app=x --dry-run=client -o yaml
error: one of min-available or max-unavailable must be specified
[1]
$ kubectl create pdb p --min-available=1 --dry-run=client -o yaml
error: a selector must be specified
[1]
$ kubectl create pdb p --selector=app=x --min-available=1 --max-unavailable=2 --dry-run=client -o yaml
error: min-available and max-unavailable cannot be both specified
[1]
$ kubectl create pdb p --selector=app=x --min-available=abc --dry-run=client -o yaml
error: invalid format specified for min-available
[1]
$ kubectl create pdb p --selector='app in (a,b)' --min-available=1 --dry-run=client -o yaml
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: p
spec:
  minAvailable: 1
  selector:
    matchExpressions:
    - key: app
      operator: In
      values:
      - a
      - b
status:
  currentHealthy: 0
  desiredHealthy: 0
  disruptionsAllowed: 0
  expectedPods: 0
$ kubectl create poddisruptionbudget p --selector='app in (a,b),x!=y' --min-available=150% --dry-run=client -o yaml
error: "!=" is not a valid label selector operator
[1]
$ kubectl create pc p --value=1000 --description='d e' --dry-run=client -o yaml
apiVersion: scheduling.k8s.io/v1
description: d e
kind: PriorityClass
metadata:
  name: p
preemptionPolicy: PreemptLowerPriority
value: 1000
$ kubectl create priorityclass p --value=1000 --global-default=true --preemption-policy=Never --dry-run=client -o yaml
apiVersion: scheduling.k8s.io/v1
globalDefault: true
kind: PriorityClass
metadata:
  name: p
preemptionPolicy: Never
value: 1000
$ kubectl create priorityclass p --value=x --dry-run=client -o yaml
error: invalid argument "x" for "--value" flag: strconv.ParseInt: parsing "x": invalid syntax
See 'kubectl create priorityclass --help' for usage.
[1]
$ kubectl create priorityclass p --dry-run=client -o yaml
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: p
preemptionPolicy: PreemptLowerPriority
value: 0
$ kubectl create priorityclass p --value=10 --preemption-policy=Foo --dry-run=client -o yaml
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: p
preemptionPolicy: Foo
value: 10
$ kubectl create ingress i --rule=foo.com/bar=svc:80 --dry-run=client -o yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: i
spec:
  rules:
  - host: foo.com
    http:
      paths:
      - backend:
          service:
            name: svc
            port:
              number: 80
        path: /bar
        pathType: Exact
status:
  loadBalancer: {}
$ kubectl create ingress i --rule='foo.com/bar*=svc:http,tls=sec' --class=nginx --dry-run=client -o yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: i
spec:
  ingressClassName: nginx
  rules:
  - host: foo.com
    http:
      paths:
      - backend:
          service:
            name: svc
            port:
              name: http
        path: /bar
        pathType: Prefix
  tls:
  - hosts:
    - foo.com
    secretName: sec
status:
  loadBalancer: {}
$ kubectl create ingress i --rule='foo.com/=svc:80,tls' --default-backend=d:8080 --dry-run=client -o yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: i
spec:
  defaultBackend:
    service:
      name: d
      port:
        number: 8080
  rules:
  - host: foo.com
    http:
      paths:
      - backend:
          service:
            name: svc
            port:
              number: 80
        path: /
        pathType: Exact
  tls:
  - hosts:
    - foo.com
status:
  loadBalancer: {}
$ kubectl create ingress i --rule='/path*=svc:80' --annotation=a=b --annotation=c=d --dry-run=client -o yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  annotations:
    a: b
    c: d
  name: i
spec:
  rules:
  - http:
      paths:
      - backend:
          service:
            name: svc
            port:
              number: 80
        path: /path
        pathType: Prefix
status:
  loadBalancer: {}
$ kubectl create ingress i --rule='foo.com/a=s:80' --rule='foo.com/b=s2:90' --rule='bar.com/*=s3:90,tls=x' --dry-run=client -o yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: i
spec:
  rules:
  - host: foo.com
    http:
      paths:
      - backend:
          service:
            name: s
            port:
              number: 80
        path: /a
        pathType: Exact
      - backend:
          service:
            name: s2
            port:
              number: 90
        path: /b
        pathType: Exact
  - host: bar.com
    http:
      paths:
      - backend:
          service:
            name: s3
            port:
              number: 90
        path: /
        pathType: Prefix
  tls:
  - hosts:
    - bar.com
    secretName: x
status:
  loadBalancer: {}
$ kubectl create ingress i --rule='foo' --dry-run=client -o yaml
error: rule foo is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]
[1]
$ kubectl create ingress i --rule='foo.com/a=s' --dry-run=client -o yaml
error: rule foo.com/a=s is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]
[1]
$ kubectl create ingress i --default-backend=d --dry-run=client -o yaml
error: default-backend should be in format servicename:serviceport
[1]
$ kubectl create ingress i --annotation=x --rule=a/b=c:1 --dry-run=client -o yaml
error: annotation x is invalid and should be in format key=[value]
[1]
$ kubectl create ingress i --annotation=x= --rule=a/b=c:1 --dry-run=client -o yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  annotations:
    x: ""
  name: i
spec:
  rules:
  - host: a
    http:
      paths:
      - backend:
          service:
            name: c
            port:
              number: 1
        path: /b
        pathType: Exact
status:
  loadBalancer: {}
$ kubectl create ingress i
error: not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)
[1]
$ kubectl create ing i --rule=a/b=c:x_y --dry-run=client -o yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: i
spec:
  rules:
  - host: a
    http:
      paths:
      - backend:
          service:
            name: c
            port:
              name: x_y
        path: /b
        pathType: Exact
status:
  loadBalancer: {}
$ kubectl create
error: must specify one of -f and -k
[1]
$ kubectl create foo
error: Unexpected args: [foo]
See 'kubectl create -h' for help and examples
[1]
$ kubectl create -f
error: flag needs an argument: 'f' in -f
See 'kubectl create --help' for usage.
[1]
$ kubectl create --foo
error: unknown flag: --foo
See 'kubectl create --help' for usage.
[1]
$ kubectl create pod x
error: Unexpected args: [pod x]
See 'kubectl create -h' for help and examples
[1]
