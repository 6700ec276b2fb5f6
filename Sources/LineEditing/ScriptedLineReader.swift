/// Inputs that were thought of before: for tests, and for sessions that are played back.
package struct ScriptedLineReader: LineReader, Sendable {
    package private(set) var inputs: ArraySlice<LineInput>
    /// The prompts that were shown, without colours.
    package private(set) var prompts: [String] = []

    package init(_ inputs: [LineInput]) {
        self.inputs = inputs[...]
    }

    package init(lines: [String]) {
        self.init(lines.map(LineInput.line))
    }
}

extension ScriptedLineReader {
    package mutating func readLine(
        prompt: Prompt, complete: (_ line: String, _ cursor: Int) -> Completion
    ) throws(LineError) -> LineInput {
        prompts.append(prompt.text)
        return inputs.popFirst() ?? .endOfInput
    }
}
