#include "cli/option.h"

#include "base/array.h"

#define ON(command) (1U << PL_COMMAND_##command)

enum {
    EVERYWHERE = (1U << PL_COMMAND_COUNT) - 1,
    READERS = ON(CHECK) | ON(OUTLINE) | ON(LEDGER) | ON(MAP) | ON(RENUMBER) |
              ON(TEXT),
    WORD_WRITERS = ON(ANNOTATE) | ON(FIX),
    RULE_USERS = ON(CHECK) | ON(LEDGER) | ON(EXPLAIN) | ON(RULES) | ON(TEST) |
                 WORD_WRITERS,
    PRINTERS = ON(CHECK) | ON(OUTLINE) | ON(LEDGER) | ON(MAP) | ON(EXPLAIN) |
               ON(RULES) | ON(HELP) | ON(RENUMBER) | ON(TEXT),
};

static const char *const report_names[] = {
#define PL_REPORT(constant, name, what) name,
#include "report/report.def"
#undef PL_REPORT
    NULL};

static const char *const format_names[] = {
#define PL_FORMAT(constant, name) name,
#include "text/format.def"
#undef PL_FORMAT
    NULL};

static const char *const severity_names[] = {
#define PL_SEVERITY(constant, name) name,
#include "lint/severity.def"
#undef PL_SEVERITY
    NULL};

static const char *const text_or_json[] = {"text", "json", NULL};
static const char *const map_forms[] = {"text", "json", "dot",
                                        "svg",  "html", NULL};
static const char *const text_or_markdown[] = {"text", "markdown", NULL};
static const char *const ledger_forms[] = {"text", "json", "csv", NULL};
static const char *const list_forms[] = {"text", "json", "markdown", NULL};
static const char *const kind_names[] = {
#define PL_NUMBERED(constant, plural) plural,
#include "plan/renumber.def"
#undef PL_NUMBERED
#define PL_ENTITY(constant, name, plural) plural,
#include "plan/entity.def"
#undef PL_ENTITY
    NULL};
static const char *const states_of_changes[] = {"final", "original", NULL};
static const char *const view_names[] = {"final", "original", "markup", NULL};
static const char *const style_names[] = {"plain", "bis", "letter", NULL};
static const char *const color_names[] = {"auto", "always", "never", NULL};
static const char *const shell_names[] = {"bash", "zsh", "fish", NULL};

