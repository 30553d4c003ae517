#include "cli/options.h"

#include <getopt.h>
#include <string.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "cli/command.h"

enum {
    FIRST_LONG = 256, /* getopt's values of the long options: above letters */
    SHORT_MAX = 3 * PL_OPTION_COUNT + 2,
};

/* The options of one command, as getopt wants them. */
struct grammar {
    enum pl_command_id command;
    char letters[SHORT_MAX];
    struct option names[PL_OPTION_COUNT + 1];
};

static void add_letter(struct grammar *grammar, const struct pl_option *option)
{
    size_t len = strlen(grammar->letters);
    grammar->letters[len] = option->letter;
    if (option->kind != PL_ARGUMENT_NONE) {
        grammar->letters[len + 1] = ':';
    }
}

static void make_grammar(struct grammar *grammar, enum pl_command_id command)
{
    grammar->command = command;
    grammar->letters[0] = ':'; /* a missing argument is told apart */
    size_t count = 0;
    for (size_t i = 0; i < pl_option_table_count; i++) {
        const struct pl_option *option = &pl_option_table[i];
        if (!pl_option_is_of(option, command)) {
            continue;
        }
        grammar->names[count++] = (struct option){
            .name = option->name,
            .has_arg = option->kind == PL_ARGUMENT_NONE ? no_argument
                                                        : required_argument,
            .val = FIRST_LONG + (int)option->id,
        };
        if (option->letter) {
            add_letter(grammar, option);
        }
    }
}

static const struct pl_option *option_of(const struct grammar *grammar,
                                         int value)
{
    if (value >= FIRST_LONG) {
        return pl_option_for(grammar->command,
                             (enum pl_option_id)(value - FIRST_LONG));
    }
    for (size_t i = 0; i < pl_option_table_count; i++) {
        if (pl_option_table[i].letter == value &&
            pl_option_is_of(&pl_option_table[i], grammar->command)) {
            return &pl_option_table[i];
        }
    }
    return NULL;
}

/* The first command that takes an option of this name; NULL: none does. */
static const struct pl_command *taker_of(pl_str name)
{
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        if (pl_option_named((enum pl_command_id)i, name)) {
            return pl_command_at((enum pl_command_id)i);
        }
    }
    return NULL;
}

/* A name that begins several: the first and the last are named. */
static bool fail_ambiguous(const struct grammar *grammar, pl_str beginning,
                           struct pl_error *error)
{
    const char *found[2] = {NULL, NULL};
    for (const struct option *it = grammar->names; it->name; it++) {
        if (pl_str_starts(pl_str_from(it->name), beginning)) {
            found[found[0] ? 1 : 0] = it->name;
        }
    }
    return PL_FAIL(error, "--%.*s may be --%s or --%s", PL_STR_ARG(beginning),
                   found[0], found[1]);
}

static size_t count_beginning(const struct grammar *grammar, pl_str beginning)
{
    size_t count = 0;
    for (const struct option *it = grammar->names; it->name; it++) {
        count += pl_str_starts(pl_str_from(it->name), beginning);
    }
    return count;
}

static bool fail_unknown_name(const struct grammar *grammar, const char *given,
                              struct pl_error *error)
{
    pl_str rest = pl_str_from(given + strlen("--"));
    pl_str name = pl_str_split(&rest, '=');
    const char *command = pl_command_at(grammar->command)->name;
    if (pl_option_named(grammar->command, name)) {
        return PL_FAIL(error, "--%.*s takes no value", PL_STR_ARG(name));
    }
    if (count_beginning(grammar, name) > 1) {
        return fail_ambiguous(grammar, name, error);
    }
    const struct pl_command *taker = taker_of(name);
    if (taker) {
        return PL_FAIL(error, "%s takes no --%.*s (planlint %s does)", command,
                       PL_STR_ARG(name), taker->name);
    }
    struct pl_nearest nearest = pl_nearest_to(name);
    for (const struct option *it = grammar->names; it->name; it++) {
        pl_nearest_offer(&nearest, pl_str_from(it->name));
    }
    if (nearest.best.len > 0) {
        return PL_FAIL(error, "unknown option --%.*s, did you mean --%.*s?",
                       PL_STR_ARG(name), PL_STR_ARG(nearest.best));
    }
    return PL_FAIL(error, "unknown option --%.*s", PL_STR_ARG(name));
}

