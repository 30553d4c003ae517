#include "plan/references/citations.h"

#include "base/arena.h"
#include "base/chars.h"
#include "base/vec.h"
#include "plan/plan.h"
#include "plan/words/block_walk.h"
#include "plan/words/marked_words.h"
#include "plan/words/scan.h"

enum { LONGEST_PLACE = 60, LONGEST_CODE = 64 }; /* bytes */

static const struct {
    const char *word; /* lower case */
    pl_str instrument;
    bool is_plural;
} instruments[] = {
#define PL_NUMBERED_INSTRUMENT(word, name, is_plural) \
    {word, PL_STR(name), is_plural},
#include "plan/references/instrument.def"
    {"res", PL_STR("Resolution"), false}, /* of A/RES/70/1 */
};
enum {
    INSTRUMENT_COUNT = sizeof(instruments) / sizeof(instruments[0]),
    SYMBOL = INSTRUMENT_COUNT, /* the mark of "res" */
};

struct builder {
    struct pl_arena *arena;
    struct pl_plan *plan;
    struct pl_block_walk walk;
    PL_VEC(struct pl_citation) citations;
};

/* Letters, digits and what joins them: "G.8101/Y.1355", "70/1", "ITU-R". */
static struct pl_range read_code(const struct pl_scan *scan)
{
    struct pl_scan s = *scan;
    for (;;) {
        char c = pl_scan_peek(&s, 0);
        bool joins = (c == '.' || c == '/' || c == '-') && s.at > scan->at &&
                     pl_is_alnum(pl_scan_peek(&s, 1));
        if ((!pl_is_alnum(c) && !joins) || s.at - scan->at == LONGEST_CODE) {
            return (struct pl_range){scan->at, s.at};
        }
        s.at++;
    }
}

static bool has_digit(pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (pl_is_digit(text.data[i])) {
            return true;
        }
    }
    return false;
}

static bool is_body(pl_str code)
{
    return code.len > 1 && pl_is_upper(code.data[0]) &&
           pl_is_upper(code.data[1]);
}

/* "71", "2bis", "70/1", "G.8101"; not "16th". */
static bool is_number(pl_str code)
{
    size_t len = 0;
    while (len < code.len && pl_is_alnum(code.data[len])) {
        len++;
    }
    struct pl_label label;
    if (len > 0 && pl_is_digit(code.data[0])) {
        return pl_label_parse(pl_str_slice(code, 0, len), &label);
    }
    return has_digit(code) && pl_is_upper(code.data[0]);
}

/* "71", "No. 71", "ITU-T G.8101/Y.1355". */
static bool read_number(struct pl_scan *scan, struct pl_range *number)
{
    struct pl_scan s = *scan;
    if (pl_scan_word(&s, "no") && !pl_scan_char(&s, '.')) {
        return false;
    }
    pl_scan_blanks(&s);
    struct pl_range code = read_code(&s);
    struct pl_range first = code;
    if (is_body(pl_range_text(s.text, code)) &&
        !has_digit(pl_range_text(s.text, code))) {
        s.at = code.end;
        if (!pl_scan_blanks(&s)) {
            return false;
        }
        code = read_code(&s);
    }
    if (!is_number(pl_range_text(s.text, code))) {
        return false;
    }
    *number = (struct pl_range){first.start, code.end};
    scan->at = code.end;
    return true;
}

/* Up to a comma or a bracket; trimmed. */
static struct pl_range read_place(struct pl_scan *scan)
{
    uint32_t from = scan->at;
    while (scan->at < scan->end && scan->at - from < LONGEST_PLACE) {
        char c = pl_scan_peek(scan, 0);
        if (c == ',' || c == '(' || c == ')' || c == ';') {
            break;
        }
        scan->at++;
    }
    return (struct pl_range){from, pl_scan_back(scan->text, from, scan->at)};
}

/* " (Rev. Bucharest, 2022)" after a number. */
static void read_adoption(struct pl_scan *scan, struct pl_citation *citation)
{
    struct pl_scan s = *scan;
    pl_scan_blanks(&s);
    if (!pl_scan_char(&s, '(')) {
        return;
    }
    pl_scan_blanks(&s);
    bool is_revision = pl_scan_word(&s, "rev");
    if (is_revision) {
        pl_scan_char(&s, '.');
        pl_scan_blanks(&s);
    }
    struct pl_range place = read_place(&s);
    if (!pl_scan_char(&s, ',')) {
        return;
    }
    pl_scan_blanks(&s);
    struct pl_range year = {s.at, s.at};
    while (pl_is_digit(pl_scan_peek(&s, 0))) {
        year.end = ++s.at;
    }
    pl_scan_blanks(&s);
    if (year.end - year.start < 4 || !pl_scan_char(&s, ')')) {
        return;
    }
    citation->is_revision = is_revision;
    citation->place = place;
    citation->year = year;
    citation->range.end = s.at;
    *scan = s;
}

