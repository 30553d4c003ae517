/* Lines without a number that look like titles and are none. */
#include "plan/structure/draft.h"

#include "base/array.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/utf8.h"
#include "plan/acts/opening.h"

enum { LONGEST_STACK = 3 }; /* titles with nothing between them */

/* Bytes of the word that a caption begins with, and of a stop; or 0. */
static size_t caption_word(pl_str line)
{
    static const pl_str words[] = {
#define PL_CAPTION_WORD(word, kind) PL_STR(word),
#include "plan/structure/caption_word.def"
#undef PL_CAPTION_WORD
    };
    pl_str word = pl_utf8_letters(line);
    size_t len = word.len;
    for (size_t i = 0; i < PL_COUNT(words); i++) {
        if (pl_utf8_lowers_to(word, words[i])) {
            bool has_stop = len < line.len && line.data[len] == '.';
            return has_stop ? len + 1 : len;
        }
    }
    return 0;
}

/* "Figure 2 - Title": a caption. */
static bool is_caption(pl_str line)
{
    size_t at = caption_word(line);
    if (at == 0 || at >= line.len ||
        (line.data[at] != ' ' && !pl_is_wide(line.data[at]))) {
        return false;
    }
    at += line.data[at] == ' ' ? 1 : 2; /* a no-break space */
    return at < line.len &&
           (pl_is_digit(line.data[at]) || pl_is_upper(line.data[at]));
}

/* Columns set with spaces or tabs: a row of a table, a running head. The tab
 * before a margin comment is none. */
static bool has_columns(const struct pl_draft *draft,
                        const struct pl_block *block)
{
    for (uint32_t i = block->first_span; i < block->span_end; i++) {
        bool before_comment = i + 1 < block->span_end &&
                              draft->spans.items[i + 1].kind == PL_SPAN_COMMENT;
        if (draft->spans.items[i].kind == PL_SPAN_TAB && !before_comment) {
            return true;
        }
    }
    pl_str line = pl_range_text(draft->text, block->range);
    return pl_str_find(line, (pl_str)PL_STR("   "), 0) != PL_NOWHERE;
}

/* ".8 Services": a number that lost what was before its dot. */
static void take_lost_number(const struct pl_draft *draft,
                             struct pl_block *block)
{
    pl_str line = pl_range_text(draft->text, block->content);
    size_t len = 1;
    while (len < line.len && pl_is_digit(line.data[len])) {
        len++;
    }
    if (len > 1 && len < line.len && line.data[0] == '.' &&
        pl_is_space(line.data[len])) {
        block->marker.end = block->range.start + (uint32_t)len;
        block->content.start = block->marker.end;
        block->content = pl_range_trim(draft->text, block->content);
    }
}

static void settle_captions(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        if (block->kind != PL_BLOCK_HEADING || pl_block_has_marker(block)) {
            continue;
        }
        take_lost_number(draft, block);
        pl_str line = pl_range_text(draft->text, block->range);
        if (!pl_block_has_marker(block) &&
            (is_caption(line) || has_columns(draft, block))) {
            block->kind = PL_BLOCK_PARAGRAPH;
        }
    }
}

/* ----- lines of other things ----- */

/* What no title holds: a formula, an address, a unit of code. */
static bool has_sign(pl_str line)
{
    static const pl_str signs[] = {PL_STR("="), PL_STR("@"),    PL_STR("://"),
                                   PL_STR("{"), PL_STR("www."), PL_STR("<")};
    for (size_t i = 0; i < PL_COUNT(signs); i++) {
        if (pl_str_find(line, signs[i], 0) != PL_NOWHERE) {
            return true;
        }
    }
    return pl_str_find_char(line, '_', 0) != PL_NOWHERE &&
           pl_str_find_char(line, ' ', 0) == PL_NOWHERE;
}

/* A title begins with a letter, a digit, or a quotation mark or bracket with a
 * capital after it. */
