#include "plan/references/places.h"

#include "base/arena.h"
#include "base/chars.h"
#include "base/vec.h"
#include "plan/plan.h"
#include "plan/references/place_keys.h"

struct entry {
    uint32_t key;
    struct pl_range range;
};

/* All places with one number: entries sorted by place. */
struct key {
    uint32_t first;
    uint32_t count;
    struct pl_sisters below; /* as a parent: places directly under it */
};

struct pl_places {
    struct pl_arena *arena;
    struct pl_place_keys *index; /* from kind and number to key */
    PL_VEC(struct entry) entries;
    PL_VEC(struct key) keys;
    PL_VEC(struct pl_range) parts;
    struct pl_range *sorted; /* the entries' ranges, by key, then place */
    /* By parts, and whether the first is a figure. */
    uint32_t counts[PL_PLACE_KIND_COUNT][PL_LABEL_MAX_PARTS + 1][2];
};

static struct pl_place_number number_of(enum pl_place_kind kind,
                                        const struct pl_label *label)
{
    return (struct pl_place_number){kind, PL_SPACE_NUMBER, label, label->count};
}

/* Of the parent of `label`; numbers and letters at one depth are apart. */
static struct pl_place_number parent_of(enum pl_place_kind kind,
                                        const struct pl_label *label)
{
    bool is_decimal = label->count > 0 &&
                      label->parts[label->count - 1].style == PL_LABEL_DECIMAL;
    return (struct pl_place_number){
        .kind = kind,
        .space = is_decimal ? PL_SPACE_PARENT_OF_FIGURES
                            : PL_SPACE_PARENT_OF_LETTERS,
        .label = label,
        .count = label->count > 0 ? (uint8_t)(label->count - 1) : 0,
    };
}

static struct key *find_or_add_key(struct pl_places *places,
                                   struct pl_place_number number,
                                   uint32_t *index)
{
    uint32_t next = (uint32_t)places->keys.len;
    *index = pl_place_keys_find_or_add(places->index, number, next);
    if (*index == next) {
        return PL_VEC_PUSH(places->arena, &places->keys);
    }
    return &places->keys.items[*index];
}

static bool begins_with_figure(const struct pl_label *label)
{
    return label->count > 0 && label->parts[0].style == PL_LABEL_DECIMAL;
}

static void add(struct pl_places *places, enum pl_place_kind kind,
                const struct pl_label *label, struct pl_range range)
{
    if (label->count == 0 || kind == PL_PLACE_NONE) {
        return;
    }
    uint32_t index;
    find_or_add_key(places, number_of(kind, label), &index)->count++;
    *PL_VEC_PUSH(places->arena, &places->entries) =
        (struct entry){index, range};
    struct pl_sisters *below =
        &find_or_add_key(places, parent_of(kind, label), &index)->below;
    uint32_t value = label->parts[label->count - 1].value;
    below->lowest =
        below->count++ == 0 || value < below->lowest ? value : below->lowest;
    places->counts[kind][label->count][begins_with_figure(label)]++;
}

static void add_sections(struct pl_places *places, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *it = &plan->sections[i];
        add(places, pl_place_kind_of_section(it), &it->label, it->number);
    }
}

static void add_paragraphs(struct pl_places *places, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->paragraphs_count; i++) {
        add(places, PL_PLACE_PARAGRAPH, &plan->paragraphs[i].label,
            plan->paragraphs[i].number);
    }
}

/* The number that was typed after a bullet: "- 2.10 The Union". */
static void add_number_of_bullet(struct pl_places *places,
                                 const struct pl_plan *plan,
                                 const struct pl_item *item)
{
    pl_str rest = pl_range_text(plan->text, item->content);
    pl_str number = pl_str_split(&rest, ' ');
    struct pl_label label;
    if (number.len > 0 && pl_is_digit(number.data[0]) &&
        pl_label_parse(number, &label) && label.count > 1) {
        uint32_t start = item->content.start;
        add(places, PL_PLACE_ITEM, &label,
            (struct pl_range){start, start + (uint32_t)number.len});
    }
}

static void add_items(struct pl_places *places, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->items_count; i++) {
        const struct pl_item *it = &plan->items[i];
        if (it->label.count > 0) {
            add(places, PL_PLACE_ITEM, &it->label, it->marker);
        } else {
            add_number_of_bullet(places, plan, it);
        }
    }
}

static void add_captions(struct pl_places *places, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *it = &plan->captions[i];
        add(places, pl_place_kind_of_caption(it->kind), &it->label, it->range);
    }
}

static void add_articles(struct pl_places *places, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->articles_count; i++) {
        const struct pl_article *it = &plan->articles[i];
        add(places, it->is_section ? PL_PLACE_SECTION : PL_PLACE_ARTICLE,
            &it->label, it->number);
    }
}

static void add_entities(struct pl_places *places, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        struct pl_range range =
            pl_range_is_empty(it->number) ? it->range : it->number;
        add(places, pl_place_kind_of_entity(it->kind), &it->label, range);
    }
}

static void add_footnotes(struct pl_places *places, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        struct pl_label label;
        if (pl_label_parse(plan->footnotes[i].id, &label)) {
            add(places, PL_PLACE_FOOTNOTE, &label, plan->footnotes[i].label);
        }
    }
}

