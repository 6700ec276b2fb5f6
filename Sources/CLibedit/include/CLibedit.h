#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stddef.h>

/// An editor of lines at a terminal, with a history.
///
/// `el_set` and `history` are variadic, which Swift cannot call, so everything the program needs of them has a
/// function of its own here. Texts are UTF-8.
typedef struct CLibeditEditor CLibeditEditor;

/// What the screen needs after a Tab.
enum CLibeditTab {
    CLibeditTabRefresh = 0,
    /// Something was printed below the line, which must be drawn again from scratch.
    CLibeditTabRedraw = 1,
    CLibeditTabBeep = 2,
};

/// Called for a Tab with the context that was given to `clibedit_read`; answers with one of `CLibeditTab`.
typedef int (*CLibeditTabHandler)(void *context);

enum CLibeditOutcome {
    CLibeditLine = 0,
    CLibeditEnd = 1,
    CLibeditInterrupted = 2,
    /// `errno` says why.
    CLibeditFailed = 3,
};

/// Chooses a character type locale with UTF-8, whatever the environment says; 0 when the system has none.
int clibedit_use_utf8(void);

/// Duplicates the descriptors. NULL, with `errno`, when the terminal cannot be used.
CLibeditEditor *clibedit_open(int input, int output, int history_size, CLibeditTabHandler tab);
void clibedit_close(CLibeditEditor *editor);

/// Parts between bytes 0x01 take no room on the screen.
int clibedit_set_prompt(CLibeditEditor *editor, const char *prompt);
int clibedit_add_history(CLibeditEditor *editor, const char *line);

/// Reads a line; the text, without its end of line, lives until the next call.
enum CLibeditOutcome clibedit_read(CLibeditEditor *editor, void *context, const char **text, size_t *length);

/// The line as it is being edited, and the place of the cursor in bytes.
void clibedit_line(CLibeditEditor *editor, const char **text, size_t *length, size_t *cursor);
/// Counts are in Unicode scalars.
void clibedit_move_cursor(CLibeditEditor *editor, int count);
void clibedit_delete_before_cursor(CLibeditEditor *editor, int count);
int clibedit_insert(CLibeditEditor *editor, const char *text);
void clibedit_print(CLibeditEditor *editor, const char *text);

/// The width of a terminal, or 80.
int clibedit_columns(int descriptor);

/// Remembers Ctrl-C from now on instead of ending the program.
void clibedit_catch_interrupts(void);
void clibedit_raise_interrupt(void);
/// 1 when Ctrl-C was pressed since the last call.
int clibedit_is_interrupted(void);
int clibedit_take_interrupt(void);

/// Both ends of a new terminal, of which the caller plays the screen and the keyboard; -1, with `errno`, on failure.
int clibedit_open_pseudo_terminal(int *controller, int *device, int columns);

#endif
