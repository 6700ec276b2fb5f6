import CLibedit

/// Ctrl-C while something runs: the signal only sets a flag, which whoever works asks for between two steps.
package enum InterruptFlag {
    /// From now on Ctrl-C no longer ends the program.
    package static func install() {
        clibedit_catch_interrupts()
    }

    /// Whether Ctrl-C was pressed since the last call.
    package static func take() -> Bool {
        clibedit_take_interrupt() != 0
    }

    /// Whether Ctrl-C was pressed; it stays so until it is taken.
    package static var isSet: Bool {
        clibedit_is_interrupted() != 0
    }

    /// Does what a Ctrl-C does.
    package static func set() {
        clibedit_raise_interrupt()
    }
}
