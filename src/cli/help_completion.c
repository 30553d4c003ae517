#include <string.h>

#include "base/array.h"
#include "base/buf.h"
#include "cli/command.h"
#include "cli/help.h"

static void add_words(struct pl_buf *out, const char *const *words)
{
    for (const char *const *it = words; *it; it++) {
        pl_buf_add_text(out, it == words ? "" : " ");
        pl_buf_add_text(out, *it);
    }
}

static void add_command_names(struct pl_buf *out, const char *separator)
{
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        pl_buf_add_text(out, i == 0 ? "" : separator);
        pl_buf_add_text(out, pl_command_at((enum pl_command_id)i)->name);
    }
}

/* bash */

static void add_bash_values(struct pl_buf *out, const struct pl_option *option,
                            const char *command)
{
    if (!option->values) {
        return;
    }
    pl_buf_addf(out, "    %s:--%s", command, option->name);
    if (option->letter) {
        pl_buf_addf(out, " | %s:-%c", command, option->letter);
    }
    pl_buf_add_text(out, ") words='");
    add_words(out, option->values);
    pl_buf_add_text(out, "' ;;\n");
}

static void add_bash_names(struct pl_buf *out, const struct pl_command *command)
{
    pl_buf_addf(out, "    %s:*) [[ $current != -* ]] || words='",
                command->name);
    bool is_first = true;
    for (size_t i = 0; i < pl_option_table_count; i++) {
        const struct pl_option *option = &pl_option_table[i];
        if (pl_option_is_of(option, command->id)) {
            pl_buf_addf(out, "%s--%s", is_first ? "" : " ", option->name);
            is_first = false;
        }
    }
    pl_buf_add_text(out, "' ;;\n");
}

static void add_bash(struct pl_buf *out)
{
    pl_buf_add_text(out, "# Completions of planlint for bash.\n"
                         "_planlint() {\n"
                         "    local current=${COMP_WORDS[COMP_CWORD]}\n"
                         "    local before=${COMP_WORDS[COMP_CWORD - 1]}\n"
                         "    local command=check words=''\n"
                         "    case ${COMP_WORDS[1]} in\n    ");
    add_command_names(out, " | ");
    pl_buf_add_text(out, ") command=${COMP_WORDS[1]} ;;\n"
                         "    esac\n"
                         "    case $command:$before in\n");
    for (size_t i = 0; i < pl_option_table_count; i++) {
        for (size_t j = 0; j < PL_COMMAND_COUNT; j++) {
            enum pl_command_id id = (enum pl_command_id)j;
            if (pl_option_is_of(&pl_option_table[i], id)) {
                add_bash_values(out, &pl_option_table[i],
                                pl_command_at(id)->name);
            }
        }
    }
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        add_bash_names(out, pl_command_at((enum pl_command_id)i));
    }
    pl_buf_add_text(out, "    esac\n"
                         "    if [[ $COMP_CWORD -eq 1 && $current != -* ]]; "
                         "then\n        words='");
    add_command_names(out, " ");
    pl_buf_add_text(out,
                    "'\n    fi\n"
                    "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                    "}\n"
                    "complete -o default -F _planlint planlint\n");
}

/* zsh */

/* Inside '...[...]': quotes, brackets and colons have a meaning. */
static void add_zsh_text(struct pl_buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '\'') {
            pl_buf_add_text(out, "'\\'");
        } else if (strchr("[]:\\", *text)) {
            pl_buf_add_char(out, '\\');
        }
        pl_buf_add_char(out, *text);
    }
}

static void add_zsh_spec(struct pl_buf *out, const struct pl_option *option)
{
    pl_buf_add_char(out, '[');
    add_zsh_text(out, option->help);
    pl_buf_add_char(out, ']');
    if (option->argument) {
        pl_buf_addf(out, ":%s:", option->argument);
    }
    if (option->kind == PL_ARGUMENT_FILE) {
        pl_buf_add_text(out, "_files");
    } else if (option->values) {
        pl_buf_add_char(out, '(');
        add_words(out, option->values);
        pl_buf_add_char(out, ')');
    }
    pl_buf_add_char(out, '\'');
}

static void add_zsh_option(struct pl_buf *out, const struct pl_option *option)
{
    const char *again = option->kind == PL_ARGUMENT_LIST ? "*" : "";
    const char *joined = option->argument ? "=" : "";
    pl_buf_addf(out, " \\\n            '%s--%s%s", again, option->name, joined);
    add_zsh_spec(out, option);
    if (option->letter) {
        pl_buf_addf(out, " \\\n            '%s-%c%s", again, option->letter,
                    option->argument ? "+" : "");
        add_zsh_spec(out, option);
    }
}

