extension WorkbookCommand {
    static let quit = WorkbookCommand("quit", "leave; everything is kept", "終了します（続きはいつでも再開できます）") { _, _ in
        Turn(request: .quit)
    }
}
