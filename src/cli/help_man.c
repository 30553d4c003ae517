#include "base/buf.h"
#include "cli/command.h"
#include "cli/help.h"

/* roff reads a "-" as a hyphen, a line's first "." as a request. */
static void add_roff(struct pl_buf *out, const char *text)
{
    bool at_start = out->len == 0 || out->data[out->len - 1] == '\n';
    if (at_start && (*text == '.' || *text == '\'')) {
        pl_buf_add_text(out, "\\&");
    }
    for (; *text; text++) {
        if (*text == '-') {
            pl_buf_add_text(out, "\\-");
        } else if (*text == '\\') {
            pl_buf_add_text(out, "\\e");
        } else {
            pl_buf_add_char(out, *text);
        }
    }
}

static void add_lines(struct pl_buf *out, const char *const *lines)
{
    for (; *lines; lines++) {
        pl_buf_add_text(out, *lines);
        pl_buf_add_char(out, '\n');
    }
}

static void add_usage(struct pl_buf *out, const struct pl_command *command)
{
    bool is_default = command->id == PL_COMMAND_CHECK;
    pl_buf_add_text(out, ".B planlint ");
    pl_buf_addf(out, is_default ? "[%s]\n" : "%s\n", command->name);
    pl_buf_add_text(out, "[\\fIOPTION\\fR...]\n");
    if (command->arguments[0]) {
        pl_buf_addf(out, ".I %s\n", command->arguments);
    }
}

static void add_option(struct pl_buf *out, const struct pl_option *option)
{
    pl_buf_add_text(out, ".TP\n\\fB");
    if (option->letter) {
        char letter[] = {'-', option->letter, '\0'};
        add_roff(out, letter);
        pl_buf_add_text(out, "\\fR, \\fB");
    }
    add_roff(out, "--");
    add_roff(out, option->name);
    pl_buf_add_text(out, "\\fR");
    if (option->argument) {
        pl_buf_addf(out, " \\fI%s\\fR", option->argument);
    }
    pl_buf_add_char(out, '\n');
    add_roff(out, option->help);
    for (const char *const *it = option->values; it && *it; it++) {
        pl_buf_add_text(out, it == option->values ? ": " : ", ");
        add_roff(out, *it);
    }
    pl_buf_add_text(out, ".\n");
}

static void add_command(struct pl_buf *out, const struct pl_command *command)
{
    pl_buf_addf(out, ".SS %s\n", command->name);
    add_usage(out, command);
    pl_buf_add_text(out, ".PP\n");
    add_roff(out, command->text);
    pl_buf_add_char(out, '\n');
    for (size_t i = 0; i < pl_option_table_count; i++) {
        const struct pl_option *option = &pl_option_table[i];
        bool is_everywhere =
            option->id == PL_OPTION_HELP || option->id == PL_OPTION_VERSION;
        if (pl_option_is_of(option, command->id) && !is_everywhere) {
            add_option(out, option);
        }
    }
}

static void add_common_options(struct pl_buf *out)
{
    pl_buf_add_text(out, ".SH OPTIONS OF ALL COMMANDS\n");
    add_option(out, pl_option_for(PL_COMMAND_CHECK, PL_OPTION_HELP));
    add_option(out, pl_option_for(PL_COMMAND_CHECK, PL_OPTION_VERSION));
}

static const char *const before_usage[] = {
    ".SH NAME",
    "planlint \\- check structured plan documents for consistency",
    ".SH SYNOPSIS",
    NULL,
};

static const char *const description[] = {
    ".SH DESCRIPTION",
    "planlint reads strategic plans, resolutions and their annexes, and",
    "action plans as plain text, as Markdown, or as the text that Apache Tika",
    "makes of a Word file. It understands their sections, numbered paragraphs,",
    "lists, tables, footnotes, references, goals and targets, and reports what",
    "does not agree, with its place, the reason and the evidence. It changes a",
    "document only when asked to, and sends nothing anywhere.",
    ".SH COMMANDS",
    NULL,
};

static const char *const after_commands[] = {
    ".SH EXIT STATUS",
    ".TP",
    "0",
    "There is nothing at or above the fail level.",
    ".TP",
    "1",
    "There are findings at or above the fail level (with",
    ".BR \\-\\-fix :",
    "after the fixes), there is a difference to show with",
    ".BR \\-\\-diff ,",
    "or an example of a rule failed.",
    ".TP",
    "2",
    "An option, a file or the configuration could not be used. Other files",
    "are checked all the same.",
    ".SH ENVIRONMENT",
    ".TP",
    "NO_COLOR",
    "When it is set and not empty, no colours are used by default.",
    ".TP",
    "FORCE_COLOR",
    "When it is set, not empty and not 0, colours are used by default even if",
    "the output is not a terminal.",
    ".SH FILES",
    ".TP",
    "planlint.json",
    "The configuration: the nearest one, from the folder of the document up to",
    "the root of its repository.",
    ".SH EXAMPLES",
    "Check all plans of a folder as drafts of an ITU plan:",
    ".PP",
    ".nf",
    "    planlint \\-\\-profile itu drafts/",
    ".fi",
    ".PP",
    "Check what comes from another program and get JSON:",
    ".PP",
    ".nf",
    "    tika \\-t plan.docx | planlint \\-\\-format json \\-",
    ".fi",
    NULL,
};

void pl_help_man(struct pl_buf *out)
{
    pl_buf_addf(out, ".TH PLANLINT 1 \"\" \"planlint %s\" \"%s\"\n",
                PLANLINT_VERSION, "User Commands");
    add_lines(out, before_usage);
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        pl_buf_add_text(out, i == 0 ? "" : ".br\n");
        add_usage(out, pl_command_at((enum pl_command_id)i));
    }
    add_lines(out, description);
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        add_command(out, pl_command_at((enum pl_command_id)i));
    }
    add_common_options(out);
    add_lines(out, after_commands);
}
