extension Tool {
    /// `vi`, `vim`, `nano`: no editor takes the screen here, so the tool says what does its work.
    static let editor = Tool.batch { context throws(ToolExit) in
        throw context.fail(
            "editors do not run here; write the file with cat > FILE <<'EOF', change it with sed -i, or use kubectl edit"
        )
    }
}
