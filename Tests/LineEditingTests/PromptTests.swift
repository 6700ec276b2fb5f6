import Testing

@testable import LineEditing

struct PromptTests {
    @Test func `marks colours so that they take no room`() {
        let prompt = Prompt([.init("nginx", .green), .init(":"), .init("eks-work", .cyan), .init("> ")])
        #expect(
            prompt.markedText
                == "\u{1}\u{1B}[32m\u{1}nginx\u{1}\u{1B}[0m\u{1}:\u{1}\u{1B}[36m\u{1}eks-work\u{1}\u{1B}[0m\u{1}> ")
        #expect(prompt.text == "nginx:eks-work> ")
    }

    @Test func `leaves colours out when asked to`() {
        #expect(Prompt([.init("nginx", .green), .init("> ")], isColoured: false).markedText == "nginx> ")
    }

    @Test func `drops control characters of names`() {
        #expect(Prompt([.init("a\u{1B}[2J\u{1}b")]).text == "a[2Jb")
    }
}
