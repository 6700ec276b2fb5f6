import Documents
import KubeModel

/// Breaks one place of an object.
enum Spoiler {
    static func spoil(_ object: inout Object, _ random: inout SeededGenerator) {
        var value = Value.object(object)
        spoil(&value, &random, depth: random.below(5))
        object = value.object ?? object
    }

    private static func spoil(_ value: inout Value, _ random: inout SeededGenerator, depth: Int) {
        switch value {
        case .object(var members) where depth > 0 && !members.isEmpty:
            let name = members.names[random.below(members.count)]
            value = .null  // gives up our reference
            var member = members[name] ?? .null
            spoil(&member, &random, depth: depth - 1)
            members[name] = member
            value = .object(members)
        case .object(var members) where random.below(2) == 0:
            members["unknownField"] = "x"
            value = .object(members)
        case .array(var elements) where depth > 0 && !elements.isEmpty:
            let index = random.below(elements.count)
            spoil(&elements[index], &random, depth: depth - 1)
            value = .array(elements)
        case .null, .bool, .integer, .double, .string, .array, .object:
            value = wrongs[random.below(wrongs.count)]
        }
    }

    private static let wrongs: [Value] = [
        .null, true, -1, 9_223_372_036_854_775_807, 1.5, "", "Not A Name!", "ü", "-1", [], [:], ["x"], ["k": "v"],
        .string(String(repeating: "x", count: 300)), ["a": ["b": ["c": ["d": [1, 2, 3]]]]],
    ]
}