/* getopt takes a beginning for a name where it stands for one only. */
static bool fail_unknown(const struct grammar *grammar, char **argv,
                         struct pl_error *error)
{
    const char *given = argv[optind - 1];
    if (optopt > 0 && optopt < FIRST_LONG) {
        return PL_FAIL(error, "unknown option -%c", optopt);
    }
    return fail_unknown_name(grammar, given, error);
}

static bool fail_value(struct pl_arena *arena, const struct pl_option *option,
                       const char *given, struct pl_error *error)
{
    struct pl_nearest nearest = pl_nearest_to(pl_str_from(given));
    struct pl_buf all = pl_buf_in(arena);
    for (const char *const *it = option->values; *it; it++) {
        pl_nearest_offer(&nearest, pl_str_from(*it));
        if (it != option->values) {
            pl_buf_add_text(&all, it[1] ? ", " : " or ");
        }
        pl_buf_add_text(&all, *it);
    }
    return PL_FAIL(error, "--%s is %.*s, not \"%s\"" PL_NEAREST, option->name,
                   PL_STR_ARG(pl_buf_str(&all)), given,
                   PL_NEAREST_ARG(nearest.best));
}

static bool is_among(const char *const *values, const char *given)
{
    for (; *values; values++) {
        if (strcmp(*values, given) == 0) {
            return true;
        }
    }
    return false;
}

static void add_list(struct pl_arena *arena, struct pl_options *options,
                     enum pl_option_id id, const char *value)
{
    pl_str rest = pl_str_from(value);
    while (rest.len > 0) {
        pl_str part = pl_str_trim(pl_str_split(&rest, ','));
        if (part.len > 0) {
            *PL_VEC_PUSH(arena, &options->list[id].parts) = part;
        }
    }
}

static bool take(struct pl_arena *arena, const struct pl_option *option,
                 const char *value, struct pl_options *options,
                 struct pl_error *error)
{
    if (option->values && !is_among(option->values, value)) {
        return fail_value(arena, option, value, error);
    }
    options->value[option->id] = value ? value : "";
    if (option->kind == PL_ARGUMENT_LIST) {
        add_list(arena, options, option->id, value);
    }
    return true;
}

static bool parse(struct pl_arena *arena, int argc, char **argv,
                  struct pl_options *options, struct pl_error *error)
{
    struct grammar grammar = {0};
    make_grammar(&grammar, options->command);
    opterr = 0;
    optind = 0; /* start afresh, also after an earlier command line */
    int value;
    while ((value = getopt_long(argc, argv, grammar.letters, grammar.names,
                                NULL)) != -1) {
        if (value == ':') {
            return PL_FAIL(error, "%s needs a value", argv[optind - 1]);
        }
        const struct pl_option *option =
            value == '?' ? NULL : option_of(&grammar, value);
        if (!option) {
            return fail_unknown(&grammar, argv, error);
        }
        if (!take(arena, option, optarg, options, error)) {
            return false;
        }
    }
    options->arguments = argv + optind;
    options->argument_count = (size_t)(argc - optind);
    return true;
}

bool pl_options_parse(struct pl_arena *arena, int argc, char **argv,
                      struct pl_options *options, struct pl_error *error)
{
    *options = (struct pl_options){.command = PL_COMMAND_CHECK};
    const struct pl_command *named =
        argc > 1 ? pl_command_find(pl_str_from(argv[1])) : NULL;
    if (named) {
        options->command = named->id;
        options->is_command_named = true;
        argc--;
        argv++;
    }
    return parse(arena, argc, argv, options, error);
}

bool pl_options_has(const struct pl_options *options, enum pl_option_id id)
{
    return options->value[id] != NULL;
}
