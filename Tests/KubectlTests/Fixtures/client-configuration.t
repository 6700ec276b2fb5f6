# The configuration of kubectl 1.36 and the changes to it
$ kubectl config foo
error: unknown command "foo"
See 'kubectl config -h' for help and examples
[1]
$ kubectl config current-context
eks
$ kubectl config get-contexts
CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE
*         eks    eks       admin      
$ kubectl config get-contexts -o name
eks
$ kubectl config get-contexts eks
CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE
*         eks    eks       admin      
$ kubectl config get-contexts nope
CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE
error: context nope not found
[1]
$ kubectl config get-contexts --no-headers
*     eks   eks   admin   
$ kubectl config get-clusters
NAME
eks
$ kubectl config get-users
NAME
admin
$ kubectl config use-context nope
error: no context exists with the name: "nope"
[1]
$ kubectl config set-context dev --cluster=eks --user=admin --namespace=dev
Context "dev" created.
$ kubectl config get-contexts
CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE
          dev    eks       admin      dev
*         eks    eks       admin      
$ kubectl config use-context dev
Switched to context "dev".
$ kubectl config current-context
dev
$ kubectl config set-context --current --namespace=x
Context "dev" modified.
$ kubectl config set-context --current foo
error: you cannot specify both a context name and --current
[1]
$ kubectl config set-context
error: you must specify a non-empty context name or --current
[1]
$ kubectl config rename-context dev dev2
Context "dev" renamed to "dev2".
$ kubectl config current-context
dev2
$ kubectl config use-context eks
Switched to context "eks".
$ kubectl config set-cluster c2 --server=https://x --insecure-skip-tls-verify=true
Cluster "c2" set.
$ kubectl config set-credentials bob --username=a --password=b
User "bob" set.
$ kubectl config set-credentials ex --exec-command=cmd --exec-api-version=client.authentication.k8s.io/v1 --exec-arg=a --exec-env=k=v
User "ex" set.
$ kubectl config set-credentials bob --client-certificate=nope --embed-certs
error: could not stat client-certificate file nope: stat nope: no such file or directory
[1]
$ kubectl config set current-context foo
Property "current-context" set.
$ kubectl config current-context
foo
$ kubectl config set contexts.eks.namespace zoo
Property "contexts.eks.namespace" set.
$ kubectl config set clusters.c3.server https://z
Property "clusters.c3.server" set.
$ kubectl config set foo.bar x
error: unable to parse foo.bar after [] at api.Config
[1]
$ kubectl config unset contexts.eks.namespace
Property "contexts.eks.namespace" unset.
$ kubectl config unset contexts.nope
Property "contexts.nope" unset.
$ kubectl config unset current-context
Property "current-context" unset.
$ kubectl config current-context
error: current-context is not set
[1]
$ kubectl config unset users
Property "users" unset.
$ kubectl config view --merge=false
error: if merge==false a precise file must be specified
[1]
$ kubectl config get-contexts -o yaml
error: --output yaml is not available in kubectl config get-contexts; resetting to default output format
[1]
$ kubectl config set-cluster c --server=https://1.2.3.4 --insecure-skip-tls-verify=true --certificate-authority=x
error: you cannot specify a certificate authority and insecure mode at the same time
[1]
$ kubectl config set-cluster c --certificate-authority=nofile --embed-certs
error: could not stat certificate-authority file nofile: stat nofile: no such file or directory
[1]
$ kubectl config set-credentials u --username=a --token=b
error: you cannot specify more than one authentication method at the same time: --token, --username/--password
[1]
$ kubectl config set-credentials u --embed-certs=true
error: you must specify a --client-certificate or --client-key to embed
[1]
$ kubectl config set clusters.eks.insecure-skip-tls-verify foo
error: strconv.ParseBool: parsing "foo": invalid syntax
[1]
$ kubectl config set users.u.client-key-data abc
error: error decoding input value: illegal base64 data at input byte 0
[1]
$ kubectl config unset contexts.foo.namespace
error: current map key `foo` is invalid
[1]
