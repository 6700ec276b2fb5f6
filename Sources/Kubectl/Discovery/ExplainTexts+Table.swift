extension ExplainTexts {
    /// One type or field a line, and what is to be said of it.
    static let table = #"""
        TypeMeta.apiVersion|The group and version of the API that this object follows, such as v1 or apps/v1.
        TypeMeta.kind|The kind of this object, such as Pod or Deployment.
        ObjectMeta|What every object carries: its name, its namespace, its labels and who made it.
        ObjectMeta.name|The name of the object, unique among the objects of its kind in its namespace. It cannot be changed.
        ObjectMeta.namespace|The namespace in which the object lives; empty for kinds that belong to the whole cluster.
        ObjectMeta.labels|Keys and values by which objects are selected, by people, by services and by controllers.
        ObjectMeta.annotations|Keys and values for tools and people. Nothing is selected by them, and the values may be long.
        ObjectMeta.ownerReferences|The objects that this one belongs to. When all of them are gone, this one is removed as well.
        ObjectMeta.finalizers|Names of tasks that must be done before the object may disappear. Each is taken away by whoever does the task.
        ObjectMeta.generateName|The beginning of a name that the server completes with a few random letters.
        ObjectMeta.resourceVersion|A mark of the object's present version, for noticing that someone else has changed it.
        ObjectMeta.uid|An identifier that no other object has or will have.
        ObjectMeta.creationTimestamp|The time at which the server made the object.
        ObjectMeta.deletionTimestamp|The time after which the object is to be gone. It is set when a deletion is asked for.
        ObjectMeta.generation|A number that grows with every change of what is wanted.
        ObjectMeta.managedFields|Who set which field, for server-side apply.
        Pod|A group of containers that run together on one node and share its address and volumes.
        Pod.metadata|Name, labels and other facts about the object.
        Pod.spec|What is wanted: the containers and how they run.
        Pod.status|What is: filled in by the system, a little behind reality.
        PodSpec|What the containers of a pod are, and how and where they run.
        PodSpec.containers|The containers of the pod, at least one. The list cannot be changed while the pod exists, except for images.
        PodSpec.initContainers|Containers that run before the others, one after another, each to its end. One with restartPolicy Always goes on beside the others.
        PodSpec.volumes|The volumes that the containers may mount.
        PodSpec.restartPolicy|When containers that end are started again: always, only when they fail, or never.
        PodSpec.nodeSelector|Labels that a node must have for the pod to run there.
        PodSpec.nodeName|The node on which the pod runs. The scheduler fills it in.
        PodSpec.serviceAccountName|The service account as which the containers talk to the API.
        PodSpec.tolerations|The taints of nodes that the pod puts up with.
        PodSpec.affinity|Wishes and demands about nodes, and about being near to or away from other pods.
        PodSpec.terminationGracePeriodSeconds|How long the containers may take to stop before they are killed.
        PodSpec.imagePullSecrets|Secrets in this namespace with which images may be pulled.
        PodSpec.dnsPolicy|Where names are looked up: in the cluster first, as on the node, or as dnsConfig says.
        PodSpec.dnsConfig|Name servers, search domains and options beside those of the policy.
        PodSpec.securityContext|As whom the containers run, unless they say it themselves.
        PodSpec.hostNetwork|The containers use the network of the node.
        PodSpec.priorityClassName|The priority class that says how important the pod is.
        PodSpec.topologySpreadConstraints|How evenly the pods of a group are to be spread over zones or nodes.
        Container|One container: an image, and how it is run.
        Container.name|The name of the container, unique within the pod.
        Container.image|The image to run, with its tag.
        Container.command|What is run instead of the entry point of the image.
        Container.args|The arguments of the command, instead of those of the image.
        Container.env|Environment variables of the container.
        Container.envFrom|Sources all of whose keys become environment variables.
        Container.ports|The ports that the container listens on. The list informs; a port that is not in it can be reached as well.
        Container.resources|How much cpu and memory the container asks for, and how much it may use.
        Container.volumeMounts|Where the volumes of the pod appear in the container's file system.
        Container.livenessProbe|A check that the container still works; it is restarted when the check fails.
        Container.readinessProbe|A check that the container can serve; while it fails, services do not lead to the pod.
        Container.startupProbe|A check that the container has started; until it succeeds the other checks wait.
        Container.lifecycle|What is to be done after the container has started and before it stops.
        Container.imagePullPolicy|When the image is pulled: always, only if the node does not have it, or never.
        Container.securityContext|As whom the container runs, and what it may do.
        Container.workingDir|The folder in which the command runs.
        ContainerPort|A port of a container.
        ContainerPort.containerPort|The number of the port in the pod.
        ContainerPort.name|A name for the port, which services may refer to.
        ContainerPort.protocol|The protocol of the port. TCP unless told otherwise.
        ContainerPort.hostPort|The number of a port of the node that leads to this one.
        ContainerPort.hostIP|The address of the node at which the host port is open.
        EnvVar|An environment variable.
        EnvVar.name|The name of the variable.
        EnvVar.value|Its value. $(NAME) stands for the value of an earlier variable.
        EnvVar.valueFrom|Where the value comes from instead of being written here.
        Probe|A check of a container: what is done, how often, and how many failures count.
        Probe.httpGet|The check is an HTTP request; any status from 200 to 399 is good.
        Probe.exec|The check is a command in the container; exit code 0 is good.
        Probe.tcpSocket|The check is whether a port can be opened.
        Probe.initialDelaySeconds|How long after the start of the container the first check is made.
        Probe.periodSeconds|How long from one check to the next.
        Probe.timeoutSeconds|How long a check may take.
        Probe.failureThreshold|How many checks in a row must fail.
        Probe.successThreshold|How many checks in a row must succeed after a failure.
        ResourceRequirements|What a container asks for and what it may use.
        ResourceRequirements.requests|The least that the container needs. The scheduler looks for a node that has it.
        ResourceRequirements.limits|The most that the container may use. Beyond its memory it is killed, beyond its cpu it is slowed down.
        PodDNSConfig|Settings for looking up names, beside those of the policy.
        PodDNSConfig.nameservers|Addresses of name servers.
        PodDNSConfig.searches|Domains that are tried behind short names.
        PodDNSConfig.options|Options of the resolver.
        Volume|Something that containers can mount.
        Volume.name|The name by which containers mount it.
        Volume.emptyDir|An empty folder that lives as long as the pod.
        Volume.configMap|The keys of a config map as files.
        Volume.secret|The keys of a secret as files.
        Volume.persistentVolumeClaim|The volume of a claim in this namespace.
        Volume.hostPath|A file or folder of the node.
        Deployment|Keeps a number of equal pods running, and replaces them step by step when their template changes.
        Deployment.spec|What is wanted: how many pods, and of what kind.
        Deployment.status|What is: how many pods there are, and how far a rollout is.
        DeploymentSpec|How many pods a deployment has, of what kind, and how they are replaced.
        DeploymentSpec.replicas|How many pods there are to be. One unless told otherwise.
        DeploymentSpec.selector|Which pods belong to the deployment. It must match the labels of the template and cannot be changed.
        DeploymentSpec.template|What the pods look like.
        DeploymentSpec.strategy|How old pods are replaced by new ones.
        DeploymentSpec.minReadySeconds|How long a new pod must have been ready before it counts as available.
        DeploymentSpec.revisionHistoryLimit|How many old replica sets are kept, for going back.
        DeploymentSpec.paused|Changes of the template wait until this is false.
        DeploymentSpec.progressDeadlineSeconds|How long a rollout may stand still before it counts as failed.
        DeploymentStrategy|How old pods are replaced by new ones.
        DeploymentStrategy.type|Step by step, or all at once after the old ones are gone.
        DeploymentStrategy.rollingUpdate|How many pods more or fewer than wanted there may be on the way.
        RollingUpdateDeployment.maxSurge|How many pods more than wanted there may be, as a number or a percentage.
        RollingUpdateDeployment.maxUnavailable|How many of the wanted pods may be missing, as a number or a percentage.
        ReplicaSet|Keeps a number of equal pods running. Deployments make them.
        ReplicaSetSpec.replicas|How many pods there are to be.
        StatefulSet|Keeps numbered pods running, each with a name and volumes of its own that it finds again.
        StatefulSetSpec.serviceName|The headless service that gives the pods their names.
        StatefulSetSpec.volumeClaimTemplates|Claims of which each pod gets its own.
        DaemonSet|Runs one pod on every node, or on those that are selected.
        Job|Runs pods until so many of them have succeeded.
        JobSpec.completions|How many pods must succeed.
        JobSpec.parallelism|How many pods may run at the same time.
        JobSpec.backoffLimit|How many failures there may be before the job has failed.
        JobSpec.activeDeadlineSeconds|How long the job may take.
        JobSpec.ttlSecondsAfterFinished|How long the job is kept after its end.
        CronJob|Makes a job again and again, at the times of a schedule.
        CronJobSpec.schedule|When jobs are made, as five fields of cron: minute, hour, day of month, month, day of week.
        CronJobSpec.suspend|No jobs are made while this is true.
        CronJobSpec.concurrencyPolicy|What happens when the job before still runs: both run, the new one is left out, or the old one is replaced.
        CronJobSpec.successfulJobsHistoryLimit|How many jobs that succeeded are kept.
        CronJobSpec.failedJobsHistoryLimit|How many jobs that failed are kept.
        CronJobSpec.timeZone|The time zone of the schedule.
        Service|One address and name for a group of pods that come and go.
        ServiceSpec.selector|The labels of the pods that the service leads to.
        ServiceSpec.ports|The ports of the service.
        ServiceSpec.type|Where the service can be reached: in the cluster, on every node, behind a load balancer, or as an alias of another name.
        ServiceSpec.clusterIP|The address of the service, or None for a service without one.
        ServicePort.port|The port at which the service can be reached.
        ServicePort.targetPort|The number or name of the port of the pods.
        ServicePort.nodePort|The port on every node.
        ConfigMap|Settings as keys and values, for programs in pods.
        ConfigMap.data|Keys and texts.
        ConfigMap.binaryData|Keys and bytes, in base64.
        ConfigMap.immutable|The contents can no longer be changed.
        Secret|Passwords, keys and the like, as keys and values.
        Secret.data|Keys and values, in base64.
        Secret.stringData|Keys and values as plain text; the server keeps them in data.
        Secret.type|What the secret is for; some types must have certain keys.
        Namespace|A part of the cluster with names of its own.
        Node|A machine that runs pods.
        NodeSpec.taints|Marks that keep pods away which do not tolerate them.
        NodeSpec.unschedulable|No new pods are put on the node.
        Ingress|Leads requests from outside to services, by host name and path.
        IngressSpec.rules|Which requests go to which service.
        IngressSpec.ingressClassName|The ingress controller that does the work.
        NetworkPolicy|Says who may talk to the selected pods, and to whom they may talk.
        PersistentVolume|A piece of storage in the cluster.
        PersistentVolumeClaim|A wish for storage, which a volume fulfils.
        StorageClass|A kind of storage, and who makes its volumes.
        ServiceAccount|An identity for the programs in pods.
        Role|What may be done in a namespace.
        ClusterRole|What may be done in the whole cluster, or in any namespace.
        RoleBinding|Gives a role to users, groups and service accounts, in one namespace.
        ClusterRoleBinding|Gives a cluster role to users, groups and service accounts, in all namespaces.
        HorizontalPodAutoscaler|Changes the number of pods of a workload by what they use.
        PodDisruptionBudget|How many pods of a group may be missing when nodes are drained.
        ResourceQuota|How much all objects of a namespace together may use.
        LimitRange|What single pods and containers of a namespace may use, and what they get when they do not say it.
        PriorityClass|How important pods are: the scheduler takes the important ones first.
        Event|Something that has happened to an object.
        Endpoints|The addresses behind a service, in the older form.
        EndpointSlice|Some of the addresses behind a service.
        Lease|Who holds something, and since when.
        CustomResourceDefinition|Adds a kind of object to the API.
        """#
}