const struct pl_option pl_option_table[] = {
    {PL_OPTION_PROFILE,
     ON(CHECK) | ON(LEDGER) | ON(EXPLAIN) | ON(RULES) | ON(INIT) | WORD_WRITERS,
     "profile", 'p', PL_ARGUMENT_VALUE, "NAME", NULL,
     "the rules to apply: core, un, itu or eu"},
    {PL_OPTION_SELECT, ON(CHECK) | WORD_WRITERS, "select", 0, PL_ARGUMENT_LIST,
     "RULES", NULL, "only these rules: ids, beginnings of ids (PL1) or names"},
    {PL_OPTION_IGNORE, ON(CHECK) | WORD_WRITERS, "ignore", 0, PL_ARGUMENT_LIST,
     "RULES", NULL, "all rules but these"},
    {PL_OPTION_SEVERITY, ON(CHECK), "severity", 0, PL_ARGUMENT_VALUE, "LEVEL",
     severity_names + 1, "show findings of this severity and above"},
    {PL_OPTION_SEVERITY, WORD_WRITERS, "severity", 0, PL_ARGUMENT_VALUE,
     "LEVEL", severity_names + 1, "only findings of this severity and above"},
    {PL_OPTION_FAIL_LEVEL, ON(CHECK), "fail-level", 0, PL_ARGUMENT_VALUE,
     "LEVEL", severity_names,
     "exit with 1 for findings of this severity and above, off for never "
     "(by default warning)"},
    {PL_OPTION_INTRODUCED, ON(CHECK), "introduced", 0, PL_ARGUMENT_NONE, NULL,
     NULL,
     "of Word files with tracked changes show only the findings that these "
     "changes bring in"},
    {PL_OPTION_FIX, ON(CHECK), "fix", 0, PL_ARGUMENT_NONE, NULL, NULL,
     "apply the safe fixes to the files and report what remains; the fixed "
     "text of standard input goes to standard output, the report to standard "
     "error"},
    {PL_OPTION_DIFF, ON(CHECK), "diff", 0, PL_ARGUMENT_NONE, NULL, NULL,
     "show what --fix would change as a unified diff, write nothing and "
     "report nothing; exit with 1 when there is a difference"},
    {PL_OPTION_UNSAFE_FIXES, ON(CHECK), "unsafe-fixes", 0, PL_ARGUMENT_NONE,
     NULL, NULL,
     "with --fix or --diff, apply the fixes too that a person has to look at"},
    {PL_OPTION_KIND, ON(RENUMBER), "kind", 0, PL_ARGUMENT_VALUE, "KIND",
     kind_names,
     "what to renumber (by default what stands at --from, else paragraphs)"},
    {PL_OPTION_FROM, ON(RENUMBER), "from", 0, PL_ARGUMENT_VALUE, "PLACE", NULL,
     "renumber from here to the end of the series: a line, LINE:COLUMN, or an "
     "address such as \"2.6, para 27\""},
    {PL_OPTION_STYLE, ON(RENUMBER), "style", 0, PL_ARGUMENT_VALUE, "STYLE",
     style_names,
     "plain closes gaps and resolves doubles; bis and letter keep the numbers "
     "and call what was inserted after 6 6bis or 6A"},
    {PL_OPTION_START, ON(RENUMBER), "start", 0, PL_ARGUMENT_VALUE, "NUMBER",
     NULL, "the number to begin with"},
    {PL_OPTION_WRITE, ON(RENUMBER), "write", 'w', PL_ARGUMENT_NONE, NULL, NULL,
     "change the file instead of showing the difference; the text of standard "
     "input goes to standard output"},
    {PL_OPTION_FORMAT, ON(CHECK), "format", 'f', PL_ARGUMENT_VALUE, "FORM",
     report_names, "form of the report"},
    {PL_OPTION_FORMAT, ON(OUTLINE), "format", 'f', PL_ARGUMENT_VALUE, "FORM",
     text_or_json, "form of the outline"},
    {PL_OPTION_FORMAT, ON(LEDGER), "format", 'f', PL_ARGUMENT_VALUE, "FORM",
     ledger_forms, "form of the ledger"},
    {PL_OPTION_FORMAT, ON(MAP), "format", 'f', PL_ARGUMENT_VALUE, "FORM",
     map_forms, "form of the map"},
    {PL_OPTION_FORMAT, ON(EXPLAIN), "format", 'f', PL_ARGUMENT_VALUE, "FORM",
     text_or_markdown, "form of the explanation"},
    {PL_OPTION_FORMAT, ON(RULES), "format", 'f', PL_ARGUMENT_VALUE, "FORM",
     list_forms, "form of the list"},
    {PL_OPTION_OUTPUT, PRINTERS, "output", 'o', PL_ARGUMENT_FILE, "FILE", NULL,
     "write to FILE instead of standard output"},
    {PL_OPTION_OUTPUT, WORD_WRITERS, "output", 'o', PL_ARGUMENT_FILE, "FILE",
     NULL, "write the copy to FILE, which is not there yet"},
    {PL_OPTION_TRACKED, ON(FIX), "tracked", 0, PL_ARGUMENT_NONE, NULL, NULL,
     "write the fixes as tracked changes, the only way there is"},
    {PL_OPTION_TRACKED, ON(RENUMBER), "tracked", 0, PL_ARGUMENT_NONE, NULL,
     NULL, "write the changes into a Word file as tracked changes"},
    {PL_OPTION_IN_PLACE, WORD_WRITERS | ON(RENUMBER), "in-place", 0,
     PL_ARGUMENT_NONE, NULL, NULL,
     "change the file itself instead of writing a copy"},
    {PL_OPTION_DATE, WORD_WRITERS | ON(RENUMBER), "date", 0, PL_ARGUMENT_VALUE,
     "DATE", NULL,
     "the date of what is written, such as 2026-05-04T09:30:00Z, instead of "
     "SOURCE_DATE_EPOCH or now"},
    {PL_OPTION_INPUT_FORMAT, READERS, "input-format", 0, PL_ARGUMENT_VALUE,
     "FORMAT", format_names,
     "read all files as this format, whatever they look like"},
    {PL_OPTION_VIEW, READERS & ~(ON(TEXT) | ON(RENUMBER)), "view", 0,
     PL_ARGUMENT_VALUE, "VIEW", states_of_changes,
     "of a Word file, the text with all tracked changes accepted (final, the "
     "default) or rejected (original)"},
    {PL_OPTION_VIEW, ON(TEXT), "view", 0, PL_ARGUMENT_VALUE, "VIEW", view_names,
     "of a Word file, the text with all tracked changes accepted (final, the "
     "default), rejected (original), or both marked (markup)"},
    {PL_OPTION_MAP, ON(TEXT), "map", 0, PL_ARGUMENT_NONE, NULL, NULL,
     "say as JSON where each line of a Word file's text comes from: its story, "
     "number and style, and its place in the file"},
    {PL_OPTION_LANGUAGE, ON(CHECK) | ON(LEDGER) | WORD_WRITERS, "language", 0,
     PL_ARGUMENT_VALUE, "CODE", NULL,
     "the language of the documents, such as en, instead of finding it"},
    {PL_OPTION_STDIN_FILENAME, READERS, "stdin-filename", 0, PL_ARGUMENT_FILE,
     "PATH", NULL, "the path to report for what is read from standard input"},
    {PL_OPTION_CONFIG, RULE_USERS, "config", 'c', PL_ARGUMENT_FILE, "FILE",
     NULL, "use this configuration instead of the nearest planlint.json"},
    {PL_OPTION_NO_CONFIG, RULE_USERS, "no-config", 0, PL_ARGUMENT_NONE, NULL,
     NULL, "use no configuration"},
    {PL_OPTION_QUIET, ON(CHECK) | ON(TEST) | WORD_WRITERS, "quiet", 'q',
     PL_ARGUMENT_NONE, NULL, NULL, "leave out the summary"},
    {PL_OPTION_COVERAGE, ON(TEST), "coverage", 0, PL_ARGUMENT_NONE, NULL, NULL,
     "say too what rules lack: three good and three bad examples, a reason, a "
     "source; or that a rule never fires"},
    {PL_OPTION_OVER, ON(TEST), "over", 0, PL_ARGUMENT_FILE, "PATH", NULL,
     "with --coverage, see which rules fire in these documents"},
    {PL_OPTION_STDIO, ON(LSP), "stdio", 0, PL_ARGUMENT_NONE, NULL, NULL,
     "use standard input and output, which is done anyway"},
    {PL_OPTION_COLOR, EVERYWHERE & ~(ON(INIT) | ON(LSP)), "color", 0,
     PL_ARGUMENT_VALUE, "WHEN", color_names,
     "when to use colours, auto for on a terminal unless NO_COLOR is set"},
    {PL_OPTION_MAN, ON(HELP), "man", 0, PL_ARGUMENT_NONE, NULL, NULL,
     "the manual page, as source for man"},
    {PL_OPTION_COMPLETION, ON(HELP), "completion", 0, PL_ARGUMENT_VALUE,
     "SHELL", shell_names, "the completions for a shell"},
    {PL_OPTION_HELP, EVERYWHERE, "help", 'h', PL_ARGUMENT_NONE, NULL, NULL,
     "show this help"},
    {PL_OPTION_VERSION, EVERYWHERE, "version", 'V', PL_ARGUMENT_NONE, NULL,
     NULL, "show the version"},
};
const size_t pl_option_table_count = PL_COUNT(pl_option_table);

bool pl_option_is_of(const struct pl_option *option, enum pl_command_id command)
{
    return (option->commands >> command) & 1U;
}

const struct pl_option *pl_option_for(enum pl_command_id command,
                                      enum pl_option_id id)
{
    for (size_t i = 0; i < pl_option_table_count; i++) {
        const struct pl_option *option = &pl_option_table[i];
        if (option->id == id && pl_option_is_of(option, command)) {
            return option;
        }
    }
    return NULL;
}

const struct pl_option *pl_option_named(enum pl_command_id command, pl_str name)
{
    for (size_t i = 0; i < pl_option_table_count; i++) {
        const struct pl_option *option = &pl_option_table[i];
        if (pl_option_is_of(option, command) &&
            pl_str_eq(name, pl_str_from(option->name))) {
            return option;
        }
    }
    return NULL;
}
