#include "checks/shared/known_labels.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "plan/plan.h"

static const char *const names[] = {
#define PL_REFERENCE(constant, name, plural) [PL_REFERENCE_##constant] = (name),
#include "plan/reference.def"
#undef PL_REFERENCE
};

const struct pl_choices pl_reference_kinds = {names,
                                              sizeof(names) / sizeof(*names)};

struct pl_known_labels {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    struct pl_map *by_group; /* indexes in `told` */
    PL_VEC(pl_str) told;
};

/* The lowest and highest number among those that are looked at. */
struct span {
    struct pl_label missing;
    struct pl_label low;
    struct pl_label high;
    uint32_t count;
};

/* Numbers of another shape say nothing about the missing one. */
static void look_at(struct span *span, struct pl_label label)
{
    if (!pl_label_same_parent(span->missing, label) ||
        label.parts[label.count - 1].style !=
            span->missing.parts[label.count - 1].style) {
        return;
    }
    if (span->count == 0 || pl_label_compare(label, span->low) < 0) {
        span->low = label;
    }
    if (span->count == 0 || pl_label_compare(label, span->high) > 0) {
        span->high = label;
    }
    span->count++;
}

static void look_at_sections(struct span *span, const struct pl_plan *plan,
                             bool annexes)
{
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        if ((plan->sections[i].kind == PL_SECTION_ANNEX) == annexes) {
            look_at(span, plan->sections[i].label);
        }
    }
}

static void look_at_captions(struct span *span, const struct pl_plan *plan,
                             enum pl_caption_kind kind)
{
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        if (plan->captions[i].kind == kind) {
            look_at(span, plan->captions[i].label);
        }
    }
}

static void look_at_entities(struct span *span, const struct pl_plan *plan,
                             enum pl_entity_kind kind)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (plan->entities[i].kind == kind) {
            look_at(span, plan->entities[i].label);
        }
    }
}

static void look_at_articles(struct span *span, const struct pl_plan *plan,
                             bool sections)
{
    for (uint32_t i = 0; i < plan->articles_count; i++) {
        if (plan->articles[i].is_section == sections) {
            look_at(span, plan->articles[i].label);
        }
    }
}

static void look_at_paragraphs(struct span *span, const struct pl_plan *plan)
{
    for (uint32_t i = 0; i < plan->paragraphs_count; i++) {
        look_at(span, plan->paragraphs[i].label);
    }
}

static void look_at_all(struct span *span, const struct pl_plan *plan,
                        enum pl_reference_kind kind)
{
    switch (kind) {
    case PL_REFERENCE_PARAGRAPH:
        look_at_paragraphs(span, plan);
        break;
    case PL_REFERENCE_SECTION:
        look_at_sections(span, plan, false);
        look_at_articles(span, plan, true);
        if (span->missing.count > 1) { /* numbered in one run with these */
            look_at_paragraphs(span, plan);
        }
        break;
    case PL_REFERENCE_ANNEX:
        look_at_sections(span, plan, true);
        break;
    case PL_REFERENCE_TABLE:
        look_at_captions(span, plan, PL_CAPTION_TABLE);
        break;
    case PL_REFERENCE_FIGURE:
        look_at_captions(span, plan, PL_CAPTION_FIGURE);
        break;
    case PL_REFERENCE_BOX:
        look_at_captions(span, plan, PL_CAPTION_BOX);
        break;
    case PL_REFERENCE_GOAL:
        look_at_entities(span, plan, PL_ENTITY_GOAL);
        break;
    case PL_REFERENCE_OBJECTIVE:
        look_at_entities(span, plan, PL_ENTITY_OBJECTIVE);
        break;
    case PL_REFERENCE_TARGET:
        look_at_entities(span, plan, PL_ENTITY_TARGET);
        break;
    case PL_REFERENCE_ARTICLE:
        look_at_articles(span, plan, false);
        break;
    case PL_REFERENCE_ITEM:
    case PL_REFERENCE_FOOTNOTE:
        break;
    }
}

static void write_parent(struct pl_buf *words, struct pl_label missing)
{
    if (missing.count > 1) {
        missing.count--;
        pl_buf_add_text(words, " below ");
        pl_label_write(words, missing);
    }
}

static pl_str look_and_tell(const struct pl_known_labels *known,
                            enum pl_reference_kind kind,
                            struct pl_label missing)
{
    struct span span = {.missing = missing};
    struct pl_buf words = pl_buf_in(known->arena);
    look_at_all(&span, known->plan, kind);
    if (span.count == 0) {
        pl_buf_addf(&words, "there are no such %s", pl_reference_plural(kind));
        write_parent(&words, missing);
    } else if (pl_label_eq(span.low, span.high)) {
        pl_buf_addf(&words, "the only %s", pl_reference_name(kind));
        write_parent(&words, missing);
        pl_buf_add_text(&words, " is ");
        pl_label_write(&words, span.low);
    } else {
        pl_buf_addf(&words, "the %s", pl_reference_plural(kind));
        write_parent(&words, missing);
        pl_buf_add_text(&words, " run from ");
        pl_label_write(&words, span.low);
        pl_buf_add_text(&words, " to ");
        pl_label_write(&words, span.high);
    }
    return pl_buf_str(&words);
}

struct pl_known_labels *pl_known_labels_new(struct pl_arena *arena,
                                            const struct pl_plan *plan)
{
    struct pl_known_labels *known = pl_arena_alloc(arena, sizeof(*known));
    known->arena = arena;
    known->plan = plan;
    known->by_group = pl_map_new(arena, 8);
    return known;
}

/* The kind and the missing number, with any number for its last part. */
static pl_str group_of(struct pl_arena *arena, enum pl_reference_kind kind,
                       struct pl_label missing)
{
    struct pl_buf group = pl_buf_in(arena);
    if (missing.count) {
        missing.parts[missing.count - 1].value = 1;
        missing.parts[missing.count - 1].bis = 0;
        missing.parts[missing.count - 1].letter = 0;
    }
    pl_buf_add_number(&group, kind);
    pl_buf_add_char(&group, ' ');
    pl_label_write(&group, missing);
    return pl_buf_str(&group);
}

pl_str pl_known_labels_tell(struct pl_known_labels *known,
                            enum pl_reference_kind kind,
                            struct pl_label missing)
{
    pl_str group = group_of(known->arena, kind, missing);
    uint32_t next = (uint32_t)known->told.len;
    uint32_t index = pl_map_get_or_add(known->by_group, group, next);
    if (index == next) {
        *PL_VEC_PUSH(known->arena, &known->told) =
            look_and_tell(known, kind, missing);
    }
    return known->told.items[index];
}
