#include "plan/entities/entity_text.h"

#include <stddef.h>

#include "base/chars.h"
#include "base/utf8.h"
#include "plan/references/number_list.h"

enum {
    GROUP_FILLERS = 3, /* words between "Targets" and "Goal 1" */
    GROUP_TAIL = 40,   /* bytes after the name in a group header */
    MAX_NAME = 200,    /* bytes; longer is a sentence, not a name */
};

static const struct {
    enum pl_entity_kind kind;
    const char *qualifier; /* or NULL */
    const char *noun;
} entity_words[] = {
#define PL_ENTITY_WORD(kind, qualifier, noun) \
    {PL_ENTITY_##kind, qualifier, noun},
#include "plan/entities/entity_word.def"
};

static const char *const group_words[] = {
#define PL_GROUP_WORD(noun) noun,
#include "plan/entities/entity_word.def"
    NULL,
};

static bool read_entity_word(struct pl_scan *scan, enum pl_entity_kind *kind)
{
    size_t count = sizeof(entity_words) / sizeof(entity_words[0]);
    for (size_t i = 0; i < count; i++) {
        struct pl_scan at = *scan;
        const char *qualifier = entity_words[i].qualifier;
        if (qualifier &&
            !(pl_scan_word(&at, qualifier) && pl_scan_blanks(&at))) {
            continue;
        }
        if (pl_scan_word(&at, entity_words[i].noun) && pl_scan_blanks(&at)) {
            *scan = at;
            *kind = entity_words[i].kind;
            return true;
        }
    }
    return false;
}

static bool read_number(struct pl_scan *scan, struct pl_entity_text *text)
{
    struct pl_number number;
    if (!pl_number_read(scan, PL_NUMBER_LETTERS | PL_NUMBER_NO_SPANS,
                        &number) ||
        number.to.count > 0) {
        return false;
    }
    text->label = number.label;
    text->number = number.range;
    return true;
}

static bool is_upper_at(const struct pl_scan *scan)
{
    if (scan->at >= scan->end) {
        return false;
    }
    size_t len = 1;
    return pl_utf8_is_upper(pl_utf8_decode(scan->text, scan->at, &len));
}

static bool read_dash_between_blanks(struct pl_scan *scan)
{
    struct pl_scan at = *scan;
    if (pl_scan_blanks(&at) && pl_scan_dash(&at) && pl_scan_blanks(&at)) {
        *scan = at;
        return true;
    }
    return false;
}

/* ":", " – ", ". " or a tab. */
static bool read_separator(struct pl_scan *scan)
{
    struct pl_scan at = *scan;
    if (read_dash_between_blanks(scan)) {
        return true;
    }
    bool is_dot = pl_scan_char(&at, '.');
    if (is_dot) {
        *scan = at;
    }
    pl_scan_blanks(&at);
    bool is_mark =
        pl_scan_char(&at, ':') || pl_scan_char(&at, '\t') || pl_scan_dash(&at);
    if (is_mark || (is_dot && at.at > scan->at)) {
        pl_scan_blanks(&at);
        *scan = at;
        return true;
    }
    return false;
}

/* Whether a name ends at the scan, before more text. */
static bool is_name_end(const struct pl_scan *scan)
{
    char c = pl_scan_peek(scan, 0);
    char next = pl_scan_peek(scan, 1);
    struct pl_scan at = *scan;
    bool is_before_blank = next == '\0' || pl_is_space(next) || next == '*';
    return c == '\t' || c == ';' || (c == '*' && next == '*') ||
           ((c == ':' || c == '.') && is_before_blank) ||
           read_dash_between_blanks(&at);
}

struct pl_range pl_entity_text_trim(pl_str text, struct pl_range piece)
{
    struct pl_scan scan = {text, piece.start, piece.end};
    pl_scan_blanks(&scan);
    uint32_t end = pl_scan_back(text, scan.at, piece.end);
    while (end > scan.at &&
           (text.data[end - 1] == ':' || text.data[end - 1] == '*' ||
            text.data[end - 1] == '_' || pl_is_space(text.data[end - 1]))) {
        end = pl_scan_back(text, scan.at, end - 1);
    }
    return (struct pl_range){scan.at, end};
}

static struct pl_range read_name(struct pl_scan *scan)
{
    uint32_t start = scan->at;
    while (scan->at < scan->end && !is_name_end(scan)) {
        scan->at++;
    }
    return pl_entity_text_trim(scan->text, (struct pl_range){start, scan->at});
}

static void set_range(struct pl_entity_text *text, uint32_t start)
{
    bool is_named = !pl_range_is_empty(text->name);
    text->range =
        (struct pl_range){start, is_named ? text->name.end : text->number.end};
}

static bool is_named_well(const struct pl_entity_text *text)
{
    return !pl_range_is_empty(text->name) &&
           (text->kind == PL_ENTITY_TARGET ||
            text->name.end - text->name.start <= MAX_NAME);
}

bool pl_entity_text_read(struct pl_scan scan, bool is_heading,
                         struct pl_entity_text *text)
{
    pl_scan_blanks(&scan);
    uint32_t start = scan.at;
    if (!read_entity_word(&scan, &text->kind) || !read_number(&scan, text)) {
        return false;
    }
    text->name = (struct pl_range){text->number.end, text->number.end};
    bool is_separated = read_separator(&scan);
    if (!is_separated && is_heading) {
        is_separated = pl_scan_blanks(&scan) && is_upper_at(&scan);
    }
    pl_scan_blanks(&scan);
    if (scan.at >= scan.end) {
        set_range(text, start);
        return is_heading;
    }
    if (!is_separated) {
        return false;
    }
    struct pl_range rest = {scan.at, scan.end};
    text->name = text->kind == PL_ENTITY_TARGET
                     ? pl_entity_text_trim(scan.text, rest)
                     : read_name(&scan);
    set_range(text, start);
    return is_named_well(text);
}

/* A quick look: a figure, and not only that before a tab or a sentence. */
static bool may_have_parts(const struct pl_scan *scan)
{
    uint32_t len = 0;
    while (pl_is_digit(pl_scan_peek(scan, len))) {
        len++;
    }
    char next = pl_scan_peek(scan, len);
    char after = pl_scan_peek(scan, len + 1);
    bool is_alone = next == '\0' || next == '\t' || next == ':' ||
                    (next == '.' && after == ' ');
    return len > 0 && !is_alone;
}

bool pl_entity_text_read_bare_target(struct pl_scan scan,
                                     struct pl_entity_text *text)
{
    while (pl_scan_blanks(&scan) || pl_scan_char(&scan, '\t')) {
    }
    if (!may_have_parts(&scan) || !read_number(&scan, text) ||
        text->label.count < 2) {
        return false;
    }
    pl_scan_blanks(&scan);
    if (!pl_scan_char(&scan, ':')) {
        return false;
    }
    text->kind = PL_ENTITY_TARGET;
    text->name =
        pl_entity_text_trim(scan.text, (struct pl_range){scan.at, scan.end});
    set_range(text, text->number.start);
    return !pl_range_is_empty(text->name);
}

/* Moves past one word and what follows it up to the next. */
static bool skip_word(struct pl_scan *scan)
{
    pl_str word = pl_scan_letters(scan);
    scan->at += (uint32_t)word.len;
    return word.len > 0 && pl_scan_blanks(scan);
}

/* "by 2030", "until 2030": a small word and a number end a name, too. */
static struct pl_range without_date(pl_str text, struct pl_range name)
{
    struct pl_scan scan = {text, name.start, name.end};
    while (scan.at < scan.end) {
        uint32_t before = scan.at;
        if (pl_scan_blanks(&scan) && skip_word(&scan) &&
            pl_is_lower(text.data[before + 1]) &&
            pl_is_digit(pl_scan_peek(&scan, 0))) {
            return (struct pl_range){name.start, before};
        }
        scan.at = before + 1;
    }
    return name;
}

static void read_group_name(struct pl_scan *scan, struct pl_entity_text *text)
{
    bool is_bracketed = pl_scan_blanks(scan) && pl_scan_char(scan, '(');
    if (!is_bracketed && !read_separator(scan)) {
        return;
    }
    text->name = read_name(scan);
    pl_str name = pl_range_text(scan->text, text->name);
    size_t bracket = pl_str_find_char(name, ')', 0);
    if (is_bracketed && bracket != PL_NOWHERE) {
        text->name.end = text->name.start + (uint32_t)bracket;
    }
    text->name = without_date(scan->text, text->name);
}

bool pl_entity_text_read_group(struct pl_scan scan, struct pl_entity_text *text)
{
    pl_scan_blanks(&scan);
    if (!pl_scan_any_word(&scan, group_words) || !pl_scan_blanks(&scan)) {
        return false;
    }
    uint32_t fillers = 0;
    uint32_t start = scan.at;
    while (!read_entity_word(&scan, &text->kind)) {
        if (fillers++ == GROUP_FILLERS || !skip_word(&scan)) {
            return false;
        }
        start = scan.at;
    }
    if (!read_number(&scan, text)) {
        return false;
    }
    text->name = (struct pl_range){text->number.end, text->number.end};
    read_group_name(&scan, text);
    set_range(text, start);
    return scan.end - text->range.end <= GROUP_TAIL;
}
