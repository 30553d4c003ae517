/* options.h - the options that the commands of planlint_bench share. */
#ifndef PLANLINT_BENCH_OPTIONS_H
#define PLANLINT_BENCH_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct pl_bench_options {
    size_t bytes; /* of the generated plan; 0: not given */
    bool is_word; /* it is a Word file, and `bytes` are of its main part */
    size_t runs;  /* of which the median is shown */
    pl_str profile;
    char **arguments; /* what is not an option; ends in NULL */
};

/* Reads what follows the name of the command; says on stderr what is wrong. */
bool pl_bench_options_read(int argc, char **argv,
                           struct pl_bench_options *options);

/* The commands; each returns the status of the process. */
int pl_bench_generate(const struct pl_bench_options *options);
int pl_bench_run(const struct pl_bench_options *options);
int pl_bench_edit(const struct pl_bench_options *options);
int pl_bench_lsp(const struct pl_bench_options *options);
int pl_bench_word(const struct pl_bench_options *options);
int pl_bench_process(const struct pl_bench_options *options);

#endif
