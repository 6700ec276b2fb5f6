import Documents
import KubeModel
import KubePrinting
import Testing

/// Tables of networking, storage, policy, access and extensions.
struct OtherTableTests {
    @Test func `ingresses and their classes`() {
        let rules: Value = [["host": "a.example"], ["host": "b.example"], [:], ["host": "c.example"], ["host": "d"]]
        expectTable(
            .ingresses,
            [
                object(
                    "shop",
                    [
                        "spec": ["ingressClassName": "public", "rules": rules, "tls": [[:]]],
                        "status": ["loadBalancer": ["ingress": [["ip": "10.0.0.2"], ["ip": "10.0.0.1"]]]],
                    ]), object("any"),
            ],
            """
            NAME   CLASS    HOSTS                                       ADDRESS             PORTS     AGE
            shop   public   a.example,b.example,c.example + 2 more...   10.0.0.1,10.0.0.2   80, 443   5s
            any    <none>   *                                                               80        5s
            """)
        expectTable(
            .ingressClasses,
            [
                object(
                    "public", annotations: ["ingressclass.kubernetes.io/is-default-class": "true"],
                    [
                        "spec": [
                            "controller": "example.com/c",
                            "parameters": ["apiGroup": "example.com", "kind": "P", "name": "x"],
                        ]
                    ])
            ],
            """
            NAME               CONTROLLER      PARAMETERS        AGE
            public (default)   example.com/c   P.example.com/x   5s
            """)
    }

    @Test func `network policies, slices, addresses and ranges`() {
        expectTable(
            .networkPolicies,
            [
                object(
                    "p",
                    [
                        "spec": [
                            "podSelector": [
                                "matchExpressions": [["key": "a", "operator": "In", "values": ["c", "b"]]]
                            ]
                        ]
                    ]
                ), object("all", ["spec": ["podSelector": [:]]]),
            ],
            """
            NAME   POD-SELECTOR   AGE
            p      a in (b,c)     5s
            all    <none>         5s
            """)
        expectTable(
            .endpointSlices,
            [
                object(
                    "s",
                    [
                        "addressType": "IPv4", "ports": [["port": 80], ["name": "x"], [:]],
                        "endpoints": [
                            ["addresses": ["10.0.0.1", "10.0.0.2"]], ["addresses": ["10.0.0.3", "10.0.0.4"]],
                        ],
                    ]), object("none", ["addressType": "IPv4"]),
            ],
            """
            NAME   ADDRESSTYPE   PORTS     ENDPOINTS                                AGE
            s      IPv4          80,x,*    10.0.0.1,10.0.0.2,10.0.0.3 + 1 more...   5s
            none   IPv4          <unset>   <unset>                                  5s
            """)
        expectTable(
            .ipAddresses,
            [
                object(
                    "10.0.0.1",
                    ["spec": ["parentRef": ["resource": "services", "namespace": "default", "name": "web"]]])
            ],
            "NAME       PARENTREF\n10.0.0.1   services/default/web")
        expectTable(
            .serviceCIDRs, [object("kubernetes", ["spec": ["cidrs": ["10.0.0.0/16"]]])],
            "NAME         CIDRS         AGE\nkubernetes   10.0.0.0/16   5s")
    }

    @Test func `volumes and claims`() {
        let volume = object(
            "pv",
            [
                "spec": [
                    "capacity": ["storage": "1Gi"], "accessModes": ["ReadOnlyMany", "ReadWriteOnce"],
                    "persistentVolumeReclaimPolicy": "Retain", "storageClassName": "manual",
                    "claimRef": ["namespace": "default", "name": "data"], "volumeMode": "Filesystem",
                ], "status": ["phase": "Bound"],
            ])
        expectTable(
            .persistentVolumes, [volume], wide: true,
            """
            NAME   CAPACITY   ACCESS MODES   RECLAIM POLICY   STATUS   CLAIM          STORAGECLASS   VOLUMEATTRIBUTESCLASS   REASON   AGE   VOLUMEMODE
            pv     1Gi        RWO,ROX        Retain           Bound    default/data   manual         <unset>                          5s    Filesystem
            """)
        var going = object(
            "data",
            [
                "spec": ["volumeName": "pv", "storageClassName": "manual"],
                "status": ["phase": "Bound", "accessModes": ["ReadWriteOnce"], "capacity": ["storage": "1Gi"]],
            ])
        going["metadata", "deletionTimestamp"] = ago(1)
        expectTable(
            .persistentVolumeClaims, [going, object("new", ["status": ["phase": "Pending"]])],
            """
            NAME   STATUS        VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   VOLUMEATTRIBUTESCLASS   AGE
            data   Terminating   pv       1Gi        RWO            manual         <unset>                 5s
            new    Pending                                                         <unset>                 5s
            """)
    }