/* For all entries at once. */
static void make_room(struct pl_places *places, const struct pl_plan *plan)
{
    size_t most = (size_t)plan->sections_count + plan->paragraphs_count +
                  plan->items_count + plan->captions_count +
                  plan->articles_count + plan->entities_count +
                  plan->footnotes_count;
    places->entries.items =
        pl_arena_array(places->arena, most, sizeof(*places->entries.items));
    places->entries.cap = most;
}

/* A counting sort; entries of one kind were added in order of place. */
static void sort_entries(struct pl_places *places)
{
    uint32_t next = 0;
    for (size_t i = 0; i < places->keys.len; i++) {
        places->keys.items[i].first = next;
        next += places->keys.items[i].count;
        places->keys.items[i].count = 0;
    }
    places->sorted = pl_arena_array(places->arena, (size_t)next + 1,
                                    sizeof(*places->sorted));
    for (size_t i = 0; i < places->entries.len; i++) {
        struct key *key = &places->keys.items[places->entries.items[i].key];
        places->sorted[key->first + key->count++] =
            places->entries.items[i].range;
    }
}

/* The body and the outermost annexes; the last one ends with the text. */
static void find_parts(struct pl_places *places, const struct pl_plan *plan)
{
    struct pl_range *part = PL_VEC_PUSH(places->arena, &places->parts);
    *part = (struct pl_range){0, (uint32_t)plan->text.len};
    uint32_t inside_until = 0;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        bool is_annex = plan->sections[i].kind == PL_SECTION_ANNEX;
        bool ends_annex = i > 0 && i == inside_until;
        if (i < inside_until || (!is_annex && !ends_annex)) {
            continue;
        }
        uint32_t start = plan->blocks[plan->sections[i].heading].range.start;
        places->parts.items[places->parts.len - 1].end = start;
        part = PL_VEC_PUSH(places->arena, &places->parts);
        *part = (struct pl_range){start, (uint32_t)plan->text.len};
        if (is_annex) {
            inside_until = plan->sections[i].subtree_end;
        }
    }
}

struct pl_places *pl_places_build(struct pl_arena *arena,
                                  const struct pl_plan *plan)
{
    struct pl_places *places = pl_arena_alloc(arena, sizeof(*places));
    places->arena = arena;
    places->index = pl_place_keys_new(arena);
    make_room(places, plan);
    add_sections(places, plan);
    add_paragraphs(places, plan);
    add_items(places, plan);
    add_captions(places, plan);
    add_articles(places, plan);
    add_entities(places, plan);
    add_footnotes(places, plan);
    sort_entries(places);
    find_parts(places, plan);
    return places;
}

struct pl_range pl_places_part(const struct pl_places *places, uint32_t offset)
{
    size_t low = 0;
    size_t high = places->parts.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (places->parts.items[middle].start <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return places->parts.items[low];
}

static const struct key *find_key(const struct pl_places *places,
                                  struct pl_place_number number)
{
    uint32_t key = pl_place_keys_find(places->index, number);
    return key == PL_PLACE_KEY_NONE ? NULL : &places->keys.items[key];
}

/* Of a key's places, the index of the first at or after an offset. */
static uint32_t first_from(const struct pl_places *places,
                           const struct key *key, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = key->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (places->sorted[key->first + middle].start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static uint32_t distance(struct pl_range place, uint32_t offset)
{
    return place.start > offset ? place.start - offset : offset - place.start;
}

bool pl_places_find(struct pl_places *places, enum pl_place_kind kind,
                    struct pl_label label, uint32_t near,
                    struct pl_range *found)
{
    const struct key *key = find_key(places, number_of(kind, &label));
    if (!key || key->count == 0) {
        return false;
    }
    struct pl_range part = pl_places_part(places, near);
    const struct pl_range *all = places->sorted + key->first;
    uint32_t after = first_from(places, key, near);
    bool has_after = after < key->count;
    bool has_before = after > 0;
    bool after_inside = has_after && pl_range_has(part, all[after].start);
    bool before_inside = has_before && pl_range_has(part, all[after - 1].start);
    bool take_after = has_after;
    if (has_after && has_before) {
        take_after =
            after_inside == before_inside
                ? distance(all[after], near) < distance(all[after - 1], near)
                : after_inside;
    }
    *found = take_after ? all[after] : all[after - 1];
    return true;
}

bool pl_places_find_in(struct pl_places *places, enum pl_place_kind kind,
                       struct pl_label label, struct pl_range piece,
                       struct pl_range *found)
{
    const struct key *key = find_key(places, number_of(kind, &label));
    if (!key) {
        return false;
    }
    uint32_t at = first_from(places, key, piece.start);
    if (at == key->count ||
        places->sorted[key->first + at].start >= piece.end) {
        return false;
    }
    *found = places->sorted[key->first + at];
    return true;
}

uint32_t pl_places_count(const struct pl_places *places,
                         enum pl_place_kind kind)
{
    uint32_t count = 0;
    for (size_t i = 0; i <= PL_LABEL_MAX_PARTS; i++) {
        count += places->counts[kind][i][0] + places->counts[kind][i][1];
    }
    return count;
}

uint32_t pl_places_count_alike(const struct pl_places *places,
                               enum pl_place_kind kind, struct pl_label label)
{
    return label.count <= PL_LABEL_MAX_PARTS
               ? places->counts[kind][label.count][begins_with_figure(&label)]
               : 0;
}

struct pl_sisters pl_places_sisters(struct pl_places *places,
                                    enum pl_place_kind kind,
                                    struct pl_label label)
{
    const struct key *key = find_key(places, parent_of(kind, &label));
    return key ? key->below : (struct pl_sisters){0};
}
