/* How the items of a list begin and end. */
#include "checks/listing/listing.h"

#include "base/arena.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "checks/shared/scope.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/plan.h"

enum {
    MAX_BEHIND = 16,  /* marks and notes behind an item that are looked at */
    MAX_INNER = 4096, /* bytes of an item that are searched for sentences */
};

static bool is_one_of(pl_str set, char c)
{
    return pl_str_find_char(set, c, 0) != PL_NOWHERE;
}

/* ----- where an item ends ----- */

static bool is_behind_prose(enum pl_span_kind kind)
{
    return kind == PL_SPAN_TAB || kind == PL_SPAN_FOOTNOTE_MARK ||
           kind == PL_SPAN_FOOTNOTE || kind == PL_SPAN_COMMENT;
}

static enum pl_item_end end_of_mark(char c)
{
    static const pl_str stops = PL_STR(".?!");
    if (is_one_of(stops, c)) {
        return PL_END_STOP;
    }
    return c == ';'   ? PL_END_SEMICOLON
           : c == ',' ? PL_END_COMMA
           : c == ':' ? PL_END_COLON
                      : PL_END_NOTHING;
}

/* Where the text ends before "[8]" behind its full stop, the number of a
 * source. */
static uint32_t before_source(pl_str text, struct pl_range body)
{
    uint32_t at = body.end;
    if (at == body.start || text.data[at - 1] != ']') {
        return body.end;
    }
    at--;
    while (at > body.start && pl_is_digit(text.data[at - 1])) {
        at--;
    }
    bool is_source = at > body.start + 1 && at + 1 < body.end &&
                     text.data[at - 1] == '[' &&
                     end_of_mark(text.data[at - 2]) == PL_END_STOP;
    return is_source ? at - 1 : body.end;
}

/* The content without what is no prose at its end. */
static struct pl_range body_of(const struct pl_plan *plan,
                               const struct pl_item *item)
{
    const struct pl_block *block = &plan->blocks[item->block];
    struct pl_range body = pl_range_trim(plan->text, item->content);
    uint32_t at = pl_plan_span_from(plan, block, body.end);
    for (size_t i = 0; i < MAX_BEHIND && at > block->first_span; i++, at--) {
        const struct pl_span *span = &plan->spans[at - 1];
        if (span->range.end >= body.end && span->range.start >= body.start &&
            is_behind_prose(span->kind)) {
            body.end = span->range.start;
            body = pl_range_trim(plan->text, body);
        }
    }
    body.end = before_source(plan->text, body);
    return body;
}

/* Where the prose ends inside quotation marks, emphasis and, when a mark
 * stands inside them, parentheses. */
static uint32_t inside_closers(pl_str text, struct pl_range body)
{
    static const pl_str closers = PL_STR("*_\"'");
    static const pl_str right_quotes[] = {PL_STR("\u201D"), PL_STR("\u2019"),
                                          PL_STR("\u00BB")};
    uint32_t end = body.end;
    for (bool again = true; again && end > body.start;) {
        pl_str rest = pl_str_slice(text, body.start, end);
        again = is_one_of(closers, text.data[end - 1]);
        uint32_t len = 1;
        for (size_t i = 0; i < 3 && !again; i++) {
            again = pl_str_ends(rest, right_quotes[i]);
            len = (uint32_t)right_quotes[i].len;
        }
        if (!again && end - body.start > 1 && text.data[end - 1] == ')' &&
            end_of_mark(text.data[end - 2]) == PL_END_STOP) {
            again = true;
            len = 1;
        }
        end -= again ? len : 0;
    }
    return end;
}

static bool ends_in_letter(pl_str text, uint32_t end)
{
    size_t len;
    return pl_utf8_is_letter(
        pl_utf8_decode(text, pl_utf8_before(text, end), &len));
}

/* Words, closing brackets and signs such as "%" end without a mark. What is
 * set off at the end, as a verb may be that begins the next part, does not
 * tell; nor does an address. */
