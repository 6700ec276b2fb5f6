#define _GNU_SOURCE
#include "CLibedit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

int clibedit_open_pseudo_terminal(int *controller, int *device, int columns) {
    struct winsize size = {.ws_row = 24, .ws_col = (unsigned short)columns};
    *controller = posix_openpt(O_RDWR | O_NOCTTY);
    if (*controller < 0) return -1;
    if (grantpt(*controller) == 0 && unlockpt(*controller) == 0) {
        *device = open(ptsname(*controller), O_RDWR | O_NOCTTY);
        if (*device >= 0 && ioctl(*device, TIOCSWINSZ, &size) == 0) return 0;
    }
    close(*controller);
    return -1;
}
