import KubebookCLI

@main
enum Main {
    static func main() {
        CommandLineTool.main()
    }
}
