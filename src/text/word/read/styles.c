#include "text/word/read/styles.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/package/zip.h"
#include "text/word/read/attribute.h"
#include "text/word/read/definitions.h"
#include "text/word/read/look.h"

struct pl_word_styles {
    const struct pl_word_style *items;
    uint32_t count;
    const struct pl_map *by_id;
    const uint32_t *bases;      /* of each; PL_NONE; without circles */
    uint32_t default_paragraph; /* PL_NONE */
    struct pl_word_defaults defaults;
};

enum { MOST = 65536 }; /* styles */

struct reading {
    struct pl_arena *arena;
    const char *path;
    PL_VEC(struct pl_word_style) styles;
    struct pl_word_style *open; /* NULL: none */
    uint32_t skipped;           /* depth in what is not read; 0: in none */
    bool is_in_defaults;
    struct pl_word_defaults defaults;
};

static void start_style(struct reading *reading,
                        const struct pl_xml_element *element)
{
    struct pl_arena *arena = reading->arena;
    pl_str type = pl_xml_get(element, PL_WD_AT_TYPE);
    reading->open = PL_VEC_PUSH(arena, &reading->styles);
    *reading->open = (struct pl_word_style){
        .id = pl_arena_copy(arena, pl_xml_get(element, PL_WD_AT_STYLE_ID)),
        .is_default =
            pl_word_is_on(pl_xml_get(element, PL_WD_AT_DEFAULT), false),
        .is_paragraph =
            type.len == 0 || pl_str_eq(type, (pl_str)PL_STR("paragraph")),
        .is_numbering = pl_str_eq(type, (pl_str)PL_STR("numbering")),
        .outline_level = PL_WORD_UNSAID_OUTLINE,
        .numbering = {.list = PL_NONE},
    };
}

/* False: it is none of how text is set. */
static bool take_look(const struct pl_xml_element *element,
                      struct pl_word_indent *indent, struct pl_word_face *face)
{
    pl_str value = pl_xml_get(element, PL_WD_AT_VAL);
    switch (element->name) {
    case PL_WD_IND:
        *indent = pl_word_definition_indent(element);
        return true;
    case PL_WD_I:
        face->slant = pl_word_slant_of(value);
        return true;
    case PL_WD_SZ:
        face->size = pl_word_size_of(value);
        return true;
    default:
        return false;
    }
}

static void take_default(struct reading *reading,
                         const struct pl_xml_element *element)
{
    struct pl_word_defaults *defaults = &reading->defaults;
    if (element->name == PL_WD_LANG) {
        defaults->language =
            pl_arena_copy(reading->arena, pl_xml_get(element, PL_WD_AT_VAL));
    } else {
        take_look(element, &defaults->indent, &defaults->face);
    }
}

static void take_property(struct reading *reading,
                          const struct pl_xml_element *element)
{
    struct pl_word_style *style = reading->open;
    pl_str value = pl_xml_get(element, PL_WD_AT_VAL);
    uint32_t number = pl_word_number(value);
    switch (element->name) {
    case PL_WD_NAME:
        style->name = pl_arena_copy(reading->arena, value);
        break;
    case PL_WD_BASED_ON:
        style->based_on = pl_arena_copy(reading->arena, value);
        break;
    case PL_WD_NUM_PR:
        style->numbering.is_given = true;
        break;
    case PL_WD_NUM_ID:
        style->numbering.list = number;
        break;
    case PL_WD_ILVL:
        style->numbering.level = pl_word_level(number);
        style->numbering.has_level = true;
        break;
    case PL_WD_VANISH:
        style->hiding =
            pl_word_is_on(value, true) ? PL_WORD_HIDDEN : PL_WORD_NOT_HIDDEN;
        break;
    case PL_WD_OUTLINE_LVL:
        style->outline_level =
            number > PL_WORD_NO_OUTLINE ? PL_WORD_NO_OUTLINE : (uint8_t)number;
        break;
    default:
        break;
    }
}

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct reading *reading = context;
    if (element->name == PL_WD_STYLE && reading->styles.len >= MOST) {
        return PL_FAIL(error, "%s: more styles are defined than are read",
                       reading->path);
    }
    if (reading->skipped > 0 || element->name == PL_WD_TBL_STYLE_PR) {
        reading->skipped++;
    } else if (element->name == PL_WD_STYLE) {
        start_style(reading, element);
    } else if (element->name == PL_WD_DOC_DEFAULTS) {
        reading->is_in_defaults = true;
    } else if (reading->is_in_defaults) {
        take_default(reading, element);
    } else if (reading->open && !take_look(element, &reading->open->indent,
                                           &reading->open->face)) {
        take_property(reading, element);
    }
    return true;
}

static void on_end(void *context, uint16_t name)
{
    struct reading *reading = context;
    if (reading->skipped > 0) {
        reading->skipped--;
    } else if (name == PL_WD_STYLE) {
        reading->open = NULL;
    } else if (name == PL_WD_DOC_DEFAULTS) {
        reading->is_in_defaults = false;
    }
}

/* A chain that comes back to where it was is cut, and one that is longer than
 * styles are ever based on each other. */
