#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80, LEAST_WIDTH = 40, LARGEST_WIDTH = 100 };

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && value[0] != '\0';
}

static bool is_value(const char *variable, const char *expected)
{
    const char *value = getenv(variable);
    return value && strcmp(value, expected) == 0;
}

bool pl_terminal_has_colour(const char *when, bool is_terminal)
{
    if (when && strcmp(when, "auto") != 0) {
        return strcmp(when, "always") == 0;
    }
    if (is_set("NO_COLOR")) {
        return false;
    }
    if (is_set("FORCE_COLOR")) {
        return !is_value("FORCE_COLOR", "0");
    }
    return is_terminal && is_set("TERM") && !is_value("TERM", "dumb");
}

bool pl_terminal_is_output(void)
{
    return isatty(STDOUT_FILENO) == 1;
}

size_t pl_terminal_width(bool is_terminal)
{
    struct winsize size;
    if (!is_terminal || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        size.ws_col == 0) {
        return USUAL_WIDTH;
    }
    if (size.ws_col < LEAST_WIDTH) {
        return LEAST_WIDTH;
    }
    return size.ws_col > LARGEST_WIDTH ? LARGEST_WIDTH : size.ws_col;
}