    @Test func `storage classes and drivers`() {
        expectTable(
            .storageClasses,
            [
                object(
                    "gp3", annotations: ["storageclass.kubernetes.io/is-default-class": "true"],
                    ["provisioner": "ebs.csi.aws.com", "allowVolumeExpansion": true]),
                object(
                    "local",
                    ["provisioner": "x", "reclaimPolicy": "Retain", "volumeBindingMode": "WaitForFirstConsumer"]),
            ],
            """
            NAME            PROVISIONER       RECLAIMPOLICY   VOLUMEBINDINGMODE      ALLOWVOLUMEEXPANSION   AGE
            gp3 (default)   ebs.csi.aws.com   Delete          Immediate              true                   5s
            local           x                 Retain          WaitForFirstConsumer   false                  5s
            """)
        expectTable(
            .csiDrivers,
            [
                object(
                    "d",
                    [
                        "spec": [
                            "attachRequired": false, "volumeLifecycleModes": ["Persistent"],
                            "tokenRequests": [["audience": "a"]],
                        ]
                    ]
                )
            ],
            """
            NAME   ATTACHREQUIRED   PODINFOONMOUNT   STORAGECAPACITY   TOKENREQUESTS   REQUIRESREPUBLISH   MODES        AGE
            d      false            false            false             a               false               Persistent   5s
            """)
        expectTable(
            .volumeAttachments,
            [
                object(
                    "a",
                    [
                        "spec": ["attacher": "d", "source": ["persistentVolumeName": "pv"], "nodeName": "n"],
                        "status": ["attached": true],
                    ])
            ],
            """
            NAME   ATTACHER   PV    NODE   ATTACHED   AGE
            a      d          pv    n      true       5s
            """)
        expectTable(
            .csiNodes, [object("n", ["spec": ["drivers": [[:], [:]]]])], "NAME   DRIVERS   AGE\nn      2         5s")
        expectTable(
            .csiStorageCapacities, [object("c", ["storageClassName": "s"])],
            "NAME   STORAGECLASSNAME   CAPACITY\nc      s                  <unset>")
        expectTable(
            .volumeAttributesClasses, [object("v", ["driverName": "d"])],
            "NAME   DRIVERNAME   AGE\nv      d            5s")
    }

    @Test func `budgets, priorities and flows`() {
        expectTable(
            .podDisruptionBudgets,
            [
                object("a", ["spec": ["minAvailable": "50%"], "status": ["disruptionsAllowed": 1]]),
                object("b", ["spec": ["maxUnavailable": 1]]),
            ],
            """
            NAME   MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE
            a      50%             N/A               1                     5s
            b      N/A             1                 0                     5s
            """)
        expectTable(
            .priorityClasses, [object("p", ["value": -10, "preemptionPolicy": "Never"])],
            "NAME   VALUE   GLOBAL-DEFAULT   AGE   PREEMPTIONPOLICY\np      -10     false            5s    Never")
        expectTable(
            .flowSchemas,
            [
                object(
                    "f",
                    [
                        "spec": ["priorityLevelConfiguration": ["name": "l"], "matchingPrecedence": 9],
                        "status": ["conditions": [["type": "Dangling", "status": "False"]]],
                    ])
            ],
            """
            NAME   PRIORITYLEVEL   MATCHINGPRECEDENCE   DISTINGUISHERMETHOD   AGE   MISSINGPL
            f      l               9                    <none>                5s    False
            """)
        expectTable(
            .priorityLevelConfigurations,
            [
                object(
                    "l",
                    [
                        "spec": [
                            "type": "Limited",
                            "limited": [
                                "nominalConcurrencyShares": 5,
                                "limitResponse": ["queuing": ["queues": 64, "handSize": 6]],
                            ],
                        ]
                    ])
            ],
            """
            NAME   TYPE      NOMINALCONCURRENCYSHARES   QUEUES   HANDSIZE   QUEUELENGTHLIMIT   AGE
            l      Limited   5                          64       6          <none>             5s
            """)
    }

