extension SchemaTable {
    /// Services, endpoints, ingresses and network policies.
    static let networking = #"""
        ClientIPConfig
          timeoutSeconds *int32
        Endpoint
          addresses []string ! list=set
          conditions EndpointConditions
          hostname *string
          targetRef *ObjectReference
          deprecatedTopology map[string]string
          nodeName *string
          zone *string
          hints *EndpointHints
        EndpointAddress
          ip string !
          targetRef *ObjectReference
          hostname string
          nodeName *string
        EndpointConditions
          ready *bool
          serving *bool
          terminating *bool
        EndpointHints
          forZones []ForZone list=atomic
          forNodes []ForNode list=atomic
        EndpointSlice
          kind string
          apiVersion string
          metadata ObjectMeta
          endpoints []Endpoint keep list=atomic
          ports []discovery.v1.EndpointPort keep list=atomic
          addressType string(AddressType) !
        EndpointSliceList
          kind string
          apiVersion string
          metadata ListMeta
          items []EndpointSlice !
        EndpointSubset
          addresses []EndpointAddress list=atomic
          notReadyAddresses []EndpointAddress list=atomic
          ports []core.v1.EndpointPort list=atomic
        Endpoints
          kind string
          apiVersion string
          metadata ObjectMeta
          subsets []EndpointSubset list=atomic
        EndpointsList
          kind string
          apiVersion string
          metadata ListMeta
          items []Endpoints !
        ForNode
          name string !
        ForZone
          name string !
        HTTPIngressPath
          path string
          backend IngressBackend !
          pathType *string(PathType) !
        HTTPIngressRuleValue
          paths []HTTPIngressPath ! list=atomic
        IPAddress
          kind string
          apiVersion string
          metadata ObjectMeta
          spec IPAddressSpec !
        IPAddressList
          kind string
          apiVersion string
          metadata ListMeta
          items []IPAddress !
        IPAddressSpec
          parentRef ParentReference !
        IPBlock
          cidr string !
          except []string list=atomic
        Ingress
          kind string
          apiVersion string
          metadata ObjectMeta
          spec IngressSpec
          status IngressStatus
        IngressBackend
          resource *TypedLocalObjectReference
          service *IngressServiceBackend
        IngressClass
          kind string
          apiVersion string
          metadata ObjectMeta
          spec IngressClassSpec
        IngressClassList
          kind string
          apiVersion string
          metadata ListMeta
          items []IngressClass !
        IngressClassParametersReference
          kind string !
          name string !
          scope *string
          namespace *string
          apiGroup *string
        IngressClassSpec
          controller string
          parameters *IngressClassParametersReference
        IngressList
          kind string
          apiVersion string
          metadata ListMeta
          items []Ingress !
        IngressLoadBalancerIngress
          ip string
          hostname string
          ports []IngressPortStatus list=atomic
        IngressLoadBalancerStatus
          ingress []IngressLoadBalancerIngress list=atomic
        IngressPortStatus
          port int32 !
          protocol string(Protocol) !
          error *string
        IngressRule
          host string
          http *HTTPIngressRuleValue in=IngressRuleValue
        IngressServiceBackend
          name string !
          port ServiceBackendPort
        IngressSpec
          ingressClassName *string
          defaultBackend *IngressBackend
          tls []IngressTLS list=atomic
          rules []IngressRule list=atomic
        IngressStatus
          loadBalancer IngressLoadBalancerStatus
        IngressTLS
          hosts []string list=atomic
          secretName string
        LoadBalancerIngress
          ip string
          hostname string
          ipMode *string(LoadBalancerIPMode)
          ports []PortStatus list=atomic
        LoadBalancerStatus
          ingress []LoadBalancerIngress list=atomic
        NetworkPolicy
          kind string
          apiVersion string
          metadata ObjectMeta
          spec NetworkPolicySpec
        NetworkPolicyEgressRule
          ports []NetworkPolicyPort list=atomic
          to []NetworkPolicyPeer list=atomic
        NetworkPolicyIngressRule
          ports []NetworkPolicyPort list=atomic
          from []NetworkPolicyPeer list=atomic
        NetworkPolicyList
          kind string
          apiVersion string
          metadata ListMeta
          items []NetworkPolicy !
        NetworkPolicyPeer
          podSelector *LabelSelector
          namespaceSelector *LabelSelector
          ipBlock *IPBlock
        NetworkPolicyPort
          protocol *string(Protocol)
          port *int-or-string
          endPort *int32
        NetworkPolicySpec
          podSelector LabelSelector
          ingress []NetworkPolicyIngressRule list=atomic
          egress []NetworkPolicyEgressRule list=atomic
          policyTypes []string(PolicyType) list=atomic
        ParentReference
          group string
          resource string !
          namespace string
          name string !
        PortStatus
          port int32 !
          protocol string(Protocol) !
          error *string
        Service
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ServiceSpec
          status ServiceStatus
        ServiceBackendPort
          name string
          number int32
        ServiceCIDR
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ServiceCIDRSpec
          status ServiceCIDRStatus
        ServiceCIDRList
          kind string
          apiVersion string
          metadata ListMeta
          items []ServiceCIDR !
        ServiceCIDRSpec
          cidrs []string list=atomic
        ServiceCIDRStatus
          conditions []Condition patch=merge:type list=map:type
        ServiceList
          kind string
          apiVersion string
          metadata ListMeta
          items []Service !
        ServicePort
          name string
          protocol string(Protocol)
          appProtocol *string
          port int32 !
          targetPort int-or-string
          nodePort int32
        ServiceSpec
          ports []ServicePort patch=merge:port list=map:port,protocol
          selector map[string]string map=atomic
          clusterIP string
          type string(ServiceType)
          externalIPs []string list=atomic
          sessionAffinity string(ServiceAffinity)
          loadBalancerIP string
          loadBalancerSourceRanges []string list=atomic
          externalName string
          externalTrafficPolicy string(ServiceExternalTrafficPolicy)
          healthCheckNodePort int32
          publishNotReadyAddresses bool
          sessionAffinityConfig *SessionAffinityConfig
          ipFamilyPolicy *string(IPFamilyPolicy)
          clusterIPs []string list=atomic
          ipFamilies []string(IPFamily) list=atomic
          allocateLoadBalancerNodePorts *bool
          loadBalancerClass *string
          internalTrafficPolicy *string(ServiceInternalTrafficPolicy)
          trafficDistribution *string
        ServiceStatus
          loadBalancer LoadBalancerStatus
          conditions []Condition patch=merge:type list=map:type
        SessionAffinityConfig
          clientIP *ClientIPConfig
        core.v1.EndpointPort
          name string
          port int32 !
          protocol string(Protocol)
          appProtocol *string
        discovery.v1.EndpointPort
          name *string
          protocol *string(Protocol)
          port *int32
          appProtocol *string
        """#
}