static bool ends_as_prose(const struct pl_plan *plan,
                          const struct pl_listed *it, uint32_t end)
{
    static const pl_str closing = PL_STR(")]%");
    static const pl_str emphasis = PL_STR("*_");
    pl_str text = plan->text;
    char c = text.data[end - 1];
    struct pl_range last = {end - (c == ')' && end > 1 ? 2 : 1), end};
    return (end == text.len || !is_one_of(emphasis, text.data[end])) &&
           pl_scope_is_prose(plan, &plan->blocks[it->item->block], last) &&
           (pl_is_alnum(c) || is_one_of(closing, c) ||
            (pl_is_wide(c) && ends_in_letter(text, end)));
}

/* "etc." ends with a full stop wherever it stands. */
static bool ends_with_abbreviation(pl_str text, uint32_t end)
{
    static const pl_str ends[] = {
        PL_STR("etc."), PL_STR("Inc."), PL_STR("Ltd."), PL_STR("al."),
        PL_STR("Co."),  PL_STR("Jr."),  PL_STR("Sr.")};
    pl_str before = pl_str_slice(text, 0, end);
    bool found = false;
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends) &&
                       text.data[end - 1] == '.' && !found;
         i++) {
        found = pl_str_ends(before, ends[i]);
    }
    return found;
}

static void read_mark(const struct pl_plan *plan, struct pl_listed *it,
                      struct pl_range prose)
{
    pl_str text = plan->text;
    uint32_t end = inside_closers(text, prose);
    it->mark = (struct pl_range){end, end};
    it->end = PL_END_UNKNOWN;
    if (end == prose.start) {
        return;
    }
    it->end = end_of_mark(text.data[end - 1]);
    if (it->end == PL_END_NOTHING) {
        it->mark = (struct pl_range){prose.end, prose.end};
        it->end =
            ends_as_prose(plan, it, end) ? PL_END_NOTHING : PL_END_UNKNOWN;
    } else if (ends_with_abbreviation(text, end) ||
               (end < prose.end && text.data[end] == ')')) {
        it->end = PL_END_UNKNOWN; /* a sentence in parentheses has its own */
    } else {
        it->mark.start = end - 1;
    }
}

/* The last word of the item when it ends with a word; PL_NONE. */
static uint32_t last_word_of(const struct pl_plan *plan,
                             const struct pl_listed *it)
{
    const struct pl_words *words = plan->words;
    uint32_t after =
        pl_plan_word_from(plan, &plan->blocks[it->item->block], it->body.end);
    bool is_inside = after > 0 &&
                     words->items[after - 1].start > it->body.start &&
                     pl_word_range(words, after - 1).end == it->body.end;
    return is_inside ? after - 1 : PL_NONE;
}

/* Cuts off the last word where it joins the item with the next one. */
static void cut_joint(const struct pl_plan *plan, struct pl_listed *it)
{
    it->joint = pl_word_range(plan->words, it->last);
    read_mark(plan, it,
              pl_range_trim(plan->text, (struct pl_range){it->body.start,
                                                          it->joint.start}));
}

/* ----- how an item begins ----- */

/* Marks of emphasis and quotation before the first word. */
static bool begins_item(pl_str text, uint32_t from, uint32_t word)
{
    static const pl_str openers = PL_STR("*_\"'([ \xC2\xA0\xE2\x80\x9C");
    for (uint32_t i = from; i < word; i++) {
        if (!is_one_of(openers, text.data[i])) {
            return false;
        }
    }
    return true;
}

/* Whether a number or a word with a capital goes on, as a name does. */
static bool goes_on_as_name(const struct pl_words *words, uint32_t word)
{
    return word + 1 < words->count && pl_word_is_joined(words, word + 1) &&
           (words->forms[words->items[word + 1].form].flags &
            (PL_FORM_CAPITALIZED | PL_FORM_DIGIT)) != 0;
}

/* Within "e-mail" and "setup.exe". */
static bool is_tied_at(pl_str text, uint32_t at)
{
    static const pl_str ties = PL_STR("-/_.@:");
    return at + 1 < text.len && is_one_of(ties, text.data[at]) &&
           pl_is_alnum(text.data[at + 1]);
}

