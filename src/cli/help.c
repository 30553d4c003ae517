#include "cli/help.h"

#include <string.h>

#include "cli/command.h"

enum { INDENT = 2, COMMAND_COLUMN = 12, OPTION_COLUMN = 29 };

static void add_line(struct pl_page *page, enum pl_style style,
                     const char *text)
{
    pl_page_add_text(page, style, text);
    pl_page_end_line(page);
}

static void add_usage(struct pl_page *page, const struct pl_command *command)
{
    pl_page_add_text(page, PL_STYLE_HEADING, "Usage:");
    pl_page_add_text(page, PL_STYLE_PLAIN, " planlint ");
    bool is_default = command->id == PL_COMMAND_CHECK;
    pl_page_add_text(page, PL_STYLE_PLAIN, is_default ? "[" : "");
    pl_page_add_text(page, PL_STYLE_PLAIN, command->name);
    pl_page_add_text(page, PL_STYLE_PLAIN, is_default ? "]" : "");
    pl_page_add_text(page, PL_STYLE_PLAIN, " [OPTION...]");
    if (command->arguments[0]) {
        pl_page_add_text(page, PL_STYLE_PLAIN, " ");
        pl_page_add_text(page, PL_STYLE_PLAIN, command->arguments);
    }
    pl_page_end_line(page);
}

/* In this line when it fits together with its comma. */
static void add_value(struct pl_page *page, const char *value, bool is_last)
{
    size_t needed = 1 + strlen(value) + (is_last ? 0 : 1);
    if (page->column + needed > page->width) {
        pl_page_end_line(page);
        pl_page_pad(page, OPTION_COLUMN);
    } else {
        pl_page_pad(page, page->column + 1);
    }
    pl_page_add_text(page, PL_STYLE_PLAIN, value);
}

static void add_option(struct pl_page *page, const struct pl_option *option)
{
    char letter[] = {'-', option->letter, ',', ' ', '\0'};
    pl_page_pad(page, INDENT);
    pl_page_add_text(page, PL_STYLE_PLAIN, option->letter ? letter : "    ");
    pl_page_add_text(page, PL_STYLE_PLAIN, "--");
    pl_page_add_text(page, PL_STYLE_PLAIN, option->name);
    if (option->argument) {
        pl_page_add_text(page, PL_STYLE_DIM, " ");
        pl_page_add_text(page, PL_STYLE_DIM, option->argument);
    }
    pl_page_pad(page, OPTION_COLUMN);
    pl_page_wrap(page, PL_STYLE_PLAIN, OPTION_COLUMN,
                 pl_str_from(option->help));
    for (const char *const *it = option->values; it && *it; it++) {
        bool is_first = it == option->values;
        pl_page_add_text(page, PL_STYLE_PLAIN, is_first ? ":" : ",");
        add_value(page, *it, it[1] == NULL);
    }
    pl_page_end_line(page);
}

static void add_options(struct pl_page *page, enum pl_command_id command)
{
    for (size_t i = 0; i < pl_option_table_count; i++) {
        if (pl_option_is_of(&pl_option_table[i], command)) {
            add_option(page, &pl_option_table[i]);
        }
    }
}

void pl_help_command(struct pl_page *page, enum pl_command_id command)
{
    const struct pl_command *it = pl_command_at(command);
    add_usage(page, it);
    pl_page_end_line(page);
    pl_page_wrap(page, PL_STYLE_PLAIN, 0, pl_str_from(it->text));
    pl_page_end_line(page);
    pl_page_end_line(page);
    add_line(page, PL_STYLE_HEADING, "Options:");
    add_options(page, command);
}

static void add_commands(struct pl_page *page)
{
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        const struct pl_command *it = pl_command_at((enum pl_command_id)i);
        pl_page_pad(page, INDENT);
        pl_page_add_text(page, PL_STYLE_PLAIN, it->name);
        pl_page_pad(page, COMMAND_COLUMN);
        pl_page_wrap(page, PL_STYLE_PLAIN, COMMAND_COLUMN,
                     pl_str_from(it->summary));
        pl_page_end_line(page);
    }
}

void pl_help_program(struct pl_page *page)
{
    add_line(page, PL_STYLE_PLAIN,
             "planlint - a consistency checker for plan documents");
    pl_page_end_line(page);
    add_usage(page, pl_command_at(PL_COMMAND_CHECK));
    add_line(page, PL_STYLE_PLAIN,
             "       planlint COMMAND [OPTION...] [ARGUMENT...]");
    pl_page_end_line(page);
    add_line(page, PL_STYLE_HEADING, "Commands:");
    add_commands(page);
    pl_page_end_line(page);
    add_line(page, PL_STYLE_HEADING, "Options of check:");
    add_options(page, PL_COMMAND_CHECK);
    pl_page_end_line(page);
    pl_page_wrap(
        page, PL_STYLE_PLAIN, 0,
        (pl_str)PL_STR("Exit status: 0 nothing at or above the fail level, 1 "
                       "findings, 2 something could not be read, written or "
                       "understood. planlint help COMMAND says more."));
    pl_page_end_line(page);
}
