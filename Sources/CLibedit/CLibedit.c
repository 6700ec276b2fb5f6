#include "CLibedit.h"

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct CLibeditEditor {
    EditLine *line;
    History *history;
    FILE *input;
    FILE *output;
    char *prompt;
    CLibeditTabHandler tab;
    void *context;
    int interrupted;
};

static CLibeditEditor *editor_of(EditLine *line) {
    void *data = NULL;
    el_get(line, EL_CLIENTDATA, &data);
    return data;
}

static char *prompt_of(EditLine *line) {
    return editor_of(line)->prompt;
}

static unsigned char on_tab(EditLine *line, int character) {
    (void)character;
    CLibeditEditor *editor = editor_of(line);
    switch (editor->tab(editor->context)) {
    case CLibeditTabRefresh: return CC_REFRESH;
    case CLibeditTabRedraw: return CC_REDISPLAY;
    default: return CC_ERROR;
    }
}

/// Shows `^C` at the end of the line and then ends it by a pushed newline, as only libedit's own newline command
/// leaves a line that wraps over several rows properly.
static unsigned char on_interrupt(EditLine *line, int character) {
    (void)character;
    editor_of(line)->interrupted = 1;
    const LineInfo *info = el_line(line);
    int scalars = 0;
    for (const char *byte = info->cursor; byte < info->lastchar; byte++) {
        if (((unsigned char)*byte & 0xC0) != 0x80) scalars++;
    }
    el_cursor(line, scalars);
    el_insertstr(line, "^C");
    el_push(line, "\n");
    return CC_REFRESH;
}

/// Ctrl-Z: libedit's own signal handling gives the terminal back and takes it again.
static unsigned char on_suspend(EditLine *line, int character) {
    (void)line;
    (void)character;
    raise(SIGTSTP);
    return CC_REDISPLAY;
}

int clibedit_use_utf8(void) {
    static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8", "ja_JP.UTF-8"};
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        if (setlocale(LC_CTYPE, names[index]) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
    }
    return 0;
}

static FILE *duplicate(int descriptor, const char *mode) {
    int copy = dup(descriptor);
    if (copy < 0) return NULL;
    FILE *file = fdopen(copy, mode);
    if (file == NULL) close(copy);
    return file;
}

static void configure(CLibeditEditor *editor, int history_size) {
    HistEvent event;
    history(editor->history, &event, H_SETSIZE, history_size);
    history(editor->history, &event, H_SETUNIQUE, 1);
    EditLine *line = editor->line;
    el_set(line, EL_CLIENTDATA, editor);
    el_set(line, EL_EDITOR, "emacs");
    el_set(line, EL_SIGNAL, 1);
    el_set(line, EL_PROMPT_ESC, prompt_of, '\1');
    el_set(line, EL_HIST, history, editor->history);
    // While a line is edited Ctrl-C and Ctrl-Z are keys: a signal could not show `^C` and end the line.
    el_set(line, EL_SETTY, "-d", "-isig", NULL);
    el_set(line, EL_ADDFN, "kubebook-complete", "Complete the word", on_tab);
    el_set(line, EL_ADDFN, "kubebook-interrupt", "Drop the line", on_interrupt);
    el_set(line, EL_ADDFN, "kubebook-suspend", "Suspend the program", on_suspend);
    el_set(line, EL_BIND, "^I", "kubebook-complete", NULL);
    el_set(line, EL_BIND, "^C", "kubebook-interrupt", NULL);
    el_set(line, EL_BIND, "^Z", "kubebook-suspend", NULL);
    el_set(line, EL_BIND, "^R", "em-inc-search-prev", NULL);
}

CLibeditEditor *clibedit_open(int input, int output, int history_size, CLibeditTabHandler tab) {
    CLibeditEditor *editor = calloc(1, sizeof *editor);
    if (editor == NULL) return NULL;
    editor->tab = tab;
    editor->input = duplicate(input, "r");
    editor->output = duplicate(output, "w");
    editor->prompt = strdup("");
    if (editor->input != NULL && editor->output != NULL && editor->prompt != NULL) {
        editor->line = el_init("kubebook", editor->input, editor->output, editor->output);
        editor->history = history_init();
    }
    if (editor->line == NULL || editor->history == NULL) {
        int cause = errno;
        clibedit_close(editor);
        errno = cause;
        return NULL;
    }
    configure(editor, history_size);
    return editor;
}

void clibedit_close(CLibeditEditor *editor) {
    if (editor->line != NULL) el_end(editor->line);
    if (editor->history != NULL) history_end(editor->history);
    if (editor->input != NULL) fclose(editor->input);
    if (editor->output != NULL) fclose(editor->output);
    free(editor->prompt);
    free(editor);
}

int clibedit_set_prompt(CLibeditEditor *editor, const char *prompt) {
    char *copy = strdup(prompt);
    if (copy == NULL) return -1;
    free(editor->prompt);
    editor->prompt = copy;
    return 0;
}

int clibedit_add_history(CLibeditEditor *editor, const char *line) {
    HistEvent event;
    return history(editor->history, &event, H_ENTER, line);
}

enum CLibeditOutcome clibedit_read(CLibeditEditor *editor, void *context, const char **text, size_t *length) {
    fflush(stdout);
    editor->context = context;
    editor->interrupted = 0;
    el_resize(editor->line);
    // Before the prompt, so that a key pressed as soon as it is seen is already ours.
    el_set(editor->line, EL_PREP_TERM, 1);
    int count = 0;
    errno = 0;
    const char *line = el_gets(editor->line, &count);
    int cause = errno;
    editor->context = NULL;
    if (editor->interrupted) return CLibeditInterrupted;
    if (line == NULL || count <= 0) {
        if (count == 0) return CLibeditEnd;
        errno = cause;
        return cause == EINTR ? CLibeditInterrupted : CLibeditFailed;
    }
    size_t bytes = (size_t)count;
    if (line[bytes - 1] == '\n') bytes--;
    *text = line;
    *length = bytes;
    return CLibeditLine;
}

void clibedit_line(CLibeditEditor *editor, const char **text, size_t *length, size_t *cursor) {
    const LineInfo *info = el_line(editor->line);
    *text = info->buffer;
    *length = (size_t)(info->lastchar - info->buffer);
    *cursor = (size_t)(info->cursor - info->buffer);
}

void clibedit_move_cursor(CLibeditEditor *editor, int count) {
    el_cursor(editor->line, count);
}

void clibedit_delete_before_cursor(CLibeditEditor *editor, int count) {
    el_deletestr(editor->line, count);
}

int clibedit_insert(CLibeditEditor *editor, const char *text) {
    return el_insertstr(editor->line, text);
}

void clibedit_print(CLibeditEditor *editor, const char *text) {
    fputs(text, editor->output);
    fflush(editor->output);
}

int clibedit_columns(int descriptor) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}
