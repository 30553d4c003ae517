#include "plan/references/reference_reader.h"

#include "base/chars.h"

/* How a phrase hangs on the one before it. */
enum link { NO_LINK, LISTED, NESTED, SISTER };

static enum link link_before(const struct pl_reference_reader *r,
                             uint32_t start)
{
    static const char *const nesting[] = {"of",   "in",  "to", "under",
                                          "de",   "du",  "à",  "au",
                                          "dans", "del", "en", NULL};
    static const char *const articles[] = {"the", "la", "le", "el", NULL};
    if (r->last_end == 0 || r->last_end > start) {
        return NO_LINK;
    }
    struct pl_scan scan = {r->plan->text, r->last_end, start};
    bool has_comma = pl_scan_char(&scan, ',');
    pl_scan_blanks(&scan);
    bool is_nested = pl_scan_any_word(&scan, nesting);
    pl_scan_blanks(&scan);
    if (is_nested && pl_scan_any_word(&scan, articles)) {
        pl_scan_blanks(&scan);
    }
    pl_scan_elision(&scan);
    pl_scan_char(&scan, '(');
    if (scan.at != start) {
        return NO_LINK;
    }
    return is_nested ? NESTED : has_comma ? LISTED : NESTED;
}

/* "Resolution 71 (Rev. Bucharest, 2022), section 2". */
static bool follows_citation(struct pl_reference_reader *r, uint32_t start)
{
    const struct pl_plan *plan = r->plan;
    while (r->citation < plan->citations_count &&
           plan->citations[r->citation].range.end <= start) {
        r->citation++;
    }
    if (r->citation == 0) {
        return false;
    }
    struct pl_scan scan = {plan->text,
                           plan->citations[r->citation - 1].range.end, start};
    pl_scan_char(&scan, ',');
    pl_scan_blanks(&scan);
    return scan.at == start;
}

static enum pl_context weaker(enum pl_context a, enum pl_context b)
{
    return a > b ? a : b;
}

static enum pl_context find_context(struct pl_reference_reader *r,
                                    const struct pl_phrase *phrase,
                                    enum link link)
{
    pl_str text = r->plan->text;
    struct pl_range content = r->plan->blocks[phrase->block].content;
    enum pl_context after = pl_context_after(text, phrase->range, content);
    if (after == PL_CONTEXT_OWN || after == PL_CONTEXT_FOREIGN) {
        return after;
    }
    if (follows_citation(r, phrase->range.start)) {
        return PL_CONTEXT_FOREIGN;
    }
    if (link == SISTER) {
        return after;
    }
    if (link != NO_LINK) {
        return r->is_external ? PL_CONTEXT_FOREIGN
                              : weaker(after, PL_CONTEXT_WITHIN);
    }
    return weaker(after, pl_context_before(text, phrase->range, content));
}

/* "paragraph 5 of section 3 of Resolution 2": all of it is elsewhere. */
static void make_chain_external(struct pl_reference_reader *r, size_t end)
{
    for (size_t i = r->chain; i < end; i++) {
        struct pl_reference *it = &r->references.items[i];
        it->resolution = PL_RESOLUTION_EXTERNAL;
        it->target = (struct pl_range){0};
        it->target_end = (struct pl_range){0};
    }
    r->chain = end;
}

/* "Annex 1, Annex 7": the second is not of the first. */
static bool is_sister(const struct pl_reference_reader *r,
                      const struct pl_phrase *phrase, size_t first)
{
    return first > 0 && !r->is_external &&
           r->references.items[first - 1].kind == phrase->kind;
}

static void resolve_phrase(struct pl_reference_reader *r,
                           const struct pl_phrase *phrase, size_t first,
                           const struct pl_number *numbers)
{
    enum link link = link_before(r, phrase->range.start);
    size_t len = r->references.len;
    if (link == LISTED && is_sister(r, phrase, first)) {
        link = SISTER;
    }
    if (link == NO_LINK || link == SISTER) {
        r->chain = first;
    }
    struct pl_pointer pointer = {.place = phrase->place,
                                 .context = find_context(r, phrase, link)};
    for (size_t i = first; i < len; i++) {
        struct pl_reference *it = &r->references.items[i];
        pointer.base_count = numbers[i - first].base_count;
        it->phrase = phrase->range;
        pl_resolver_resolve(&r->resolver, pointer, it);
    }
    r->last_end = phrase->range.end;
    r->is_external =
        r->references.items[len - 1].resolution == PL_RESOLUTION_EXTERNAL;
    if (pointer.context == PL_CONTEXT_FOREIGN && link == NESTED) {
        make_chain_external(r, first);
    }
}

static void push(struct pl_reference_reader *r, const struct pl_phrase *phrase,
                 const struct pl_number *number)
{
    *PL_VEC_PUSH(r->scratch, &r->references) = (struct pl_reference){
        .kind = phrase->kind,
        .label = number->label,
        .to = number->to,
        .range = number->range,
        .block = phrase->block,
    };
}

bool pl_reference_reader_add(struct pl_reference_reader *reader,
                             struct pl_phrase *phrase, struct pl_scan *scan)
{
    struct pl_numbers numbers = {.scan = *scan, .shape = phrase->shape};
    struct pl_number number;
    size_t first = reader->references.len;
    reader->numbers.len = 0;
    while (pl_numbers_next(&numbers, &number)) {
        push(reader, phrase, &number);
        *PL_VEC_PUSH(reader->scratch, &reader->numbers) = number;
    }
    if (numbers.is_broken || reader->numbers.len == 0) {
        reader->references.len = first;
        return false;
    }
    *scan = numbers.scan;
    enum pl_direction direction = pl_direction_read(scan);
    phrase->range.end = scan->at;
    for (size_t i = first; i < reader->references.len; i++) {
        reader->references.items[i].direction = direction;
    }
    resolve_phrase(reader, phrase, first, reader->numbers.items);
    return true;
}
