#include "CLibedit.h"

#include <signal.h>
#include <string.h>

static volatile sig_atomic_t interrupted = 0;

static void on_interrupt_signal(int number) {
    (void)number;
    interrupted = 1;
}

void clibedit_catch_interrupts(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt_signal;
    sigemptyset(&action.sa_mask);
    // No SA_RESTART: a read that waits must come back to see the flag.
    sigaction(SIGINT, &action, NULL);
    // A terminal that is closed ends the command in hand as Ctrl-C does; the next read then finds the end.
    sigaction(SIGHUP, &action, NULL);
    // Whoever started the program may have blocked the signal, and a mask is inherited.
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
}

void clibedit_raise_interrupt(void) {
    interrupted = 1;
}

int clibedit_take_interrupt(void) {
    if (!interrupted) return 0;
    interrupted = 0;
    return 1;
}

int clibedit_is_interrupted(void) {
    return interrupted;
}