    @Test func `bindings and signing requests`() {
        let subjects: Value = [
            ["kind": "User", "name": "jane"], ["kind": "User", "name": "john"], ["kind": "Group", "name": "ops"],
            ["kind": "ServiceAccount", "name": "robot", "namespace": "shop"],
        ]
        expectTable(
            .roleBindings, [object("b", ["roleRef": ["kind": "Role", "name": "r"], "subjects": subjects])], wide: true,
            """
            NAME   ROLE     AGE   USERS        GROUPS   SERVICEACCOUNTS
            b      Role/r   5s    jane, john   ops      shop/robot
            """)
        expectTable(
            .certificateSigningRequests,
            [
                object(
                    "c",
                    [
                        "spec": ["signerName": "s", "username": "u", "expirationSeconds": 3600],
                        "status": ["conditions": [["type": "Approved"]], "certificate": "AA=="],
                    ]), object("d", ["status": ["conditions": [["type": "Denied"], ["type": "Failed"]]]]),
            ],
            """
            NAME   AGE   SIGNERNAME   REQUESTOR   REQUESTEDDURATION   CONDITION
            c      5s    s            u           60m                 Approved,Issued
            d      5s    <none>                   <none>              Denied,Failed
            """)
    }

    @Test func `extensions of the API`() {
        expectTable(
            .validatingWebhookConfigurations, [object("w", ["webhooks": [[:], [:]]])],
            "NAME   WEBHOOKS   AGE\nw      2          5s")
        expectTable(
            .validatingAdmissionPolicies,
            [object("p", ["spec": ["validations": [[:]], "paramKind": ["apiVersion": "v1", "kind": "ConfigMap"]]])],
            "NAME   VALIDATIONS   PARAMKIND      AGE\np      1             v1/ConfigMap   5s")
        expectTable(
            .mutatingAdmissionPolicyBindings,
            [object("b", ["spec": ["policyName": "p", "paramRef": ["name": "n"]]])],
            "NAME   POLICYNAME   PARAMREF   AGE\nb      p            */n        5s")
        expectTable(
            .apiServices,
            [
                object("v1", ["status": ["conditions": [["type": "Available", "status": "True", "reason": "Local"]]]]),
                object(
                    "v1.m",
                    [
                        "spec": ["service": ["namespace": "kube-system", "name": "metrics"]],
                        "status": [
                            "conditions": [["type": "Available", "status": "False", "reason": "ServiceNotFound"]]
                        ],
                    ]),
            ],
            """
            NAME   SERVICE               AVAILABLE                 AGE
            v1     Local                 True                      5s
            v1.m   kube-system/metrics   False (ServiceNotFound)   5s
            """)
    }

    @Test func `devices, leases and the rest`() {
        var claim = object("c", ["status": ["allocation": [:], "reservedFor": [[:]]]])
        claim["metadata", "deletionTimestamp"] = ago(1)
        expectTable(
            .resourceClaims, [object("n"), claim],
            "NAME   STATE                        AGE\nn      pending                      5s\nc      deleted,allocated,reserved   5s"
        )
        expectTable(
            .resourceSlices, [object("s", ["spec": ["nodeName": "n1", "driver": "d", "pool": ["name": "p"]]])],
            "NAME   NODE   DRIVER   POOL   AGE\ns      n1     d        p      5s")
        expectTable(.deviceClasses, [object("d")], "NAME   AGE\nd      5s")
        expectTable(
            .leases, [object("l", ["spec": ["holderIdentity": "n1"]])], "NAME   HOLDER   AGE\nl      n1       5s")
        expectTable(.runtimeClasses, [object("r", ["handler": "runsc"])], "NAME   HANDLER   AGE\nr      runsc     5s")
        expectTable(
            .componentStatuses,
            [object("etcd-0", ["conditions": [["type": "Healthy", "status": "True", "message": "ok"]]]), object("x")],
            "NAME     STATUS    MESSAGE   ERROR\netcd-0   Healthy   ok        \nx        Unknown             ")
        expectTable(
            .podTemplates,
            [
                object(
                    "t",
                    [
                        "template": [
                            "metadata": ["labels": ["a": "b"]], "spec": ["containers": [["name": "c", "image": "i"]]],
                        ]
                    ])
            ],
            "NAME   CONTAINERS   IMAGES   POD LABELS\nt      c            i        a=b")
    }
}