/* A capital may be that of a name, where the word is not written without one
 * elsewhere. */
static enum pl_item_case letter_of(const struct pl_plan *plan, uint32_t word)
{
    const struct pl_words *words = plan->words;
    const struct pl_form *form = &words->forms[words->items[word].form];
    bool is_tied = is_tied_at(plan->text, pl_word_range(words, word).end);
    if ((form->flags & (PL_FORM_DIGIT | PL_FORM_MIXED)) || is_tied) {
        return PL_CASE_UNKNOWN;
    }
    if (!(form->flags & PL_FORM_UPPER)) {
        return form->text.len > 1 ? PL_CASE_LOWER : PL_CASE_UNKNOWN;
    }
    if (!(form->flags & PL_FORM_CAPITALIZED) ||
        !(form->flags & PL_FORM_LOWER)) {
        return PL_CASE_UNKNOWN;
    }
    bool is_common =
        words->forms[form->fold].count > 0 && !goes_on_as_name(words, word);
    return is_common ? PL_CASE_UPPER : PL_CASE_NAME;
}

static enum pl_item_form form_of(pl_str word)
{
    static const pl_str to = PL_STR("to");
    static const pl_str ing = PL_STR("ing");
    enum { SHORT = 5 }; /* "bring", "thing" */
    static const pl_str ly = PL_STR("ly");
    if (pl_str_eq_ignore_case(word, to)) {
        return PL_ITEM_TO;
    }
    if (word.len > SHORT && pl_str_ends(word, ly)) {
        return PL_ITEM_UNKNOWN;
    }
    return word.len > SHORT && pl_str_ends(word, ing) ? PL_ITEM_ING
                                                      : PL_ITEM_OTHER;
}

static void read_beginning(const struct pl_plan *plan, struct pl_listed *it)
{
    const struct pl_words *words = plan->words;
    const struct pl_block *block = &plan->blocks[it->item->block];
    uint32_t word = pl_plan_word_from(plan, block, it->body.start);
    it->first = (struct pl_range){it->body.start, it->body.start};
    it->letter = PL_CASE_UNKNOWN;
    it->form = PL_ITEM_UNKNOWN;
    if (word >= block->word_end || words->items[word].start >= it->body.end ||
        !begins_item(plan->text, it->body.start, words->items[word].start)) {
        return;
    }
    it->first = pl_word_range(words, word);
    it->letter = letter_of(plan, word);
    it->form = form_of(pl_word_text(words, word));
}

/* ----- an item among its neighbours ----- */

/* Emphasis does not hide it: "*recommends* that". */
static bool begins_lower(pl_str text, struct pl_range range)
{
    while (range.start < range.end &&
           (text.data[range.start] == '*' || text.data[range.start] == '_')) {
        range.start++;
    }
    return !pl_range_is_empty(range) && pl_is_lower(text.data[range.start]);
}

/* Whether other blocks belong to the item. */
static bool goes_on(const struct pl_plan *plan, const struct pl_item *item)
{
    const struct pl_list *list = &plan->lists[item->list];
    uint32_t after = item->block + 1;
    if (item->next != PL_NONE) {
        uint32_t next = plan->items[item->next].block;
        return next > after;
    }
    if (list->is_inline || after >= plan->blocks_count) {
        return false;
    }
    const struct pl_block *block = &plan->blocks[after];
    if (block->kind == PL_BLOCK_ITEM && block->detail != PL_NONE) {
        uint32_t parent = plan->lists[plan->items[block->detail].list].parent;
        return parent != PL_NONE && &plan->items[parent] == item;
    }
    return block->kind == PL_BLOCK_CODE || block->kind == PL_BLOCK_QUOTE ||
           (block->kind == PL_BLOCK_PARAGRAPH &&
            begins_lower(plan->text, block->content));
}

