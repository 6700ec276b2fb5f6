extension SchemaTable {
    /// Admission webhooks and policies.
    static let admission = #"""
        ApplyConfiguration
          expression string
        AuditAnnotation
          key string !
          valueExpression string !
        ExpressionWarning
          fieldRef string !
          warning string !
        JSONPatch
          expression string
        MatchCondition
          name string !
          expression string !
        MatchResources
          namespaceSelector *LabelSelector
          objectSelector *LabelSelector
          resourceRules []NamedRuleWithOperations list=atomic
          excludeResourceRules []NamedRuleWithOperations list=atomic
          matchPolicy *string(MatchPolicyType)
        MutatingAdmissionPolicy
          kind string
          apiVersion string
          metadata ObjectMeta
          spec MutatingAdmissionPolicySpec
        MutatingAdmissionPolicyBinding
          kind string
          apiVersion string
          metadata ObjectMeta
          spec MutatingAdmissionPolicyBindingSpec
        MutatingAdmissionPolicyBindingList
          kind string
          apiVersion string
          metadata ListMeta
          items []MutatingAdmissionPolicyBinding !
        MutatingAdmissionPolicyBindingSpec
          policyName string
          paramRef *ParamRef
          matchResources *MatchResources
        MutatingAdmissionPolicyList
          kind string
          apiVersion string
          metadata ListMeta
          items []MutatingAdmissionPolicy !
        MutatingAdmissionPolicySpec
          paramKind *ParamKind
          matchConstraints *MatchResources
          variables []Variable list=atomic
          mutations []Mutation list=atomic
          failurePolicy *string
          matchConditions []MatchCondition patch=merge:name list=map:name
          reinvocationPolicy string
        MutatingWebhook
          name string !
          clientConfig admissionregistration.v1.WebhookClientConfig !
          rules []RuleWithOperations list=atomic
          failurePolicy *string(FailurePolicyType)
          namespaceSelector *LabelSelector
          sideEffects *string(SideEffectClass) !
          timeoutSeconds *int32
          admissionReviewVersions []string ! list=atomic
          matchPolicy *string(MatchPolicyType)
          reinvocationPolicy *string(ReinvocationPolicyType)
          objectSelector *LabelSelector
          matchConditions []MatchCondition patch=merge:name list=map:name
        MutatingWebhookConfiguration
          kind string
          apiVersion string
          metadata ObjectMeta
          webhooks []MutatingWebhook patch=merge:name list=map:name
        MutatingWebhookConfigurationList
          kind string
          apiVersion string
          metadata ListMeta
          items []MutatingWebhookConfiguration !
        Mutation
          patchType string !
          applyConfiguration *ApplyConfiguration
          jsonPatch *JSONPatch
        NamedRuleWithOperations
          resourceNames []string list=atomic
          apiGroups []string list=atomic in=RuleWithOperations.Rule
          apiVersions []string list=atomic in=RuleWithOperations.Rule
          operations []string(OperationType) list=atomic in=RuleWithOperations
          resources []string list=atomic in=RuleWithOperations.Rule
          scope *string(ScopeType) in=RuleWithOperations.Rule
        ParamKind
          kind string
          apiVersion string
        ParamRef
          name string
          namespace string
          selector *LabelSelector
          parameterNotFoundAction *string(ParameterNotFoundActionType)
        RuleWithOperations
          operations []string(OperationType) list=atomic
          apiGroups []string list=atomic in=Rule
          apiVersions []string list=atomic in=Rule
          resources []string list=atomic in=Rule
          scope *string(ScopeType) in=Rule
        TypeChecking
          expressionWarnings []ExpressionWarning list=atomic
        ValidatingAdmissionPolicy
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ValidatingAdmissionPolicySpec
          status ValidatingAdmissionPolicyStatus
        ValidatingAdmissionPolicyBinding
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ValidatingAdmissionPolicyBindingSpec !
        ValidatingAdmissionPolicyBindingList
          kind string
          apiVersion string
          metadata ListMeta
          items []ValidatingAdmissionPolicyBinding !
        ValidatingAdmissionPolicyBindingSpec
          policyName string !
          paramRef *ParamRef
          matchResources *MatchResources
          validationActions []string(ValidationAction) ! list=set
        ValidatingAdmissionPolicyList
          kind string
          apiVersion string
          metadata ListMeta
          items []ValidatingAdmissionPolicy !
        ValidatingAdmissionPolicySpec
          paramKind *ParamKind
          matchConstraints *MatchResources
          validations []Validation list=atomic
          failurePolicy *string(FailurePolicyType)
          auditAnnotations []AuditAnnotation list=atomic
          matchConditions []MatchCondition patch=merge:name list=map:name
          variables []Variable patch=merge:name list=map:name
        ValidatingAdmissionPolicyStatus
          observedGeneration int64
          typeChecking *TypeChecking
          conditions []Condition list=map:type
        ValidatingWebhook
          name string !
          clientConfig admissionregistration.v1.WebhookClientConfig !
          rules []RuleWithOperations list=atomic
          failurePolicy *string(FailurePolicyType)
          namespaceSelector *LabelSelector
          sideEffects *string(SideEffectClass) !
          timeoutSeconds *int32
          admissionReviewVersions []string ! list=atomic
          matchPolicy *string(MatchPolicyType)
          objectSelector *LabelSelector
          matchConditions []MatchCondition patch=merge:name list=map:name
        ValidatingWebhookConfiguration
          kind string
          apiVersion string
          metadata ObjectMeta
          webhooks []ValidatingWebhook patch=merge:name list=map:name
        ValidatingWebhookConfigurationList
          kind string
          apiVersion string
          metadata ListMeta
          items []ValidatingWebhookConfiguration !
        Validation
          message string
          reason *string(StatusReason)
          messageExpression string
          expression string !
        Variable
          expression string !
          name string !
        admissionregistration.v1.ServiceReference
          namespace string !
          name string !
          path *string
          port *int32
        admissionregistration.v1.WebhookClientConfig
          service *admissionregistration.v1.ServiceReference
          caBundle bytes
          url *string
        """#
}
