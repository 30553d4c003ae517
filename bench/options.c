#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

static bool read_number(const char *text, const char *what, size_t *number)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || value == 0) {
        fprintf(stderr, "planlint_bench: %s: \"%s\" is not a number above 0\n",
                what, text);
        return false;
    }
    *number = (size_t)value;
    return true;
}

static bool take_option(int option, struct pl_bench_options *options)
{
    switch (option) {
    case 'b':
        return read_number(optarg, "--bytes", &options->bytes);
    case 'r':
        return read_number(optarg, "--runs", &options->runs);
    case 'w':
        options->is_word = true;
        return true;
    case 'p':
        options->profile = pl_str_from(optarg);
        return true;
    default:
        return false;
    }
}

bool pl_bench_options_read(int argc, char **argv,
                           struct pl_bench_options *options)
{
    static const struct option known[] = {
        {"bytes", required_argument, NULL, 'b'},
        {"runs", required_argument, NULL, 'r'},
        {"profile", required_argument, NULL, 'p'},
        {"word", no_argument, NULL, 'w'},
        {NULL, 0, NULL, 0},
    };
    *options = (struct pl_bench_options){.runs = 9, .profile = PL_STR("itu")};
    int option;
    while ((option = getopt_long(argc, argv, "+", known, NULL)) != -1) {
        if (!take_option(option, options)) {
            return false;
        }
    }
    options->arguments = argv + optind;
    return true;
}
