extension SchemaTable {
    /// Custom resource definitions, API services and flow control.
    static let extensions = #"""
        APIService
          kind string
          apiVersion string
          metadata ObjectMeta
          spec APIServiceSpec
          status APIServiceStatus
        APIServiceCondition
          status string(ConditionStatus) !
          lastTransitionTime time
          message string
          reason string
          type string(APIServiceConditionType) !
        APIServiceList
          kind string
          apiVersion string
          metadata ListMeta
          items []APIService !
        APIServiceSpec
          caBundle bytes map=atomic
          group string
          groupPriorityMinimum int32 !
          insecureSkipTLSVerify bool
          service *apiregistration.v1.ServiceReference
          version string
          versionPriority int32 !
        APIServiceStatus
          conditions []APIServiceCondition patch=merge:type list=map:type
        CustomResourceColumnDefinition
          description string
          format string
          jsonPath string !
          name string !
          priority int32
          type string !
        CustomResourceConversion
          strategy string(ConversionStrategyType) !
          webhook *WebhookConversion
        CustomResourceDefinition
          kind string
          apiVersion string
          metadata ObjectMeta
          spec CustomResourceDefinitionSpec !
          status CustomResourceDefinitionStatus
        CustomResourceDefinitionCondition
          status string(ConditionStatus) !
          lastTransitionTime time
          message string
          observedGeneration int64
          reason string
          type string(CustomResourceDefinitionConditionType) !
        CustomResourceDefinitionList
          kind string
          apiVersion string
          metadata ListMeta
          items []CustomResourceDefinition !
        CustomResourceDefinitionNames
          kind string !
          plural string !
          singular string
          shortNames []string list=atomic
          listKind string
          categories []string list=atomic
        CustomResourceDefinitionSpec
          conversion *CustomResourceConversion
          group string !
          names CustomResourceDefinitionNames !
          preserveUnknownFields bool
          scope string(ResourceScope) !
          versions []CustomResourceDefinitionVersion ! list=atomic
        CustomResourceDefinitionStatus
          acceptedNames CustomResourceDefinitionNames
          conditions []CustomResourceDefinitionCondition list=map:type
          observedGeneration int64
          storedVersions []string list=atomic
        CustomResourceDefinitionVersion
          additionalPrinterColumns []CustomResourceColumnDefinition list=atomic
          deprecated bool
          deprecationWarning *string
          name string !
          schema *CustomResourceValidation
          selectableFields []SelectableField list=atomic
          served bool !
          storage bool !
          subresources *CustomResourceSubresources
        CustomResourceSubresourceScale
          labelSelectorPath *string
          specReplicasPath string !
          statusReplicasPath string !
        CustomResourceSubresourceStatus
        CustomResourceSubresources
          status *CustomResourceSubresourceStatus
          scale *CustomResourceSubresourceScale
        CustomResourceValidation
          openAPIV3Schema *JSONSchemaProps
        ExemptPriorityLevelConfiguration
          nominalConcurrencyShares *int32
          lendablePercent *int32
        ExternalDocumentation
          description string
          url string
        FlowDistinguisherMethod
          type string(FlowDistinguisherMethodType) !
        FlowSchema
          kind string
          apiVersion string
          metadata ObjectMeta
          spec FlowSchemaSpec
          status FlowSchemaStatus
        FlowSchemaCondition
          type string
          status string
          lastTransitionTime time
          reason string
          message string
        FlowSchemaList
          kind string
          apiVersion string
          metadata ListMeta
          items []FlowSchema !
        FlowSchemaSpec
          priorityLevelConfiguration PriorityLevelConfigurationReference !
          matchingPrecedence int32
          distinguisherMethod *FlowDistinguisherMethod
          rules []PolicyRulesWithSubjects list=atomic
        FlowSchemaStatus
          conditions []FlowSchemaCondition patch=merge:type list=map:type
        GroupSubject
          name string !
        JSONSchemaProps
          id string
          $schema string(JSONSchemaURL)
          $ref *string
          description string
          type string
          format string
          title string
          default *JSON
          maximum *double
          exclusiveMaximum bool
          minimum *double
          exclusiveMinimum bool
          maxLength *int64
          minLength *int64
          pattern string
          maxItems *int64
          minItems *int64
          uniqueItems bool
          multipleOf *double
          enum []JSON list=atomic
          maxProperties *int64
          minProperties *int64
          required []string list=atomic
          items *JSONSchemaPropsOrArray
          allOf []JSONSchemaProps list=atomic
          oneOf []JSONSchemaProps list=atomic
          anyOf []JSONSchemaProps list=atomic
          not *JSONSchemaProps
          properties map[string]JSONSchemaProps
          additionalProperties *JSONSchemaPropsOrBool
          patternProperties map[string]JSONSchemaProps
          dependencies map[string]JSONSchemaPropsOrStringArray
          additionalItems *JSONSchemaPropsOrBool
          definitions map[string]JSONSchemaProps
          externalDocs *ExternalDocumentation
          example *JSON
          nullable bool
          x-kubernetes-embedded-resource bool
          x-kubernetes-int-or-string bool
          x-kubernetes-list-map-keys []string list=atomic
          x-kubernetes-list-type *string
          x-kubernetes-map-type *string
          x-kubernetes-preserve-unknown-fields *bool
          x-kubernetes-validations []ValidationRule patch=merge:rule list=map:rule
        LimitResponse
          type string(LimitResponseType) !
          queuing *QueuingConfiguration
        LimitedPriorityLevelConfiguration
          nominalConcurrencyShares *int32
          limitResponse *LimitResponse
          lendablePercent *int32
          borrowingLimitPercent *int32
        NonResourcePolicyRule
          verbs []string ! list=set
          nonResourceURLs []string ! list=set
        PolicyRulesWithSubjects
          subjects []flowcontrol.v1.Subject ! list=atomic
          resourceRules []ResourcePolicyRule list=atomic
          nonResourceRules []NonResourcePolicyRule list=atomic
        PriorityLevelConfiguration
          kind string
          apiVersion string
          metadata ObjectMeta
          spec PriorityLevelConfigurationSpec
          status PriorityLevelConfigurationStatus
        PriorityLevelConfigurationCondition
          type string
          status string
          lastTransitionTime time
          reason string
          message string
        PriorityLevelConfigurationList
          kind string
          apiVersion string
          metadata ListMeta
          items []PriorityLevelConfiguration !
        PriorityLevelConfigurationReference
          name string !
        PriorityLevelConfigurationSpec
          type string(PriorityLevelEnablement) !
          limited *LimitedPriorityLevelConfiguration
          exempt *ExemptPriorityLevelConfiguration
        PriorityLevelConfigurationStatus
          conditions []PriorityLevelConfigurationCondition patch=merge:type list=map:type
        QueuingConfiguration
          queues int32
          handSize int32
          queueLengthLimit int32
        ResourcePolicyRule
          verbs []string ! list=set
          apiGroups []string ! list=set
          resources []string ! list=set
          clusterScope bool
          namespaces []string list=set
        SelectableField
          jsonPath string !
        ServiceAccountSubject
          namespace string !
          name string !
        UserSubject
          name string !
        ValidationRule
          fieldPath string
          message string
          messageExpression string
          optionalOldSelf *bool
          reason *string(FieldValueErrorReason)
          rule string !
        WebhookConversion
          clientConfig *apiextensions.v1.WebhookClientConfig
          conversionReviewVersions []string ! list=atomic
        apiextensions.v1.ServiceReference
          name string !
          namespace string !
          path *string
          port *int32
        apiextensions.v1.WebhookClientConfig
          caBundle bytes
          service *apiextensions.v1.ServiceReference
          url *string
        apiregistration.v1.ServiceReference
          name string
          namespace string
          port *int32
        flowcontrol.v1.Subject
          kind string(SubjectKind) !
          user *UserSubject
          group *GroupSubject
          serviceAccount *ServiceAccountSubject
        """#
}
