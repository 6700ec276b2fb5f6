import Documents
import KubeModel
import KubePrinting
import Testing

/// Containers, probes, variables and volumes, as descriptions of pods show them.
struct ContainersDescriptionTests {
    /// The lines of a pod's description from one beginning to another.
    private func lines(_ pod: Object, from start: String, to end: String) -> String {
        let text = Describers.text(pod, of: .pods, now: noon, showsEvents: false) { _ in [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.firstIndex { $0.hasPrefix(start) } ?? 0
        let last = lines[first...].dropFirst().firstIndex { $0.hasPrefix(end) } ?? lines.endIndex
        return lines[first..<last].joined(separator: "\n")
    }

    @Test func `a container with everything`() {
        let pod = yaml(
            """
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              containers:
              - name: main
                image: app:1
                ports: [{containerPort: 80, protocol: TCP, name: http}, {containerPort: 53, protocol: UDP, hostPort: 53}]
                command: [sh, -c, "echo a\\necho b"]
                args: [x]
                resources: {limits: {memory: 64Mi, cpu: 200m}, requests: {cpu: 100m}}
                livenessProbe: {exec: {command: [cat, /tmp/alive]}, initialDelaySeconds: 1, timeoutSeconds: 2,
                  periodSeconds: 3, successThreshold: 1, failureThreshold: 4}
                readinessProbe: {httpGet: {path: "/a b", port: http, scheme: HTTPS, host: "::1"}, timeoutSeconds: 1,
                  periodSeconds: 10, successThreshold: 1, failureThreshold: 3}
                startupProbe: {tcpSocket: {port: 8081}, timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1,
                  failureThreshold: 3}
                envFrom:
                - configMapRef: {name: web}
                - {secretRef: {name: web, optional: true}, prefix: SECRET_}
                env:
                - {name: PLAIN, value: "1\\n2"}
                - {name: EMPTY}
                - {name: PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
                - {name: MODE, valueFrom: {configMapKeyRef: {name: web, key: mode, optional: true}}}
                - {name: NAME, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: metadata.name}}}
                - {name: APP, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: "metadata.labels['app']"}}}
                - {name: NODE, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: spec.nodeName}}}
                - {name: CPU, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}
                - {name: CORES, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: "0"}}}
                - {name: MEMORY, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}}
                volumeMounts:
                - {name: tmp, mountPath: /tmp}
                - {name: creds, mountPath: /etc/password, subPath: PASSWORD, readOnly: true}
                volumeDevices: [{name: disk, devicePath: /dev/xvda}]
            status:
              containerStatuses:
              - name: main
                containerID: containerd://1
                imageID: app@sha256:1
                ready: false
                restartCount: 2
                state: {waiting: {reason: CrashLoopBackOff, message: not shown}}
                lastState: {terminated: {exitCode: 3, signal: 9, reason: Error, message: oops,
                  finishedAt: "2026-11-22T11:59:00Z"}}
            """)
        #expect(
            lines(pod, from: "Containers:", to: "Volumes:")
                == """
                Containers:
                  main:
                    Container ID:  containerd://1
                    Image:         app:1
                    Image ID:      app@sha256:1
                    Ports:         80/TCP (http), 53/UDP
                    Host Ports:    0/TCP (http), 53/UDP
                    Command:
                      sh
                      -c
                      echo a
                      echo b
                    Args:
                      x
                    State:          Waiting
                      Reason:       CrashLoopBackOff
                    Last State:     Terminated
                      Reason:       Error
                      Message:      oops
                      Exit Code:    3
                      Signal:       9
                      Started:      Mon, 01 Jan 0001 00:00:00 +0000
                      Finished:     Sun, 22 Nov 2026 11:59:00 +0000
                    Ready:          False
                    Restart Count:  2
                    Limits:
                      cpu:     200m
                      memory:  64Mi
                    Requests:
                      cpu:      100m
                    Liveness:   exec [cat /tmp/alive] delay=1s timeout=2s period=3s #success=1 #failure=4
                    Readiness:  http-get https://[::1]:http/a%20b delay=0s timeout=1s period=10s #success=1 #failure=3
                    Startup:    tcp-socket :8081 delay=0s timeout=1s period=10s #success=1 #failure=3
                    Environment Variables from:
                      web  ConfigMap                     Optional: false
                      web  Secret with prefix 'SECRET_'  Optional: true
                    Environment:
                      PLAIN:     1
                                 2
                      EMPTY:     
                      PASSWORD:  <set to the key 'password' in secret 'db'>   Optional: false
                      MODE:      <set to the key 'mode' of config map 'web'>  Optional: true
                      NAME:      web (v1:metadata.name)
                      APP:        (v1:metadata.labels['app'])
                      NODE:       (v1:spec.nodeName)
                      CPU:       200 (limits.cpu)
                      CORES:     1 (limits.cpu)
                      MEMORY:    64 (limits.memory)
                    Mounts:
                      /etc/password from creds (ro,path="PASSWORD")
                      /tmp from tmp (rw)
                    Devices:
                      /dev/xvda from disk
                """)
    }

    @Test func `volumes of many sources`() {
        let pod = yaml(
            """
            metadata: {name: web, namespace: shop}
            spec:
              volumes:
              - {name: conf, configMap: {name: web, optional: true}}
              - {name: tmp, emptyDir: {medium: Memory, sizeLimit: 64Mi}}
              - {name: host, hostPath: {path: /var/log, type: Directory}}
              - {name: info, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}}
              - {name: all, projected: {sources: [{secret: {name: s}}, {configMap: {name: c}}]}}
              - {name: disk, persistentVolumeClaim: {claimName: data}}
              - {name: drv, csi: {driver: d.example.com, volumeAttributes: {a: "1", b: "2"}}}
              - {name: san, fc: {targetWWNs: [a, b], lun: 2}}
              - {name: own, ephemeral: {volumeClaimTemplate: {spec: {storageClassName: fast}}}}
              - {name: odd}
            """)
        #expect(
            lines(pod, from: "Volumes:", to: "QoS Class:")
                == """
                Volumes:
                  conf:
                    Type:      ConfigMap (a volume populated by a ConfigMap)
                    Name:      web
                    Optional:  true
                  tmp:
                    Type:       EmptyDir (a temporary directory that shares a pod's lifetime)
                    Medium:     Memory
                    SizeLimit:  64Mi
                  host:
                    Type:          HostPath (bare host directory volume)
                    Path:          /var/log
                    HostPathType:  Directory
                  info:
                    Type:  DownwardAPI (a volume populated by information about the pod)
                    Items:
                      metadata.labels -> labels
                  all:
                    Type:           Projected (a volume that contains injected data from multiple sources)
                    SecretName:     s
                    Optional:       false
                    ConfigMapName:  c
                    Optional:       false
                  disk:
                    Type:       PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)
                    ClaimName:  data
                    ReadOnly:   false
                  drv:
                    Type:              CSI (a Container Storage Interface (CSI) volume source)
                    Driver:            d.example.com
                    FSType:            
                    ReadOnly:          false
                    VolumeAttributes:      a=1
                                           b=2
                  san:
                    Type:        FC (a Fibre Channel disk)
                    TargetWWNs:  a, b
                    LUN:         2
                    FSType:      
                    ReadOnly:    false
                  own:
                    Type:          EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)
                    StorageClass:  fast
                    Volume:        
                    Labels:            <none>
                    Annotations:       <none>
                    Capacity:      
                    Access Modes:  
                  odd:
                  <unknown>
                """)
    }
}
