/* Entries of tables of contents against their headings. Source: ECMA-376
 * 17.16.5.68 (TOC). */
#include "base/buf.h"
#include "base/chars.h"
#include "text/word/field/judging.h"

/* Without the page at its end: what stands before the field that gives it, or
 * before the last tab. */
static pl_str entry_text(struct pl_word_judging *it, uint32_t para,
                         uint32_t page_piece)
{
    const struct pl_word_para *at = &it->word->paras[para];
    bool has_field = page_piece != PL_NONE;
    pl_str text =
        pl_word_shown(it->arena, it->word, at->first_piece,
                      has_field ? page_piece : at->piece_end, it->state);
    size_t end = text.len;
    while (!has_field && end > 0 && pl_is_digit(text.data[end - 1])) {
        end--;
    }
    bool has_page = end < text.len && end > 0 && text.data[end - 1] == '\t';
    return pl_str_trim(has_page ? pl_str_slice(text, 0, end) : text);
}

static bool is_entry_of(struct pl_word_judging *it, pl_str entry, pl_str label,
                        pl_str text)
{
    struct pl_buf due = pl_buf_in(it->arena);
    pl_buf_add(&due, label);
    pl_buf_add(&due, text);
    return pl_word_same_text(entry, pl_buf_str(&due));
}

/* A label may stand without its stop, or be left out. */
static bool is_same(struct pl_word_judging *it, pl_str entry, pl_str label,
                    pl_str text)
{
    size_t end = label.len;
    while (end > 0 && label.data[end - 1] == '.') {
        end--;
    }
    return is_entry_of(it, entry, label, text) ||
           is_entry_of(it, entry, pl_str_slice(label, 0, end), text) ||
           pl_word_same_text(entry, text);
}

/* A heading of some lines may be listed with the first of them. */
static bool is_beginning(struct pl_word_judging *it, pl_str entry, pl_str label,
                         pl_str text)
{
    size_t end = 0;
    while ((end = pl_str_find_char(text, '\n', end)) != PL_NOWHERE) {
        if (is_same(it, entry, label, pl_str_slice(text, 0, end))) {
            return true;
        }
        end++;
    }
    return false;
}

static pl_str paragraph_text(struct pl_word_judging *it, uint32_t para)
{
    struct pl_word_joined joined = pl_word_joined_at(it->word, para, it->state);
    return pl_word_shown(it->arena, it->word,
                         it->word->paras[joined.first].first_piece,
                         it->word->paras[joined.last].piece_end, it->state);
}

static void add_entry(struct pl_word_judging *it, uint32_t para,
                      uint32_t page_piece, struct pl_word_judged_field entry)
{
    const struct pl_word_para *at = &it->word->paras[para];
    entry.verdict = PL_WORD_VERDICT_ENTRY;
    entry.instruction.kind = PL_WORD_FIELD_TOC;
    entry.para = para;
    entry.first_piece = at->first_piece;
    entry.piece_end = page_piece == PL_NONE ? at->piece_end : page_piece;
    *PL_VEC_PUSH(it->arena, &it->judged) = entry;
}

static void judge_entry(struct pl_word_judging *it,
                        const struct pl_word_bookmark *bookmark, uint32_t para,
                        uint32_t page_piece)
{
    const struct pl_word_para *heading = &it->word->paras[bookmark->first_para];
    if (pl_word_has_list_number(it->word, heading->first_piece,
                                heading->piece_end, it->state)) {
        return;
    }
    pl_str entry = entry_text(it, para, page_piece);
    uint32_t target =
        pl_word_joined_at(it->word, bookmark->first_para, it->state).last;
    pl_str label =
        it->labels[target].is_bullet ? (pl_str){0} : it->labels[target].text;
    pl_str whole = paragraph_text(it, bookmark->first_para);
    pl_str marked = pl_word_shown(it->arena, it->word, bookmark->first_piece,
                                  bookmark->piece_end, it->state);
    if (entry.len == 0 || whole.len == 0 || is_same(it, entry, label, whole) ||
        is_same(it, entry, label, marked) ||
        is_beginning(it, entry, label, whole)) {
        return;
    }
    struct pl_buf due = pl_buf_in(it->arena);
    pl_buf_add(&due, label);
    pl_buf_add_text(&due, label.len ? " " : "");
    pl_buf_add(&due, whole);
    add_entry(it, para, page_piece,
              (struct pl_word_judged_field){
                  .shown = entry, .due = pl_buf_str(&due), .target = target});
}

/* An entry whose heading is not in the document any more. */
static void judge_lost_entry(struct pl_word_judging *it, uint32_t para,
                             uint32_t page_piece)
{
    pl_str entry = entry_text(it, para, page_piece);
    if (entry.len > 0) {
        add_entry(
            it, para, page_piece,
            (struct pl_word_judged_field){.shown = entry, .target = PL_NONE});
    }
}

struct contents {
    uint32_t last_para;
    uint32_t judged_para; /* PL_NONE: none yet */
};

static void take_field(struct pl_word_judging *it, struct contents *contents,
                       uint32_t field)
{
    const struct pl_word_field *from = &it->word->fields[field];
    const struct pl_word_instruction *instruction = &it->instructions[field];
    bool is_page = instruction->kind == PL_WORD_FIELD_PAGEREF;
    if (!is_page || from->first_para == contents->judged_para ||
        !(from->states & it->state)) {
        return;
    }
    const struct pl_word_bookmark *bookmark =
        pl_word_bookmark_find(&it->bookmarks, instruction->argument);
    contents->judged_para = from->first_para;
    if (bookmark) {
        judge_entry(it, bookmark, from->first_para, from->first_piece);
    } else {
        judge_lost_entry(it, from->first_para, from->first_piece);
    }
}

/* Entries that are made of other things than headings are not compared. */
static bool is_of_headings(const struct pl_word_instruction *it)
{
    return !pl_word_has_switch(it, 'f') && !pl_word_has_switch(it, 'a');
}

void pl_word_judge_contents(struct pl_word_judging *it)
{
    const struct pl_word_file *word = it->word;
    uint32_t next;
    for (uint32_t i = 0; i < word->fields_count; i = next) {
        const struct pl_word_field *field = &word->fields[i];
        next = i + 1;
        if (it->instructions[i].kind != PL_WORD_FIELD_TOC ||
            !(field->states & it->state) || field->last_para == PL_NONE) {
            continue;
        }
        struct contents contents = {field->last_para, PL_NONE};
        bool is_compared = is_of_headings(&it->instructions[i]);
        while (next < word->fields_count &&
               word->fields[next].first_para != PL_NONE &&
               word->fields[next].first_para <= contents.last_para) {
            if (is_compared) {
                take_field(it, &contents, next);
            }
            next++;
        }
    }
}