static bool begins_oddly(pl_str line)
{
    char c = line.data[0];
    if (pl_is_alnum(c) || pl_is_wide(c) || c == '"' || c == '\'') {
        return false;
    }
    bool is_bracket = c == '[' || c == '(' || c == '*' || c == '_';
    return !is_bracket || line.len < 2 || pl_is_digit(line.data[1]) ||
           line.data[1] == '+';
}

/* "720005", "Fax: +377 98 10 81 40": mostly or at its end no words. */
static bool is_mostly_numbers(pl_str line)
{
    size_t letters = 0;
    size_t others = 0;
    bool after_colon = false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        if (c == ':' && i + 1 < line.len && pl_is_space(line.data[i + 1])) {
            after_colon = true;
            letters = others = 0;
        } else if (pl_is_letter(c) || pl_is_wide(c)) {
            letters++;
        } else if (!pl_is_space(c)) {
            others++;
        }
    }
    return after_colon ? letters < others : letters * 2 < others;
}

/* "04347 PORT VALE", "2: white": a postcode, a code of a list. */
static bool begins_with_code(pl_str line)
{
    enum { LONGEST_NUMBER = 3, YEAR = 4 };
    size_t digits = 0;
    while (digits < line.len && pl_is_digit(line.data[digits])) {
        digits++;
    }
    char after = digits < line.len ? line.data[digits] : '\0';
    bool is_year =
        digits == YEAR && (line.data[0] == '1' || line.data[0] == '2');
    return digits > 0 &&
           ((digits > LONGEST_NUMBER && !is_year) || after == ':');
}

static bool is_whole_in_brackets(pl_str line)
{
    return line.data[0] == '(' && line.data[line.len - 1] == ')';
}

static bool is_other_line(pl_str line)
{
    return line.len == 0 || has_sign(line) || begins_oddly(line) ||
           begins_with_code(line) || is_mostly_numbers(line);
}

static bool is_bare_title(const struct pl_block *block)
{
    return block->kind == PL_BLOCK_HEADING && !pl_block_has_marker(block);
}

static void settle_other_lines(struct pl_draft *draft)
{
    for (size_t i = 0; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        if (is_bare_title(block) &&
            is_other_line(pl_range_text(draft->text, block->range))) {
            block->kind = PL_BLOCK_PARAGRAPH;
        }
    }
}

/* "Name" of "Name: Port Vale"; empty when there is no such word or words. */
static pl_str field_name(pl_str line)
{
    enum { LONGEST = 30 };
    size_t at = 0;
    while (at < line.len && at < LONGEST &&
           (pl_is_letter(line.data[at]) || pl_is_wide(line.data[at]) ||
            line.data[at] == ' ')) {
        at++;
    }
    bool is_field = at > 0 && at + 1 < line.len && line.data[at] == ':' &&
                    pl_is_space(line.data[at + 1]);
    return pl_str_slice(line, 0, is_field ? at : 0);
}

/* Lines with the same name before a colon are fields of a form. */
static void settle_fields(struct pl_draft *draft)
{
    enum { FEWEST = 3 };
    struct pl_map *counts = pl_map_new(draft->scratch, 8);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < draft->blocks.len; i++) {
            struct pl_block *block = &draft->blocks.items[i];
            pl_str line = pl_range_text(draft->text, block->range);
            pl_str name = is_bare_title(block) ? field_name(line) : (pl_str){0};
            if (name.len == 0) {
                continue;
            }
            uint32_t count = pl_map_get(counts, name);
            count = count == PL_NONE ? 0 : count;
            if (pass == 0) {
                pl_map_put(counts, name, count + 1);
            } else if (count >= FEWEST) {
                block->kind = PL_BLOCK_PARAGRAPH;
            }
        }
    }
}