static bool read_citation(struct builder *b, struct pl_scan *scan,
                          struct pl_citation citation)
{
    if (!read_number(scan, &citation.number)) {
        return false;
    }
    citation.range.end = citation.number.end;
    read_adoption(scan, &citation);
    *PL_VEC_PUSH(b->arena, &b->citations) = citation;
    return true;
}

static bool read_connector(struct pl_scan *scan)
{
    pl_scan_blanks(scan);
    bool found = pl_scan_char(scan, ',') || pl_scan_char(scan, ';');
    pl_scan_blanks(scan);
    found |= pl_scan_word(scan, "and") || pl_scan_word(scan, "or");
    pl_scan_blanks(scan);
    return found;
}

/* "and 5 (Busan, 2014)" after a plural's first number. */
static void read_more(struct builder *b, struct pl_scan scan,
                      struct pl_citation citation)
{
    bool again = true;
    while (again) {
        again = read_connector(&scan);
        char next = pl_scan_peek(&scan, 0);
        citation.range.start = scan.at;
        again = again && (pl_is_digit(next) || pl_is_upper(next)) &&
                read_citation(b, &scan, citation);
    }
}

/* The heading's own name, such as "RESOLUTION 71 (Rev. Dubai, 2018)". */
static bool is_heading_name(const struct pl_plan *plan, uint32_t block,
                            uint32_t word)
{
    return plan->blocks[block].kind == PL_BLOCK_HEADING &&
           plan->blocks[block].first_word == word;
}

/* "A/RES/70/1", of which `range` is "RES". */
static void add_symbol(struct builder *b, struct pl_range range, uint32_t block)
{
    pl_str text = b->plan->text;
    uint32_t start = range.start;
    while (start > 0 && range.start - start < LONGEST_CODE &&
           (pl_is_upper(text.data[start - 1]) || text.data[start - 1] == '/')) {
        start--;
    }
    struct pl_scan scan = {text, start, b->plan->blocks[block].range.end};
    struct pl_range code = read_code(&scan);
    if (start < range.start && text.data[range.end] == '/' &&
        has_digit(pl_range_text(text, code))) {
        *PL_VEC_PUSH(b->arena, &b->citations) = (struct pl_citation){
            .instrument = instruments[SYMBOL - 1].instrument,
            .range = code,
            .number = code,
            .block = block,
        };
    }
}

static void read_word(struct builder *b, struct pl_marked_word found)
{
    struct pl_plan *plan = b->plan;
    struct pl_range range = pl_word_range(plan->words, found.word);
    uint32_t block = pl_block_walk_to(&b->walk, range.start);
    if (block == PL_NONE || is_heading_name(plan, block, found.word)) {
        return;
    }
    if (found.mark == SYMBOL) {
        if (range.end < plan->text.len) {
            add_symbol(b, range, block);
        }
        return;
    }
    struct pl_scan scan = {plan->text, range.end,
                           plan->blocks[block].range.end};
    struct pl_citation citation = {
        .instrument = instruments[found.mark - 1].instrument,
        .range = range,
        .block = block,
    };
    if (pl_scan_blanks(&scan) && read_citation(b, &scan, citation) &&
        instruments[found.mark - 1].is_plural) {
        read_more(b, scan, citation);
    }
}

void pl_citations_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct builder b = {.arena = arena, .plan = plan, .walk = {.plan = plan}};
    struct pl_arena *scratch = pl_arena_new();
    uint8_t *marks = pl_marks_new(scratch, plan->words);
    for (size_t i = 0; i < INSTRUMENT_COUNT; i++) {
        pl_marks_set(marks, plan->words, instruments[i].word, (uint8_t)(i + 1));
    }
    pl_marks_spread(marks, plan->words);
    struct pl_marked_words found =
        pl_marked_words_find(scratch, plan->words, marks);
    for (size_t i = 0; i < found.count; i++) {
        pl_marked_words_ahead(&found, plan->words, i);
        read_word(&b, found.items[i]);
    }
    pl_arena_free(scratch);
    plan->citations = b.citations.items;
    plan->citations_count = (uint32_t)b.citations.len;
}