/* Whether a sentence ends before the end of the item. */
static bool is_sentences(pl_str text, struct pl_range body)
{
    size_t end =
        body.end - body.start > MAX_INNER ? body.start + MAX_INNER : body.end;
    pl_str inner = pl_str_slice(text, 0, end);
    for (size_t i = pl_str_find_char(inner, '.', body.start + 2);
         i != PL_NOWHERE && i + 2 < end;
         i = pl_str_find_char(inner, '.', i + 1)) {
        if (pl_is_lower(text.data[i - 1]) && pl_is_lower(text.data[i - 2]) &&
            pl_is_space(text.data[i + 1]) && pl_is_upper(text.data[i + 2])) {
            return true;
        }
    }
    return false;
}

static void read_item(const struct pl_plan *plan, struct pl_listed *it)
{
    it->body = body_of(plan, it->item);
    it->last = last_word_of(plan, it);
    read_mark(plan, it, it->body);
    read_beginning(plan, it);
    it->goes_on = goes_on(plan, it->item);
    it->is_sentences = is_sentences(plan->text, it->body);
}

/* Whether the next list goes on with the number after the last one: then it
 * is one list that something interrupts. */
static bool is_open(const struct pl_plan *plan, const struct pl_list *list,
                    const struct pl_item *last)
{
    size_t index = (size_t)(list - plan->lists);
    for (size_t i = index + 1; i < plan->lists_count && i < index + 4; i++) {
        const struct pl_item *first = &plan->items[plan->lists[i].first_item];
        if (last->label.count && first->label.count &&
            pl_label_follows(last->label, first->label)) {
            return true;
        }
    }
    const struct pl_item *first = &plan->items[list->first_item];
    return first->label.count &&
           first->label.parts[first->label.count - 1].value != 1;
}

static struct pl_listing read_list(const struct pl_plan *plan,
                                   const struct pl_list *list,
                                   struct pl_listed *items)
{
    struct pl_listing listing = {.list = list, .items = items};
    for (uint32_t i = list->first_item;
         i != PL_NONE && listing.count < list->item_count;
         i = plan->items[i].next) {
        struct pl_listed *it = &items[listing.count++];
        it->item = &plan->items[i];
        read_item(plan, it);
    }
    if (listing.count > 0) {
        listing.is_open = is_open(plan, list, items[listing.count - 1].item);
    }
    return listing;
}

static size_t items_of_all(const struct pl_plan *plan)
{
    size_t count = 0;
    for (uint32_t i = 0; i < plan->lists_count; i++) {
        count += plan->lists[i].item_count;
    }
    return count;
}

static const void *read_lists(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_listing *listings =
        pl_arena_array(run->arena, plan->lists_count, sizeof(*listings));
    struct pl_listed *items =
        pl_arena_array(run->arena, items_of_all(plan), sizeof(*items));
    for (uint32_t i = 0; i < plan->lists_count; i++) {
        listings[i] = read_list(plan, &plan->lists[i], items);
        items += listings[i].count;
    }
    return listings;
}

const struct pl_listing *pl_listings_of(struct pl_run *run)
{
    return pl_run_share(run, read_lists);
}

static bool is_joint(const struct pl_words *words,
                     const struct pl_word_set *joints,
                     const struct pl_listed *it)
{
    return it->last != PL_NONE &&
           pl_word_set_has(joints, words->items[it->last].form) &&
           words->text.data[words->items[it->last].start - 1] != '/';
}

struct pl_listing pl_listing_cut_joints(const struct pl_run *run,
                                        const struct pl_listing *listing,
                                        const struct pl_word_set *joints)
{
    const struct pl_plan *plan = run->plan;
    struct pl_listing cut = *listing;
    struct pl_listed *copy = NULL;
    for (size_t i = 0; i < cut.count && joints->count > 0; i++) {
        if (!is_joint(plan->words, joints, &cut.items[i])) {
            continue;
        }
        if (!copy) {
            copy = pl_arena_array(run->scratch, cut.count, sizeof(*copy));
            for (size_t k = 0; k < cut.count; k++) {
                copy[k] = cut.items[k];
            }
            cut.items = copy;
        }
        cut_joint(plan, &copy[i]);
    }
    return cut;
}