static void cut_circles(uint32_t *bases, uint32_t count)
{
    enum { LONGEST = 64 };
    for (uint32_t i = 0; i < count; i++) {
        uint32_t steps = 0;
        for (uint32_t at = i; at != PL_NONE && steps <= LONGEST;
             at = bases[at]) {
            steps++;
        }
        if (steps > LONGEST) {
            bases[i] = PL_NONE;
        }
    }
}

const struct pl_word_styles *
pl_word_styles_make(struct pl_arena *arena, const struct pl_word_style *items,
                    uint32_t count, struct pl_word_defaults defaults)
{
    struct pl_word_styles *styles = pl_arena_alloc(arena, sizeof(*styles));
    struct pl_map *by_id = pl_map_new(arena, count);
    uint32_t *bases = pl_arena_array(arena, count + 1, sizeof(*bases));
    *styles = (struct pl_word_styles){.items = items,
                                      .count = count,
                                      .by_id = by_id,
                                      .bases = bases,
                                      .default_paragraph = PL_NONE,
                                      .defaults = defaults};
    for (uint32_t i = 0; i < count; i++) {
        const struct pl_word_style *style = &styles->items[i];
        pl_map_get_or_add(by_id, style->id, i);
        if (style->is_default && style->is_paragraph) {
            styles->default_paragraph = i;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        pl_str base = styles->items[i].based_on;
        bases[i] = base.len > 0 ? pl_map_get(by_id, base) : PL_NONE;
    }
    cut_circles(bases, count);
    return styles;
}

bool pl_word_styles_read(struct pl_arena *arena, struct pl_zip *zip,
                         pl_str part, const struct pl_word_styles **styles,
                         struct pl_error *error)
{
    struct reading reading = {.arena = arena, .path = pl_zip_path(zip)};
    struct pl_word_definition_reader reader = {on_start, on_end, &reading};
    if (!pl_word_definitions_read(zip, part, &reader, error)) {
        return false;
    }
    *styles =
        pl_word_styles_make(arena, reading.styles.items,
                            (uint32_t)reading.styles.len, reading.defaults);
    return true;
}

const struct pl_word_defaults *
pl_word_styles_defaults(const struct pl_word_styles *styles)
{
    return &styles->defaults;
}

const struct pl_word_style *
pl_word_style_of(const struct pl_word_styles *styles, pl_str id)
{
    uint32_t found =
        id.len > 0 ? pl_map_get(styles->by_id, id) : styles->default_paragraph;
    return found == PL_NONE ? NULL : &styles->items[found];
}

const struct pl_word_style *
pl_word_style_base(const struct pl_word_styles *styles,
                   const struct pl_word_style *style)
{
    uint32_t base = styles->bases[style - styles->items];
    return base == PL_NONE ? NULL : &styles->items[base];
}

/* 0 for "heading 1", in any capitals; PL_WORD_NO_OUTLINE for other names. */
static uint8_t level_of_name(pl_str name)
{
    static const pl_str heading = PL_STR("heading ");
    pl_str start = pl_str_slice(name, 0, heading.len);
    if (!pl_str_eq_ignore_case(start, heading) || name.len != heading.len + 1) {
        return PL_WORD_NO_OUTLINE;
    }
    uint32_t number = pl_word_number(pl_str_slice(name, heading.len, name.len));
    return number >= 1 && number <= PL_WORD_NO_OUTLINE ? (uint8_t)(number - 1)
                                                       : PL_WORD_NO_OUTLINE;
}

/* What is based on a built-in heading looks like one, whatever its level is
 * said to be. */
uint8_t pl_word_outline_level(const struct pl_word_styles *styles,
                              const struct pl_word_para *para)
{
    if (para->outline_level < PL_WORD_NO_OUTLINE) {
        return para->outline_level;
    }
    bool is_none = para->outline_level == PL_WORD_NO_OUTLINE;
    const struct pl_word_style *style = pl_word_style_of(styles, para->style);
    for (; style; style = pl_word_style_base(styles, style)) {
        uint8_t by_name = level_of_name(style->name);
        bool has_level = style->outline_level < PL_WORD_NO_OUTLINE;
        if (by_name < PL_WORD_NO_OUTLINE || (has_level && !is_none)) {
            return has_level ? style->outline_level : by_name;
        }
        is_none |= style->outline_level == PL_WORD_NO_OUTLINE;
    }
    return PL_WORD_NO_OUTLINE;
}

bool pl_word_style_hides(const struct pl_word_styles *styles, pl_str id)
{
    const struct pl_word_style *style = pl_word_style_of(styles, id);
    while (style && style->hiding == PL_WORD_HIDING_UNSAID) {
        style = pl_word_style_base(styles, style);
    }
    return style && style->hiding == PL_WORD_HIDDEN;
}

bool pl_word_styles_hide(const struct pl_word_styles *styles)
{
    for (uint32_t i = 0; i < styles->count; i++) {
        if (styles->items[i].hiding == PL_WORD_HIDDEN) {
            return true;
        }
    }
    return false;
}
