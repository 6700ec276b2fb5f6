import Documents
import KubeModel
import KubePrinting
import Testing

struct StorageDescriberTests {
    @Test func `a local volume with its nodes`() {
        let volume = yaml(
            """
            metadata: {name: disk-1, finalizers: [kubernetes.io/pv-protection]}
            spec:
              storageClassName: local
              persistentVolumeReclaimPolicy: Retain
              accessModes: [ReadWriteOnce, ReadOnlyMany]
              volumeMode: Filesystem
              capacity: {storage: 5Gi}
              local: {path: /mnt/disk1}
              nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [
                {key: kubernetes.io/hostname, operator: In, values: [a, b]}, {key: gpu, operator: Exists}]}]}}
            status: {phase: Available}
            """)
        expectDescription(
            .persistentVolumes, volume, events: true,
            """
            Name:              disk-1
            Labels:            <none>
            Annotations:       <none>
            Finalizers:        [kubernetes.io/pv-protection]
            StorageClass:      local
            Status:            Available
            Claim:             
            Reclaim Policy:    Retain
            Access Modes:      RWO,ROX
            VolumeMode:        Filesystem
            Capacity:          5Gi
            Node Affinity:     
              Required Terms:  
                Term 0:        kubernetes.io/hostname in [a, b]
                               gpu exists
            Message:           
            Source:
                Type:  LocalVolume (a persistent volume backed by local storage on a node)
                Path:  /mnt/disk1
            Events:    <none>
            """)
    }

    @Test func `a claim that is used and being deleted`() {
        let claim = yaml(
            """
            metadata: {name: data, namespace: default, uid: c1, deletionTimestamp: "2026-11-22T11:59:50Z"}
            spec: {storageClassName: fast, volumeName: pv-1, dataSource: {kind: VolumeSnapshot, name: s, apiGroup: snapshot.storage.k8s.io}}
            status: {phase: Bound, accessModes: [ReadWriteOncePod], capacity: {storage: 1Gi},
              conditions: [{type: Resizing, status: "True"}]}
            """)
        let pod = yaml(
            """
            metadata: {name: db-0, namespace: default}
            spec: {volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]}
            """)
        expectDescription(
            .persistentVolumeClaims, claim, related: [.pods: [pod, object("other")]],
            """
            Name:          data
            Namespace:     default
            StorageClass:  fast
            Status:        Terminating (lasts 10s)
            Volume:        pv-1
            Labels:        <none>
            Annotations:   <none>
            Finalizers:    []
            Capacity:      1Gi
            Access Modes:  RWOP
            DataSource:
              APIGroup:  snapshot.storage.k8s.io
              Kind:      VolumeSnapshot
              Name:      s
            Used By:     db-0
            Conditions:
              Type       Status  LastProbeTime                     LastTransitionTime                Reason  Message
              ----       ------  -----------------                 ------------------                ------  -------
              Resizing   True    Mon, 01 Jan 0001 00:00:00 +0000   Mon, 01 Jan 0001 00:00:00 +0000           
            """)
    }

    @Test func `classes`() {
        let storageClass = yaml(
            """
            metadata: {name: gp3, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
            provisioner: ebs.csi.aws.com
            parameters: {type: gp3}
            allowVolumeExpansion: true
            mountOptions: [debug]
            reclaimPolicy: Delete
            volumeBindingMode: Immediate
            allowedTopologies: [{matchLabelExpressions: [{key: zone, values: [a, b]}]}]
            """)
        expectDescription(
            .storageClasses, storageClass,
            """
            Name:                  gp3
            IsDefaultClass:        Yes
            Annotations:           storageclass.kubernetes.io/is-default-class=true
            Provisioner:           ebs.csi.aws.com
            Parameters:            type=gp3
            AllowVolumeExpansion:  True
            MountOptions:
              debug
            ReclaimPolicy:      Delete
            VolumeBindingMode:  Immediate
            AllowedTopologies:  
              Term 0:           zone in [a, b]
            """)
        expectDescription(
            .volumeAttributesClasses, yaml("metadata: {name: fast}\ndriverName: d\nparameters: {iops: \"3000\"}"),
            """
            Name:         fast
            Annotations:  <none>
            DriverName:   d
            Parameters:   iops=3000
            """)
    }

    @Test func `the drivers of a node`() {
        let node = yaml(
            """
            metadata: {name: n1, creationTimestamp: "2026-11-22T12:00:00Z"}
            spec: {drivers: [{name: d, nodeID: i-1, allocatable: {count: 25}, topologyKeys: [zone]}]}
            """)
        expectDescription(
            .csiNodes, node,
            """
            Name:               n1
            Labels:             <none>
            Annotations:        <none>
            CreationTimestamp:  Sun, 22 Nov 2026 12:00:00 +0000
            Spec:
              Drivers:
                d:
                  Node ID:  i-1
                  Allocatables:
                    Count:        25
                  Topology Keys:  [zone]
            """)
    }
}
