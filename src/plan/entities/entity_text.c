#include "plan/entities/entity_text.h"

#include <stddef.h>

#include "base/chars.h"
#include "base/utf8.h"
#include "plan/references/number_list.h"
#include "plan/words.h"

enum {
    GROUP_FILLERS = 3, /* words between "Targets" and "Goal 1" */
    GROUP_TAIL = 40,   /* bytes after the name in a header of targets */
    MAX_NAME = 200,    /* bytes; longer is a sentence, not a name */
    MAX_TITLE = 9,     /* words of the title of a list */
};

/* "No. 3", "#3", "n° 3". */
static void skip_number_sign(struct pl_scan *scan)
{
    static const char *const signs[] = {"no", "nr", "n\xC2\xB0", "n\xC2\xBA",
                                        NULL};
    struct pl_scan at = *scan;
    if (pl_scan_char(&at, '#')) {
        *scan = at;
    } else if (pl_scan_any_word(&at, signs)) {
        pl_scan_char(&at, '.');
        pl_scan_blanks(&at);
        *scan = pl_is_digit(pl_scan_peek(&at, 0)) ? at : *scan;
    }
}

bool pl_entity_number_read(struct pl_scan *scan, struct pl_label *label,
                           struct pl_range *range)
{
    struct pl_number number;
    struct pl_scan at = *scan;
    skip_number_sign(&at);
    if (!pl_number_read(&at, PL_NUMBER_LETTERS | PL_NUMBER_NO_SPANS, &number) ||
        number.to.count > 0) {
        return false;
    }
    *scan = at;
    *label = number.label;
    *range = number.range;
    return true;
}

