import KubeModel

extension Describer {
    static let priorityClass = Describer { priorityClass, writer in
        writer.field("Name", priorityClass.name)
        writer.field("Value", priorityClass.count("value"))
        writer.field("GlobalDefault", priorityClass.flag("globalDefault"))
        writer.field("PreemptionPolicy", priorityClass.text("preemptionPolicy"))
        writer.field("Description", priorityClass.text("description"))
        writer.field("Annotations", LabelText.labels(priorityClass.annotations))
    }
}