/* "Objectif 2 : Relier les ports": a word and its number. */
static bool is_numbered_title(pl_str line)
{
    pl_str word = pl_utf8_letters(line);
    return word.len > 0 && word.len + 1 < line.len &&
           pl_is_space(line.data[word.len]) &&
           pl_is_digit(line.data[word.len + 1]);
}

/* The end of the titles that begin at `at` and have nothing between them. */
static size_t stack_end(const struct pl_draft *draft, size_t at)
{
    const struct pl_block *blocks = draft->blocks.items;
    while (at < draft->blocks.len && is_bare_title(&blocks[at]) &&
           !is_numbered_title(pl_range_text(draft->text, blocks[at].range))) {
        at++;
    }
    return at;
}

static bool is_in_brackets(const struct pl_draft *draft, size_t at)
{
    return draft->text.data[draft->blocks.items[at].range.start] == '(';
}

/* Short lines in a row, such as an address or the cells of a table: only the
 * last may be a title, and one with its lines in brackets below it. */
static void settle_stack(struct pl_draft *draft, size_t from, size_t end)
{
    for (size_t i = from; i + 1 < end; i++) {
        if (is_in_brackets(draft, i) || !is_in_brackets(draft, i + 1)) {
            draft->blocks.items[i].kind = PL_BLOCK_PARAGRAPH;
        }
    }
}

/* The first lines of a document are its titles. */
static void settle_stacks(struct pl_draft *draft)
{
    bool has_begun = false;
    for (size_t i = 0; i < draft->blocks.len;) {
        size_t end = stack_end(draft, i);
        if (has_begun && end - i > LONGEST_STACK) {
            settle_stack(draft, i, end);
        }
        has_begun =
            has_begun || (end < draft->blocks.len &&
                          draft->blocks.items[end].kind != PL_BLOCK_MARKUP);
        i = end + 1;
    }
}

/* A line without a number that a title may begin with. */
static bool may_begin_title(const struct pl_draft *draft,
                            const struct pl_block *block)
{
    enum { LONGEST = 120 };
    pl_str line = pl_range_text(draft->text, block->range);
    bool is_line =
        block->kind == PL_BLOCK_HEADING || block->kind == PL_BLOCK_PARAGRAPH;
    return is_line && line.len && line.len <= LONGEST &&
           !pl_block_has_marker(block) && pl_is_upper(line.data[0]) &&
           (pl_is_alnum(line.data[line.len - 1]) ||
            pl_is_wide(line.data[line.len - 1]));
}

/* Whether a line goes on with the one above: it begins in lower case, and not
 * as "considering" opens a part of a resolution. */
static bool goes_on_below(const struct pl_draft *draft,
                          const struct pl_block *block)
{
    size_t len = 0;
    struct pl_opening opening;
    pl_str line = pl_range_text(draft->text, block->range);
    return pl_utf8_is_lower(pl_utf8_decode(line, 0, &len)) &&
           may_begin_title(draft, block - 1) &&
           !pl_opening_read(draft->text, block->content, &opening);
}

/* A title of two lines is in the first, and what is in brackets below a line is
 * about it. */
static void settle_second_lines(struct pl_draft *draft)
{
    for (size_t i = 1; i < draft->blocks.len; i++) {
        struct pl_block *block = &draft->blocks.items[i];
        if (!is_bare_title(block) ||
            !pl_draft_are_adjacent(draft, block - 1, block)) {
            continue;
        }
        if (is_whole_in_brackets(pl_range_text(draft->text, block->range))) {
            block->kind = PL_BLOCK_PARAGRAPH;
        } else if (goes_on_below(draft, block)) {
            block->kind = PL_BLOCK_PARAGRAPH;
            block[-1].kind = PL_BLOCK_HEADING;
        }
    }
}

void pl_draft_settle_titles(struct pl_draft *draft)
{
    settle_captions(draft);
    settle_other_lines(draft);
    settle_fields(draft);
    settle_stacks(draft);
    settle_second_lines(draft);
}
