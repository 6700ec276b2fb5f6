extension SchemaTable {
    /// Roles, certificates and reviews of access.
    static let access = #"""
        AggregationRule
          clusterRoleSelectors []LabelSelector list=atomic
        BoundObjectReference
          kind string
          apiVersion string
          name string
          uid string(types.UID)
        CertificateSigningRequest
          kind string
          apiVersion string
          metadata ObjectMeta
          spec CertificateSigningRequestSpec !
          status CertificateSigningRequestStatus
        CertificateSigningRequestCondition
          type string(RequestConditionType) !
          reason string
          message string
          lastUpdateTime time
          lastTransitionTime time
          status string(ConditionStatus) !
        CertificateSigningRequestList
          kind string
          apiVersion string
          metadata ListMeta
          items []CertificateSigningRequest !
        CertificateSigningRequestSpec
          request bytes !
          username string
          uid string
          groups []string list=atomic
          usages []string(KeyUsage) list=atomic
          extra map[string][]string
          signerName string !
          expirationSeconds *int32
        CertificateSigningRequestStatus
          conditions []CertificateSigningRequestCondition list=map:type
          certificate bytes
        ClusterRole
          kind string
          apiVersion string
          metadata ObjectMeta
          rules []PolicyRule keep list=atomic
          aggregationRule *AggregationRule
        ClusterRoleBinding
          kind string
          apiVersion string
          metadata ObjectMeta
          subjects []rbac.v1.Subject list=atomic
          roleRef RoleRef !
        ClusterRoleBindingList
          kind string
          apiVersion string
          metadata ListMeta
          items []ClusterRoleBinding !
        ClusterRoleList
          kind string
          apiVersion string
          metadata ListMeta
          items []ClusterRole !
        FieldSelectorAttributes
          rawSelector string
          requirements []FieldSelectorRequirement list=atomic
        FieldSelectorRequirement
          key string !
          operator string(FieldSelectorOperator) !
          values []string list=atomic
        LabelSelectorAttributes
          rawSelector string
          requirements []LabelSelectorRequirement list=atomic
        LocalSubjectAccessReview
          kind string
          apiVersion string
          metadata ObjectMeta
          spec SubjectAccessReviewSpec !
          status SubjectAccessReviewStatus
        NonResourceAttributes
          path string
          verb string
        NonResourceRule
          verbs []string ! list=atomic
          nonResourceURLs []string list=atomic
        PolicyRule
          verbs []string ! list=atomic
          apiGroups []string list=atomic
          resources []string list=atomic
          resourceNames []string list=atomic
          nonResourceURLs []string list=atomic
        ResourceAttributes
          namespace string
          verb string
          group string
          version string
          resource string
          subresource string
          name string
          fieldSelector *FieldSelectorAttributes
          labelSelector *LabelSelectorAttributes
        ResourceRule
          verbs []string ! list=atomic
          apiGroups []string list=atomic
          resources []string list=atomic
          resourceNames []string list=atomic
        Role
          kind string
          apiVersion string
          metadata ObjectMeta
          rules []PolicyRule keep list=atomic
        RoleBinding
          kind string
          apiVersion string
          metadata ObjectMeta
          subjects []rbac.v1.Subject list=atomic
          roleRef RoleRef !
        RoleBindingList
          kind string
          apiVersion string
          metadata ListMeta
          items []RoleBinding !
        RoleList
          kind string
          apiVersion string
          metadata ListMeta
          items []Role !
        RoleRef
          apiGroup string
          kind string !
          name string !
        SelfSubjectAccessReview
          kind string
          apiVersion string
          metadata ObjectMeta
          spec SelfSubjectAccessReviewSpec !
          status SubjectAccessReviewStatus
        SelfSubjectAccessReviewSpec
          resourceAttributes *ResourceAttributes
          nonResourceAttributes *NonResourceAttributes
        SelfSubjectReview
          kind string
          apiVersion string
          metadata ObjectMeta
          status SelfSubjectReviewStatus
        SelfSubjectReviewStatus
          userInfo UserInfo
        SelfSubjectRulesReview
          kind string
          apiVersion string
          metadata ObjectMeta
          spec SelfSubjectRulesReviewSpec !
          status SubjectRulesReviewStatus
        SelfSubjectRulesReviewSpec
          namespace string
        SubjectAccessReview
          kind string
          apiVersion string
          metadata ObjectMeta
          spec SubjectAccessReviewSpec !
          status SubjectAccessReviewStatus
        SubjectAccessReviewSpec
          resourceAttributes *ResourceAttributes
          nonResourceAttributes *NonResourceAttributes
          user string
          groups []string list=atomic
          extra map[string][]string
          uid string
        SubjectAccessReviewStatus
          allowed bool !
          reason string
          evaluationError string
          denied bool
        SubjectRulesReviewStatus
          resourceRules []ResourceRule ! list=atomic
          nonResourceRules []NonResourceRule ! list=atomic
          incomplete bool !
          evaluationError string
        TokenRequestSpec
          audiences []string list=atomic
          boundObjectRef *BoundObjectReference
          expirationSeconds *int64
        TokenRequestStatus
          token string
          expirationTimestamp *time
        TokenReview
          kind string
          apiVersion string
          metadata ObjectMeta
          spec TokenReviewSpec !
          status TokenReviewStatus
        TokenReviewSpec
          token string !
          audiences []string list=atomic
        TokenReviewStatus
          authenticated bool
          user UserInfo
          error string
          audiences []string list=atomic
        authentication.v1.TokenRequest
          kind string
          apiVersion string
          metadata ObjectMeta
          spec TokenRequestSpec
          status TokenRequestStatus
        rbac.v1.Subject
          kind string !
          apiGroup string
          name string !
          namespace string
        """#
}
