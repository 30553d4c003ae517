/* planlint_bench - how fast planlint is, and what it needs; see
 * docs/benchmark.md. */
#include <stdio.h>
#include <string.h>

#include "options.h"

static const struct command {
    const char *name;
    const char *usage;
    int (*run)(const struct pl_bench_options *options);
} commands[] = {
    {"generate", "[--word] --bytes N", pl_bench_generate},
    {"run", "[--word] [--bytes N] [--runs K] [--profile P] [FILE]",
     pl_bench_run},
    {"edit", "[--bytes N] [--runs K] [--profile P] [FILE]", pl_bench_edit},
    {"lsp", "[--bytes N] [--runs K] [--profile P] [FILE]", pl_bench_lsp},
    {"word", "[--bytes N] [--runs K] [--profile P] [FILE]", pl_bench_word},
    {"process", "[--runs K] -- COMMAND...", pl_bench_process},
};
enum { COMMANDS = sizeof(commands) / sizeof(*commands) };

static int complain_usage(void)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        fprintf(stderr, "%s planlint_bench %s %s\n",
                i ? "      " : "usage:", commands[i].name, commands[i].usage);
    }
    return 2;
}

int main(int argc, char **argv)
{
    struct pl_bench_options options;
    for (size_t i = 0; argc > 1 && i < COMMANDS; i++) {
        if (strcmp(argv[1], commands[i].name) == 0) {
            return pl_bench_options_read(argc - 1, argv + 1, &options)
                       ? commands[i].run(&options)
                       : complain_usage();
        }
    }
    return complain_usage();
}
