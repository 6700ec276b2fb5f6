extension SchemaTable {
    /// Containers with their probes, environments and states.
    static let containers = #"""
        AppArmorProfile
          type string(AppArmorProfileType) !
          localhostProfile *string
        Capabilities
          add []string(Capability) list=atomic
          drop []string(Capability) list=atomic
        ConfigMapEnvSource
          optional *bool
          name string in=LocalObjectReference
        ConfigMapKeySelector
          key string !
          optional *bool
          name string in=LocalObjectReference
        Container
          name string !
          image string
          command []string list=atomic
          args []string list=atomic
          workingDir string
          ports []ContainerPort patch=merge:containerPort list=map:containerPort,protocol
          envFrom []EnvFromSource list=atomic
          env []EnvVar patch=merge:name list=map:name
          resources ResourceRequirements
          resizePolicy []ContainerResizePolicy list=atomic
          restartPolicy *string(ContainerRestartPolicy)
          restartPolicyRules []ContainerRestartRule list=atomic
          volumeMounts []VolumeMount patch=merge:mountPath list=map:mountPath
          volumeDevices []VolumeDevice patch=merge:devicePath list=map:devicePath
          livenessProbe *Probe
          readinessProbe *Probe
          startupProbe *Probe
          lifecycle *Lifecycle
          terminationMessagePath string
          terminationMessagePolicy string(TerminationMessagePolicy)
          imagePullPolicy string(PullPolicy)
          securityContext *SecurityContext
          stdin bool
          stdinOnce bool
          tty bool
        ContainerPort
          name string
          hostPort int32
          containerPort int32 !
          protocol string(Protocol)
          hostIP string
        ContainerResizePolicy
          resourceName string(ResourceName) !
          restartPolicy string(ResourceResizeRestartPolicy) !
        ContainerRestartRule
          action string(ContainerRestartRuleAction) !
          exitCodes *ContainerRestartRuleOnExitCodes
        ContainerRestartRuleOnExitCodes
          operator string(ContainerRestartRuleOnExitCodesOperator) !
          values []int32 list=set
        ContainerState
          waiting *ContainerStateWaiting
          running *ContainerStateRunning
          terminated *ContainerStateTerminated
        ContainerStateRunning
          startedAt time
        ContainerStateTerminated
          exitCode int32 !
          signal int32
          reason string
          message string
          startedAt time
          finishedAt time
          containerID string
        ContainerStateWaiting
          reason string
          message string
        ContainerStatus
          name string !
          state ContainerState
          lastState ContainerState
          ready bool !
          restartCount int32 !
          image string !
          imageID string !
          containerID string
          started *bool
          allocatedResources map[string]quantity(ResourceList)
          resources *ResourceRequirements
          volumeMounts []VolumeMountStatus patch=merge:mountPath list=map:mountPath
          user *ContainerUser
          allocatedResourcesStatus []ResourceStatus patch=merge:name list=map:name
          stopSignal *string(Signal)
        ContainerUser
          linux *LinuxContainerUser
        EnvFromSource
          prefix string
          configMapRef *ConfigMapEnvSource
          secretRef *SecretEnvSource
        EnvVar
          name string !
          value string
          valueFrom *EnvVarSource
        EnvVarSource
          fieldRef *ObjectFieldSelector
          resourceFieldRef *ResourceFieldSelector
          configMapKeyRef *ConfigMapKeySelector
          secretKeyRef *SecretKeySelector
          fileKeyRef *FileKeySelector
        EphemeralContainer
          name string ! in=EphemeralContainerCommon
          image string in=EphemeralContainerCommon
          command []string list=atomic in=EphemeralContainerCommon
          args []string list=atomic in=EphemeralContainerCommon
          workingDir string in=EphemeralContainerCommon
          ports []ContainerPort patch=merge:containerPort list=map:containerPort,protocol in=EphemeralContainerCommon
          envFrom []EnvFromSource list=atomic in=EphemeralContainerCommon
          env []EnvVar patch=merge:name list=map:name in=EphemeralContainerCommon
          resources ResourceRequirements in=EphemeralContainerCommon
          resizePolicy []ContainerResizePolicy list=atomic in=EphemeralContainerCommon
          restartPolicy *string(ContainerRestartPolicy) in=EphemeralContainerCommon
          restartPolicyRules []ContainerRestartRule list=atomic in=EphemeralContainerCommon
          volumeMounts []VolumeMount patch=merge:mountPath list=map:mountPath in=EphemeralContainerCommon
          volumeDevices []VolumeDevice patch=merge:devicePath list=map:devicePath in=EphemeralContainerCommon
          livenessProbe *Probe in=EphemeralContainerCommon
          readinessProbe *Probe in=EphemeralContainerCommon
          startupProbe *Probe in=EphemeralContainerCommon
          lifecycle *Lifecycle in=EphemeralContainerCommon
          terminationMessagePath string in=EphemeralContainerCommon
          terminationMessagePolicy string(TerminationMessagePolicy) in=EphemeralContainerCommon
          imagePullPolicy string(PullPolicy) in=EphemeralContainerCommon
          securityContext *SecurityContext in=EphemeralContainerCommon
          stdin bool in=EphemeralContainerCommon
          stdinOnce bool in=EphemeralContainerCommon
          tty bool in=EphemeralContainerCommon
          targetContainerName string
        ExecAction
          command []string list=atomic
        FileKeySelector
          volumeName string !
          path string !
          key string !
          optional *bool
        GRPCAction
          port int32 !
          service *string
        HTTPGetAction
          path string
          port int-or-string !
          host string
          scheme string(URIScheme)
          httpHeaders []HTTPHeader list=atomic
        HTTPHeader
          name string !
          value string !
        ImageVolumeStatus
          imageRef string !
        Lifecycle
          postStart *LifecycleHandler
          preStop *LifecycleHandler
          stopSignal *string(Signal)
        LifecycleHandler
          exec *ExecAction
          httpGet *HTTPGetAction
          tcpSocket *TCPSocketAction
          sleep *SleepAction
        LinuxContainerUser
          uid int64 !
          gid int64 !
          supplementalGroups []int64 list=atomic
        Probe
          exec *ExecAction in=ProbeHandler
          httpGet *HTTPGetAction in=ProbeHandler
          tcpSocket *TCPSocketAction in=ProbeHandler
          grpc *GRPCAction in=ProbeHandler
          initialDelaySeconds int32
          timeoutSeconds int32
          periodSeconds int32
          successThreshold int32
          failureThreshold int32
          terminationGracePeriodSeconds *int64
        ResourceHealth
          resourceID string !
          health string
          message string
        ResourceRequirements
          limits map[string]quantity(ResourceList)
          requests map[string]quantity(ResourceList)
          claims []core.v1.ResourceClaim list=map:name
        ResourceStatus
          name string !
          resources []ResourceHealth list=map:resourceID
        SELinuxOptions
          user string
          role string
          type string
          level string
        SeccompProfile
          type string(SeccompProfileType) !
          localhostProfile *string
        SecretEnvSource
          optional *bool
          name string in=LocalObjectReference
        SecretKeySelector
          key string !
          optional *bool
          name string in=LocalObjectReference
        SecurityContext
          capabilities *Capabilities
          privileged *bool
          seLinuxOptions *SELinuxOptions
          windowsOptions *WindowsSecurityContextOptions
          runAsUser *int64
          runAsGroup *int64
          runAsNonRoot *bool
          readOnlyRootFilesystem *bool
          allowPrivilegeEscalation *bool
          procMount *string(ProcMountType)
          seccompProfile *SeccompProfile
          appArmorProfile *AppArmorProfile
        SleepAction
          seconds int64 !
        TCPSocketAction
          port int-or-string !
          host string
        VolumeDevice
          name string !
          devicePath string !
        VolumeMount
          name string !
          readOnly bool
          mountPath string !
          subPath string
          mountPropagation *string(MountPropagationMode)
          subPathExpr string
          recursiveReadOnly *string(RecursiveReadOnlyMode)
        VolumeMountStatus
          name string !
          mountPath string !
          readOnly bool
          recursiveReadOnly *string(RecursiveReadOnlyMode)
          volumeStatus *VolumeStatus
        VolumeStatus
          image *ImageVolumeStatus
        WindowsSecurityContextOptions
          gmsaCredentialSpecName *string
          gmsaCredentialSpec *string
          runAsUserName *string
          hostProcess *bool
        core.v1.ResourceClaim
          name string !
          request string
        """#
}
