extension WorkbookCommand {
    static let prev = WorkbookCommand("prev", "the step before this one", "前のステップに戻ります") { session, _ in
        move(&session, by: -1)
    }
}
