import KubePrinting
import Testing

struct TabWriterTests {
    @Test func `a column ends where a line has no cell in it`() {
        var writer = TabWriter.describe
        #expect(
            writer.align("Name:\tweb\nLabels:\tapp=web\nEvents:\n  Type\tReason\n  ----\t------\n")
                == """
                Name:    web
                Labels:  app=web
                Events:
                  Type  Reason
                  ----  ------

                """)
    }

    @Test func `table cells are at least six wide and three apart`() {
        var writer = TabWriter.table
        #expect(writer.align("A\tBCDE\tE\n1\t2\t3\n") == "A     BCDE   E\n1     2      3\n")
    }

    @Test func `an empty last cell leaves the spaces before it`() {
        var writer = TabWriter.table
        #expect(writer.align("NAME\tGROUPS\tACCOUNTS\nx\tops\t\n") == "NAME   GROUPS   ACCOUNTS\nx      ops      \n")
    }

    @Test func `remembers the widths of earlier texts`() {
        var writer = TabWriter.table
        _ = writer.align("long-name-here\tx\n")
        #expect(writer.align("a\tb\n") == "a                b\n")
        writer.forgetWidths()
        #expect(writer.align("a\tb\n") == "a     b\n")
    }

    @Test func `counts characters and not bytes`() {
        var writer = TabWriter.describe
        #expect(writer.align("名前\tx\nab\ty\n") == "名前  x\nab  y\n")
    }
}