static bool read_number(struct pl_scan *scan, struct pl_entity_text *text)
{
    return pl_entity_number_read(scan, &text->label, &text->number);
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

/* ":", ")", " – ", ". " or a tab. */
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
    bool is_mark = pl_scan_char(&at, ':') || pl_scan_char(&at, '\t') ||
                   (at.at == scan->at && pl_scan_char(&at, ')')) ||
                   pl_scan_dash(&at);
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

/* Goals and what is above them have a name, which a text may follow; other
 * entities are told in a sentence. */
static bool has_name(enum pl_entity_kind kind)
{
    switch (kind) {
    case PL_ENTITY_PILLAR:
    case PL_ENTITY_THEME:
    case PL_ENTITY_PRINCIPLE:
    case PL_ENTITY_GOAL:
    case PL_ENTITY_PRIORITY:
    case PL_ENTITY_STRATEGY:
    case PL_ENTITY_INITIATIVE:
    case PL_ENTITY_PHASE:
        return true;
    case PL_ENTITY_OBJECTIVE:
    case PL_ENTITY_TARGET:
    case PL_ENTITY_OUTCOME:
    case PL_ENTITY_RESULT:
    case PL_ENTITY_OUTPUT:
    case PL_ENTITY_INDICATOR:
    case PL_ENTITY_COMMITMENT:
    case PL_ENTITY_RECOMMENDATION:
    case PL_ENTITY_ACTION:
    case PL_ENTITY_ACTIVITY:
    case PL_ENTITY_TASK:
    case PL_ENTITY_DELIVERABLE:
    case PL_ENTITY_MILESTONE:
    case PL_ENTITY_OFFERING:
    case PL_ENTITY_ENABLER:
    case PL_ENTITY_COMPONENT:
    case PL_ENTITY_KIND_COUNT:
        break;
    }
    return false;
}

/* To the end of emphasis: "**Action 3: Publish.** More text"; else all. */
static struct pl_range read_sentence(struct pl_scan scan)
{
    pl_str rest = pl_str_slice(scan.text, scan.at, scan.end);
    size_t end = pl_str_find(rest, (pl_str)PL_STR("**"), 0);
    struct pl_range all = {scan.at, scan.end};
    bool is_cut = end != PL_NOWHERE && end > 0;
    if (is_cut) {
        all.end = scan.at + (uint32_t)end;
    }
    struct pl_range cut = pl_entity_text_trim(scan.text, all);
    return is_cut && pl_range_is_empty(cut)
               ? pl_entity_text_trim(scan.text,
                                     (struct pl_range){scan.at, scan.end})
               : cut;
}

static bool is_named_well(const struct pl_entity_text *text)
{
    return !pl_range_is_empty(text->name) &&
           ((text->kind != PL_ENTITY_GOAL &&
             text->kind != PL_ENTITY_PRIORITY) ||
            text->name.end - text->name.start <= MAX_NAME);
}

/* "SO1", "KR-2", "KPI 3.2" at the beginning of a word. */
static bool read_code(const struct pl_lexicon *lexicon, struct pl_scan *scan,
                      struct pl_entity_text *text)
{
    for (uint32_t i = 0; i < lexicon->code_count; i++) {
        const struct pl_lexicon_code *code = &lexicon->codes[i];
        struct pl_scan at = *scan;
        pl_str rest = pl_str_slice(scan->text, scan->at, scan->end);
        if (!pl_str_starts(rest, code->letters)) {
            continue;
        }
        at.at += (uint32_t)code->letters.len;
        if (!pl_scan_char(&at, '-')) {
            pl_scan_blanks(&at);
        }
        if (pl_is_digit(pl_scan_peek(&at, 0)) && read_number(&at, text)) {
            text->kind = code->kind;
            text->row = code->row;
            *scan = at;
            return true;
        }
    }
    return false;
}

/* What may stand before the keyword: marks of headings and lists. */
static bool is_open(struct pl_scan scan, uint32_t word)
{
    while (scan.at < word) {
        char c = pl_scan_peek(&scan, 0);
        if (!pl_scan_blanks(&scan)) {
            if (c != '#' && c != '\t' && !pl_is_wide(c)) {
                return false;
            }
            scan.at++;
        }
    }
    return true;
}

/* "Strategic Goal 2" or "SO2". */
static bool read_keyword(const struct pl_entity_source *source,
                         struct pl_scan *scan, struct pl_entity_text *text)
{
    const struct pl_words *words = source->lexicon->words;
    uint32_t at = source->first_word;
    if (at == source->word_end || !is_open(*scan, words->items[at].start)) {
        return false;
    }
    scan->at = words->items[at].start;
    text->range.start = scan->at;
    text->qualifier = PL_NONE;
    struct pl_noun noun;
    if (!pl_lexicon_read(source->lexicon, at, source->word_end, &noun)) {
        return read_code(source->lexicon, scan, text);
    }
    scan->at = pl_word_range(words, noun.word_end - 1).end;
    text->kind = noun.kind;
    text->row = noun.row;
    text->qualifier = noun.qualifier;
    return !noun.is_many && pl_scan_blanks(scan) && read_number(scan, text);
}

/* The end of "**Objective 1**", after which the name follows. */
static bool ends_emphasis(const struct pl_scan *scan)
{
    char c = pl_scan_peek(scan, 0);
    return (c == '*' || c == '_') && c == pl_scan_peek(scan, 1);
}

/* What follows the number: false when it is a sentence. */
static bool read_gap(struct pl_scan *scan, enum pl_entity_place place,
                     struct pl_entity_text *text)
{
    bool is_separated = ends_emphasis(scan);
    is_separated |= read_separator(scan);
    if (!is_separated) {
        is_separated = pl_scan_blanks(scan) && is_upper_at(scan);
        text->is_weak = is_separated && place == PL_ENTITY_IN_TEXT;
    }
    pl_scan_blanks(scan);
    return is_separated;
}

bool pl_entity_text_read(const struct pl_entity_source *source,
                         struct pl_entity_text *text)
{
    struct pl_scan scan = {source->lexicon->words->text, source->prose.start,
                           source->prose.end};
    text->is_weak = false;
    if (!read_keyword(source, &scan, text)) {
        return false;
    }
    uint32_t start = text->range.start;
    text->name = (struct pl_range){text->number.end, text->number.end};
    bool is_separated = read_gap(&scan, source->place, text);
    if (scan.at >= scan.end) {
        set_range(text, start);
        return source->place != PL_ENTITY_IN_TEXT;
    }
    if (!is_separated) {
        return false;
    }
    text->name = has_name(text->kind) ? read_name(&scan) : read_sentence(scan);
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

/* "A" of "A1" in a list of actions. */
static bool skip_initial(struct pl_scan *scan, const struct pl_noun *list)
{
    char initial = pl_entity_name(list->kind)[0];
    char c = pl_scan_peek(scan, 0);
    if (!pl_is_upper(c) || pl_to_lower(c) != initial ||
        !pl_is_digit(pl_scan_peek(scan, 1))) {
        return false;
    }
    scan->at++;
    return true;
}

static void set_list(struct pl_entity_text *text, const struct pl_noun *list)
{
    text->kind = list->kind;
    text->row = list->row;
    text->qualifier = PL_NONE;
    text->is_weak = true;
    text->name = (struct pl_range){text->number.end, text->number.end};
}

static void read_rest(struct pl_scan *scan, struct pl_entity_text *text,
                      uint32_t start)
{
    pl_scan_blanks(scan);
    text->name =
        pl_entity_text_trim(scan->text, (struct pl_range){scan->at, scan->end});
    set_range(text, start);
}

bool pl_entity_text_read_bare(struct pl_scan scan, const struct pl_noun *list,
                              struct pl_entity_text *text)
{
    while (pl_scan_blanks(&scan) || pl_scan_char(&scan, '\t')) {
    }
    uint32_t start = scan.at;
    bool has_initial = skip_initial(&scan, list);
    if ((!has_initial && !may_have_parts(&scan)) || !read_number(&scan, text)) {
        return false;
    }
    set_list(text, list);
    if (has_initial) {
        bool is_separated = read_separator(&scan);
        read_rest(&scan, text, start);
        return is_separated && !pl_range_is_empty(text->name);
    }
    pl_scan_blanks(&scan);
    text->is_weak = false;
    bool is_separated = text->label.count > 1 && pl_scan_char(&scan, ':');
    read_rest(&scan, text, start);
    return is_separated && !pl_range_is_empty(text->name);
}

bool pl_entity_text_read_row(struct pl_scan scan, const struct pl_noun *list,
                             struct pl_entity_text *text)
{
    pl_scan_blanks(&scan);
    uint32_t start = scan.at;
    bool has_initial = skip_initial(&scan, list);
    if ((!has_initial && !pl_is_digit(pl_scan_peek(&scan, 0))) ||
        !read_number(&scan, text)) {
        return false;
    }
    set_list(text, list);
    bool is_separated = read_separator(&scan);
    is_separated |= pl_scan_blanks(&scan);
    if (scan.at < scan.end && (!is_separated || !is_upper_at(&scan))) {
        return false;
    }
    read_rest(&scan, text, start);
    return true;
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

/* Whether a date is all that follows: "for 2028-2031", "to 2030". */
static bool is_date_at(const struct pl_words *words, uint32_t at, uint32_t end)
{
    while (at < end) {
        pl_str word = pl_word_text(words, at);
        bool is_short = word.len <= 3 && pl_is_lower(word.data[0]);
        if (!is_short && !pl_is_digit(word.data[0])) {
            return false;
        }
        at++;
    }
    return true;
}

bool pl_entity_text_read_list(const struct pl_entity_source *source,
                              struct pl_noun *list)
{
    return source->word_end - source->first_word <= MAX_TITLE &&
           pl_lexicon_read(source->lexicon, source->first_word,
                           source->word_end, list) &&
           list->is_many &&
           is_date_at(source->lexicon->words, list->word_end, source->word_end);
}

/* The noun with a number, after some words. */
static bool find_owner(const struct pl_entity_source *source, uint32_t at,
                       struct pl_scan *scan, struct pl_entity_text *text)
{
    const struct pl_words *words = source->lexicon->words;
    for (uint32_t i = 0; i <= GROUP_FILLERS && at + i < source->word_end; i++) {
        struct pl_entity_source rest = *source;
        rest.first_word = at + i;
        scan->at = words->items[at + i].start;
        if (read_keyword(&rest, scan, text)) {
            return true;
        }
    }
    return false;
}

bool pl_entity_text_read_group(const struct pl_entity_source *source,
                               struct pl_noun *list,
                               struct pl_entity_text *text)
{
    struct pl_scan scan = {source->lexicon->words->text, source->prose.start,
                           source->prose.end};
    if (source->first_word == source->word_end ||
        !is_open(scan,
                 source->lexicon->words->items[source->first_word].start) ||
        !pl_lexicon_read(source->lexicon, source->first_word, source->word_end,
                         list) ||
        (!list->is_many && list->kind != PL_ENTITY_TARGET) ||
        !find_owner(source, list->word_end, &scan, text) ||
        list->kind == text->kind) {
        return false;
    }
    text->is_weak = false;
    text->name = (struct pl_range){text->number.end, text->number.end};
    read_group_name(&scan, text);
    set_range(text, text->range.start);
    uint32_t tail = scan.end - text->range.end;
    return tail <= (list->kind == PL_ENTITY_TARGET ? GROUP_TAIL : 1);
}
