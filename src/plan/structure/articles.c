#include "plan/structure/articles.h"

#include "base/arena.h"
#include "base/chars.h"
#include "base/vec.h"
#include "plan/plan.h"
#include "plan/references/number_list.h"
#include "plan/words/scan.h"

enum {
    LONGEST_LINE = 160, /* bytes, of an article that is no heading */
    LAST_ROMAN_LETTER = 10,
};

static const char *const article_words[] = {"article",   "articles", "artículo",
                                            "artículos", "artigo",   "articolo",
                                            "artikel",   NULL};

static const char *const section_words[] = {"section", "sec", "sección", NULL};

/* Most documents have none of the words. */
static bool has_any(const struct pl_words *words, const char *const *list)
{
    bool found = false;
    for (size_t i = 0; list[i] && !found; i++) {
        found = pl_words_form(words, pl_str_from(list[i])) != PL_NONE;
    }
    return found;
}

/* "V" is five, as "IV" is four. */
static struct pl_label as_roman(struct pl_label label, pl_str typed)
{
    struct pl_label roman;
    bool is_letter = label.count == 1 &&
                     label.parts[0].style == PL_LABEL_UPPER &&
                     pl_label_as_roman(label, typed, &roman) &&
                     roman.parts[0].value <= LAST_ROMAN_LETTER;
    return is_letter ? roman : label;
}

/* "**Article V. Officers**": emphasis around all of a line. */
static bool is_bold_line(pl_str line)
{
    static const pl_str signs[] = {PL_STR("**"), PL_STR("__")};
    for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
        if (pl_str_starts(line, signs[i])) {
            return pl_str_ends(line, signs[i]);
        }
    }
    return false;
}

/* What stands behind the number of an article: nothing, a mark, or a title.
 * "Article 5 of the Charter" is a mention. */
static bool begins_title(struct pl_scan scan, bool *is_alone, bool *has_mark)
{
    char mark = pl_scan_peek(&scan, 0);
    if (pl_is_alnum(mark) || mark == '(' || mark == ',' || mark == ';') {
        return false;
    }
    *has_mark = pl_scan_char(&scan, '.') || pl_scan_char(&scan, ':');
    pl_scan_blanks(&scan);
    *has_mark |= pl_scan_dash(&scan) || pl_scan_char(&scan, ':');
    *is_alone = scan.at >= scan.end;
    char next = pl_scan_peek(&scan, 0);
    return *is_alone || *has_mark || pl_is_upper(next) || pl_is_wide(next) ||
           next == '(' || next == '[';
}

static bool read_article(const struct pl_plan *plan,
                         const struct pl_block *block,
                         struct pl_article *article)
{
    struct pl_scan scan = {plan->text, block->content.start,
                           block->content.end};
    pl_str line = pl_range_text(plan->text, block->content);
    struct pl_number number;
    pl_scan_blanks(&scan);
    bool is_alone;
    bool has_mark;
    if (!pl_is_upper(pl_scan_peek(&scan, 0)) ||
        !pl_scan_any_word(&scan, article_words) || !pl_scan_blanks(&scan) ||
        !pl_number_read(&scan, PL_NUMBER_LETTERS, &number) ||
        number.label.count != 1 || !begins_title(scan, &is_alone, &has_mark)) {
        return false;
    }
    bool is_line = line.len <= LONGEST_LINE &&
                   pl_str_find_char(line, '\n', 0) == PL_NOWHERE;
    article->number = number.range;
    article->label =
        as_roman(number.label, pl_range_text(plan->text, number.range));
    article->is_doubtful = block->kind != PL_BLOCK_HEADING &&
                           !(is_line && (is_alone || is_bold_line(line)));
    return has_mark || !article->is_doubtful;
}

/* "Section 3.4. Notice. A notice is sent ...": a paragraph that begins with its
 * number and title. */
static bool read_section(const struct pl_plan *plan,
                         const struct pl_block *block,
                         struct pl_article *article)
{
    struct pl_scan scan = {plan->text, block->content.start,
                           block->content.end};
    struct pl_number number;
    pl_scan_blanks(&scan);
    if (block->kind != PL_BLOCK_PARAGRAPH ||
        !pl_range_is_empty(block->marker) ||
        !pl_is_upper(pl_scan_peek(&scan, 0)) ||
        !pl_scan_any_word(&scan, section_words)) {
        return false;
    }
    pl_scan_char(&scan, '.');
    if (!pl_scan_blanks(&scan) || !pl_number_read(&scan, 0, &number) ||
        number.label.count < 2 || number.base_count < number.label.count) {
        return false;
    }
    bool has_mark = pl_scan_char(&scan, '.') || pl_scan_char(&scan, ':') ||
                    !pl_is_alnum(plan->text.data[block->content.start]);
    pl_scan_blanks(&scan);
    has_mark |= pl_scan_dash(&scan);
    pl_scan_blanks(&scan);
    article->number = number.range;
    article->label = number.label;
    article->is_section = true;
    return has_mark && pl_is_upper(pl_scan_peek(&scan, 0));
}

/* Told by the first byte, for most blocks. */
static bool may_be_article(const struct pl_plan *plan,
                           const struct pl_block *block)
{
    if ((block->kind != PL_BLOCK_HEADING &&
         block->kind != PL_BLOCK_PARAGRAPH) ||
        pl_range_is_empty(block->content)) {
        return false;
    }
    char c = plan->text.data[block->content.start];
    return c == 'A' || c == 'S' || c == '*' || c == '_';
}

void pl_articles_build(struct pl_arena *arena, struct pl_plan *plan)
{
    PL_VEC(struct pl_article) found = {0};
    bool is_worth = has_any(plan->words, article_words) ||
                    has_any(plan->words, section_words);
    uint32_t count = is_worth ? plan->blocks_count : 0;
    for (uint32_t i = 0; i < count; i++) {
        struct pl_article article = {.block = i};
        const struct pl_block *block = &plan->blocks[i];
        if (may_be_article(plan, block) &&
            (read_article(plan, block, &article) ||
             read_section(plan, block, &article))) {
            *PL_VEC_PUSH(arena, &found) = article;
        }
    }
    plan->articles = found.items;
    plan->articles_count = (uint32_t)found.len;
}
