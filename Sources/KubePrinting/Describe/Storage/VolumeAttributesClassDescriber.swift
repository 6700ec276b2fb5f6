import KubeModel

extension Describer {
    static let volumeAttributesClass = Describer { attributesClass, writer in
        writer.field("Name", attributesClass.name)
        writer.field("Annotations", LabelText.labels(attributesClass.annotations))
        writer.field("DriverName", attributesClass.text("driverName"))
        writer.field("Parameters", LabelText.labels(attributesClass.map("parameters")))
    }
}
