import Testing
import Workbook

@testable import KubebookCLI

struct PageRendererTests {
    private let prose = Page.text("Type `kubectl get pods` and wait until the **Pod** is ready.", .prose)

    @Test func `leaves a pipe its long lines and shows code as code`() {
        #expect(
            PageRenderer(isColoured: false).text(prose)
                == "Type `kubectl get pods` and wait until the Pod is ready.\n")
    }

    @Test func `breaks between words, not counting what has no room`() {
        #expect(
            PageRenderer(isColoured: true, columns: { 30 }).text(prose) == """
                Type \u{1B}[36mkubectl get pods\u{1B}[0m and wait
                until the \u{1B}[1mPod\u{1B}[0m is ready.

                """)
    }

    @Test func `colours a line by what it means`() {
        let renderer = PageRenderer(isColoured: true, columns: { 80 })
        #expect(renderer.text(.text("[pass] pod", .good)) == "\u{1B}[32m[pass] pod\u{1B}[0m\n")
        #expect(renderer.text(.text("a\u{1B}[2Jb\u{7}")) == "a[2Jb\n")
    }

    @Test func `hangs what continues a finding under its beginning`() {
        let text = "       expected Pod web in namespace default, found none"
        #expect(
            PageRenderer(isColoured: false, columns: { 40 }).text(.text(text))
                == "       expected Pod web in namespace\n       default, found none\n")
    }
}
