/* What is written in one piece: acronyms, ids of footnotes, labels of links. */
#include <string.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "plan/plan.h"
#include "plan/rename/name_form.h"
#include "plan/rename/rename_draft.h"
#include "text/source.h"

/* Letters and digits, with hyphens inside. */
static bool is_acronym(pl_str name)
{
    bool has_capital = false;
    size_t len;
    for (size_t i = 0; i < name.len; i += len) {
        uint32_t c = pl_utf8_decode(name, i, &len);
        bool is_digit = len == 1 && pl_is_digit(name.data[i]);
        bool is_hyphen = c == '-' && i > 0 && i + 1 < name.len;
        has_capital |= pl_utf8_is_upper(c);
        if (!is_digit && !is_hyphen && !pl_utf8_is_letter(c)) {
            return false;
        }
    }
    return has_capital && pl_utf8_count(name) > 1;
}

/* Part of something longer: "PSC" of "PSC-L", "PSC_ID", "psc.PSC". */
static bool is_joined(pl_str text, size_t tie, size_t beyond)
{
    static const char ties[] = "-_./=";
    return tie < text.len && beyond < text.len &&
           memchr(ties, text.data[tie], sizeof(ties) - 1) &&
           pl_is_alnum(text.data[beyond]);
}

/* Whether the text goes on with the name at a word, and then ends. */
static bool stands_at(const struct pl_rename_draft *draft, uint32_t start)
{
    pl_str text = draft->plan->text;
    size_t end = start + draft->name.len;
    return pl_str_eq(pl_str_slice(text, start, end), draft->name) &&
           (end >= text.len || !pl_is_alnum(text.data[end])) &&
           !is_joined(text, end, end + 1) &&
           (start < 2 || !is_joined(text, start - 1, start - 2));
}

/* The first place of the new name as a word of its own; PL_NONE. */
static uint32_t first_place(const struct pl_rename_draft *draft)
{
    const struct pl_words *words = draft->plan->words;
    pl_str rest = draft->name;
    uint32_t form = pl_words_form(words, pl_str_split(&rest, '-'));
    if (form == PL_NONE) {
        return PL_NONE;
    }
    const struct pl_form *it = &words->forms[form];
    for (uint32_t i = 0; i < it->count; i++) {
        uint32_t word = words->postings[it->first_posting + i];
        if (stands_at(draft, words->items[word].start)) {
            return words->items[word].start;
        }
    }
    return PL_NONE;
}

static pl_str quoted(const struct pl_rename_draft *draft)
{
    return pl_str_from(
        pl_arena_printf(draft->scratch, "\"%.*s\"", PL_STR_ARG(draft->name)));
}

bool pl_rename_acronym(struct pl_rename_draft *draft)
{
    if (!is_acronym(draft->name)) {
        return PL_FAIL(draft->error,
                       "\"%.*s\" is no acronym: letters and digits with a "
                       "capital among them",
                       PL_STR_ARG(draft->name));
    }
    if (draft->name.data[draft->name.len - 1] == 's') {
        return PL_FAIL(draft->error, "\"%.*s\" would be read as a plural",
                       PL_STR_ARG(draft->name));
    }
    const struct pl_symbols *symbols = draft->symbols;
    for (uint32_t i = 0; i < symbols->count; i++) {
        const struct pl_symbol *it = &symbols->items[i];
        if (it->kind == PL_SYMBOL_ACRONYM &&
            pl_str_eq(draft->plan->acronyms[it->index].name, draft->name)) {
            return pl_rename_is_taken_by(draft, it);
        }
    }
    uint32_t place = first_place(draft);
    if (place != PL_NONE) {
        return pl_rename_is_taken(draft, quoted(draft), place);
    }
    pl_rename_all(draft, PL_OCCURRENCE_NUMBER);
    return true;
}

static bool is_id(pl_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.data[i];
        if (!pl_is_alnum(c) && !pl_is_wide(c) && c != '-' && c != '_' &&
            c != '.') {
            return false;
        }
    }
    return true;
}

static bool is_number(pl_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        if (!pl_is_digit(id.data[i])) {
            return false;
        }
    }
    return true;
}

/* Notes of texts from Word are numbered; only Markdown has names for them. */
static bool check_id(const struct pl_rename_draft *draft)
{
    bool is_named = draft->plan->source->format == PL_FORMAT_MARKDOWN;
    if (is_named ? !is_id(draft->name) : !is_number(draft->name)) {
        return PL_FAIL(draft->error, "\"%.*s\" cannot be the %s of a footnote",
                       PL_STR_ARG(draft->name), is_named ? "id" : "number");
    }
    return true;
}

bool pl_rename_footnote(struct pl_rename_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    if (!check_id(draft)) {
        return false;
    }
    pl_str what = pl_str_from(pl_arena_printf(draft->scratch, "footnote %.*s",
                                              PL_STR_ARG(draft->name)));
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        if (pl_str_eq(plan->footnotes[i].id, draft->name)) {
            return pl_rename_is_taken(draft, what,
                                      plan->footnotes[i].range.start);
        }
    }
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        if (pl_str_eq(plan->footnote_marks[i].id, draft->name)) {
            return pl_rename_is_taken(draft, what,
                                      plan->footnote_marks[i].range.start);
        }
    }
    pl_rename_all(draft, PL_OCCURRENCE_NUMBER);
    return true;
}

static bool is_link_label(pl_str label)
{
    for (size_t i = 0; i < label.len; i++) {
        char c = label.data[i];
        if (c == '[' || c == ']' || c == '\\' || c == '`' || c == '<' ||
            c == '|') {
            return false;
        }
    }
    return label.data[0] != '^';
}

bool pl_rename_link(struct pl_rename_draft *draft)
{
    if (!is_link_label(draft->name)) {
        return PL_FAIL(draft->error, "\"%.*s\" cannot be the label of a link",
                       PL_STR_ARG(draft->name));
    }
    const struct pl_symbols *symbols = draft->symbols;
    for (uint32_t i = 0; i < symbols->count; i++) {
        const struct pl_symbol *it = &symbols->items[i];
        if (it->kind != PL_SYMBOL_LINK || it == draft->symbol) {
            continue;
        }
        const struct pl_occurrence *own = pl_symbol_occurrence(symbols, it, 0);
        if (pl_name_is_alike(draft->scratch, draft->name,
                             pl_rename_text(draft, own->range))) {
            return pl_rename_is_taken_by(draft, it);
        }
    }
    pl_rename_all(draft, PL_OCCURRENCE_NUMBER);
    return true;
}
