extension GoTemplateFunction {
    /// Source: Go's text/template (`index`, `slice`, `length` in funcs.go), k8s.io/cli-runtime/pkg/printers (`exists`).
    static let collections: [String: GoTemplateFunction] = [
        "index": GoTemplateFunction([.any], isVariadic: true) { (arguments) throws(GoTemplateFunctionProblem) in
            if case .invalid = arguments[0].unboxed { throw .indexOfNothing }
            var item = arguments[0].unboxed
            for index in arguments.dropFirst() { item = try element(of: item.unboxed, at: index.unboxed) }
            return item
        },
        "slice": GoTemplateFunction([.any], isVariadic: true) { (arguments) throws(GoTemplateFunctionProblem) in
            try slice(arguments[0].unboxed, arguments.dropFirst().map(\.unboxed))
        },
        "len": GoTemplateFunction([.any]) { (arguments) throws(GoTemplateFunctionProblem) in
            .int(try length(of: arguments[0]))
        },
        "exists": GoTemplateFunction([.any], isVariadic: true) { arguments in
            var item = arguments[0].unboxed
            for index in arguments.dropFirst() {
                do throws(GoTemplateFunctionProblem) {
                    item = try element(of: item, at: index.unboxed).unboxed
                } catch {
                    return .bool(false)  // what cannot be indexed does not exist
                }
            }
            return .bool(item != .invalid)
        },
    ]

    private static func element(
        of item: GoTemplateValue, at index: GoTemplateValue
    ) throws(GoTemplateFunctionProblem) -> GoTemplateValue {
        switch item.value {
        case .null: throw .indexOfNull
        case .array(let elements):
            let place = try position(index, limit: elements.count)
            guard place < elements.count else { throw .reflection("slice index out of range") }
            return .data(elements[place], isBoxed: true)
        case .string(let text):
            let place = try position(index, limit: text.utf8.count)
            guard place < text.utf8.count else { throw .reflection("string index out of range") }
            return .int(Int64(Array(text.utf8)[place]))
        case .object(let object):
            guard case .string(let key) = index.value else {
                throw index == .invalid ? .nullKey : .wrongKeyType(type: index.dynamicType)
            }
            return .data(object[key] ?? .null, isBoxed: true)
        case .bool, .integer, .double: throw .notIndexable(type: item.dynamicType)
        }
    }

    /// An index may be as large as the length; what that means is for the caller.
    private static func position(_ index: GoTemplateValue, limit: Int) throws(GoTemplateFunctionProblem) -> Int {
        guard case .integer(let number) = index.value else {
            throw index == .invalid ? .indexByNull : .indexNoNumber(type: index.dynamicType)
        }
        guard number >= 0, number <= limit else { throw .indexOutOfRange(number) }
        return Int(number)
    }

    private static func length(of item: GoTemplateValue) throws(GoTemplateFunctionProblem) -> Int64 {
        switch (item, item.value) {
        case (.invalid, _): throw .reflection("call of reflect.Value.Type on zero Value")
        case (_, .null): throw .lengthOfNull
        case (_, .array(let elements)): return Int64(elements.count)
        case (_, .object(let object)): return Int64(object.count)
        case (_, .string(let text)): return Int64(text.utf8.count)
        case (_, .bool), (_, .integer), (_, .double): throw .noLength(type: item.dynamicType)
        }
    }

    private static func slice(
        _ item: GoTemplateValue, _ indexes: [GoTemplateValue]
    ) throws(GoTemplateFunctionProblem) -> GoTemplateValue {
        if case .invalid = item { throw .sliceOfNothing }
        guard indexes.count <= 3 else { throw .tooManySliceIndexes(indexes.count) }
        let count: Int
        switch item.value {
        case .string(let text):
            if indexes.count == 3 { throw .threeIndexesForString }
            count = text.utf8.count
        case .array(let elements): count = elements.count
        case .null, .bool, .integer, .double, .object: throw .notSliceable(type: item.dynamicType)
        }
        var bounds = [0, count]
        for (place, index) in indexes.enumerated() {
            let position = try position(index, limit: count)
            if place < 2 { bounds[place] = position } else { bounds.append(position) }
        }
        for (first, second) in zip(bounds, bounds.dropFirst()) where first > second {
            throw .sliceBackwards(Int64(first), Int64(second))
        }
        if case .array(let elements) = item.value {
            return .data(.array(Array(elements[bounds[0]..<bounds[1]])), isBoxed: false)
        }
        return .string(String(decoding: Array(item.value.goText.utf8)[bounds[0]..<bounds[1]], as: UTF8.self))
    }
}
