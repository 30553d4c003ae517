/* planlint - a consistency checker for structured plan documents. */
#include <fcntl.h>
#include <unistd.h>

#include "cli/session.h"

/* A file that is opened must not take the place of a closed standard stream;
 * what is written to this one fails, as it should. */
static void fill_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0) {
            (void)open("/dev/null", O_RDONLY);
        }
    }
}

int main(int argc, char **argv)
{
    fill_standard_streams();
    return pl_session_main(argc, argv);
}