static void add_zsh_command(struct pl_buf *out,
                            const struct pl_command *command)
{
    pl_buf_addf(out, "    %s)\n        _arguments", command->name);
    for (size_t i = 0; i < pl_option_table_count; i++) {
        if (pl_option_is_of(&pl_option_table[i], command->id)) {
            add_zsh_option(out, &pl_option_table[i]);
        }
    }
    if (command->arguments[0]) {
        pl_buf_add_text(out, " \\\n            '*:argument:_files'");
    }
    pl_buf_add_text(out, "\n        ;;\n");
}

static void add_zsh(struct pl_buf *out)
{
    pl_buf_add_text(out, "#compdef planlint\n"
                         "_planlint() {\n"
                         "    local command=check\n"
                         "    local -a commands=(");
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        const struct pl_command *it = pl_command_at((enum pl_command_id)i);
        pl_buf_addf(out, "\n        '%s:", it->name);
        add_zsh_text(out, it->summary);
        pl_buf_add_char(out, '\'');
    }
    pl_buf_add_text(out, "\n    )\n"
                         "    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; "
                         "then\n"
                         "        _describe command commands\n"
                         "        _files\n"
                         "        return\n"
                         "    fi\n"
                         "    case $words[2] in\n    ");
    add_command_names(out, " | ");
    pl_buf_add_text(out, ")\n"
                         "        command=$words[2]\n"
                         "        shift words\n"
                         "        (( CURRENT-- ))\n"
                         "        ;;\n"
                         "    esac\n"
                         "    case $command in\n");
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        add_zsh_command(out, pl_command_at((enum pl_command_id)i));
    }
    pl_buf_add_text(out, "    esac\n}\n_planlint \"$@\"\n");
}

/* fish */

static void add_fish_text(struct pl_buf *out, const char *text)
{
    pl_buf_add_text(out, " -d '");
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\') {
            pl_buf_add_char(out, '\\');
        }
        pl_buf_add_char(out, *text);
    }
    pl_buf_add_text(out, "'\n");
}

/* check is also what is done when no command is named. */
static void add_fish_condition(struct pl_buf *out,
                               const struct pl_option *option)
{
    pl_buf_add_text(out, "complete -c planlint -n '");
    if (pl_option_is_of(option, PL_COMMAND_CHECK)) {
        pl_buf_add_text(out, "__fish_use_subcommand; or ");
    }
    pl_buf_add_text(out, "__fish_seen_subcommand_from");
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        enum pl_command_id id = (enum pl_command_id)i;
        if (pl_option_is_of(option, id)) {
            pl_buf_addf(out, " %s", pl_command_at(id)->name);
        }
    }
    pl_buf_add_char(out, '\'');
}

static void add_fish_option(struct pl_buf *out, const struct pl_option *option)
{
    add_fish_condition(out, option);
    pl_buf_addf(out, " -l %s", option->name);
    if (option->letter) {
        pl_buf_addf(out, " -s %c", option->letter);
    }
    if (option->values) {
        pl_buf_add_text(out, " -x -a '");
        add_words(out, option->values);
        pl_buf_add_char(out, '\'');
    } else if (option->kind == PL_ARGUMENT_FILE) {
        pl_buf_add_text(out, " -r");
    } else if (option->kind != PL_ARGUMENT_NONE) {
        pl_buf_add_text(out, " -x");
    }
    add_fish_text(out, option->help);
}

static void add_fish(struct pl_buf *out)
{
    pl_buf_add_text(out, "# Completions of planlint for fish.\n");
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        const struct pl_command *it = pl_command_at((enum pl_command_id)i);
        pl_buf_addf(out, "complete -c planlint -n __fish_use_subcommand -a %s",
                    it->name);
        add_fish_text(out, it->summary);
    }
    for (size_t i = 0; i < pl_option_table_count; i++) {
        add_fish_option(out, &pl_option_table[i]);
    }
}

static const struct {
    const char *shell;
    void (*add)(struct pl_buf *out);
} shells[] = {{"bash", add_bash}, {"zsh", add_zsh}, {"fish", add_fish}};

void pl_help_completion(struct pl_buf *out, const char *shell)
{
    for (size_t i = 0; i < PL_COUNT(shells); i++) {
        if (strcmp(shells[i].shell, shell) == 0) {
            shells[i].add(out);
        }
    }
}
