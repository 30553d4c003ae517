/* Reads the part that defines lists. */
#include "text/word/number/numbering.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/package/zip.h"
#include "text/word/number/default_lists.h"
#include "text/word/read/attribute.h"
#include "text/word/read/definitions.h"
#include "text/word/read/styles.h"

struct reading {
    struct pl_arena *arena;
    const char *path;
    PL_VEC(struct pl_word_abstract) abstracts;
    PL_VEC(struct pl_word_list) lists;
    struct pl_word_abstract *abstract; /* that is open; NULL */
    struct pl_word_list *list;         /* the same */
    struct pl_word_level_rule *rule;   /* the same */
    uint8_t override;                  /* level of the open override */
    uint32_t fallback; /* depth inside of what is an alternative only; 0 */
    uint32_t count;    /* definitions, lists, and levels of lists */
};

enum {
    MOST = 100000,  /* of those */
    LONGEST = 1024, /* bytes of a name, or of what a label is made of */
};

static pl_str keep(struct reading *reading, pl_str text)
{
    return pl_arena_copy(reading->arena, pl_str_slice(text, 0, LONGEST));
}

static void start_abstract(struct reading *reading,
                           const struct pl_xml_element *element)
{
    reading->abstract = PL_VEC_PUSH(reading->arena, &reading->abstracts);
    reading->abstract->id =
        pl_word_number(pl_xml_get(element, PL_WD_ABSTRACT_NUM_ID));
}

static void start_list(struct reading *reading,
                       const struct pl_xml_element *element)
{
    reading->list = PL_VEC_PUSH(reading->arena, &reading->lists);
    reading->list->id = pl_word_number(pl_xml_get(element, PL_WD_NUM_ID));
    reading->list->abstract = PL_NONE;
}

/* A level of a definition, or one that a list has instead. */
static void start_level(struct reading *reading,
                        const struct pl_xml_element *element)
{
    uint8_t level =
        pl_word_level(pl_word_number(pl_xml_get(element, PL_WD_ILVL)));
    if (reading->abstract) {
        reading->rule = &reading->abstract->levels[level];
    } else if (reading->list) {
        reading->rule = pl_arena_alloc(reading->arena, sizeof(*reading->rule));
        reading->list->overrides[reading->override] = reading->rule;
    } else {
        return;
    }
    *reading->rule =
        (struct pl_word_level_rule){.is_given = true, .restart = PL_NONE};
}

/* "001, 002, 003, ..." is three digits wide. */
static void take_format(struct pl_word_level_rule *rule,
                        const struct pl_xml_element *element)
{
    pl_str name = pl_xml_get(element, PL_WD_AT_VAL);
    pl_str custom = pl_xml_get(element, PL_WD_AT_FORMAT);
    rule->format = pl_word_format_of(name);
    rule->width = 0;
    if (rule->format == PL_WORD_FORMAT_CUSTOM) {
        pl_str first = pl_str_trim(pl_str_split(&custom, ','));
        rule->width = first.len < 10 ? (uint32_t)first.len : 10;
    }
}

static enum pl_word_suffix suffix_of(pl_str value)
{
    return pl_str_eq(value, (pl_str)PL_STR("space")) ? PL_WORD_SUFFIX_SPACE
           : pl_str_eq(value, (pl_str)PL_STR("nothing"))
               ? PL_WORD_SUFFIX_NOTHING
               : PL_WORD_SUFFIX_TAB;
}

static void take_level_property(struct reading *reading,
                                const struct pl_xml_element *element)
{
    struct pl_word_level_rule *rule = reading->rule;
    pl_str value = pl_xml_get(element, PL_WD_AT_VAL);
    switch (element->name) {
    case PL_WD_START:
        rule->start =
            pl_word_number(value) == PL_NONE ? 0 : pl_word_number(value);
        break;
    case PL_WD_NUM_FMT:
        take_format(rule, element);
        break;
    case PL_WD_LVL_TEXT:
        rule->text = keep(reading, value);
        break;
    case PL_WD_LVL_RESTART:
        rule->restart = pl_word_number(value);
        break;
    case PL_WD_VANISH:
        rule->is_hidden = pl_word_is_on(value, true);
        break;
    case PL_WD_IS_LGL:
        rule->is_legal = pl_word_is_on(value, true);
        break;
    case PL_WD_SUFF:
        rule->suffix = suffix_of(value);
        break;
    case PL_WD_P_STYLE:
        rule->style = keep(reading, value);
        break;
    case PL_WD_IND:
        rule->indent = pl_word_definition_indent(element);
        break;
    default:
        break;
    }
}

static void take_property(struct reading *reading,
                          const struct pl_xml_element *element)
{
    pl_str value = pl_xml_get(element, PL_WD_AT_VAL);
    if (reading->rule) {
        take_level_property(reading, element);
    } else if (reading->abstract && element->name == PL_WD_MULTI_LEVEL_TYPE) {
        reading->abstract->is_single_level =
            pl_str_eq(value, (pl_str)PL_STR("singleLevel"));
    } else if (reading->abstract && element->name == PL_WD_NUM_STYLE_LINK) {
        reading->abstract->style_link = keep(reading, value);
    } else if (reading->abstract && element->name == PL_WD_NAME) {
        reading->abstract->name = keep(reading, value);
    } else if (reading->list && element->name == PL_WD_ABSTRACT_NUM_ID) {
        reading->list->abstract = pl_word_number(value);
    } else if (reading->list && element->name == PL_WD_LVL_OVERRIDE) {
        reading->override =
            pl_word_level(pl_word_number(pl_xml_get(element, PL_WD_ILVL)));
    } else if (reading->list && element->name == PL_WD_START_OVERRIDE &&
               pl_word_number(value) != PL_NONE) {
        reading->list->has_start[reading->override] = true;
        reading->list->starts[reading->override] = pl_word_number(value);
    }
}

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct reading *reading = context;
    if (reading->fallback > 0 || element->name == PL_WD_FALLBACK) {
        reading->fallback++;
        return true;
    }
    reading->count += element->name == PL_WD_ABSTRACT_NUM ||
                      element->name == PL_WD_NUM || element->name == PL_WD_LVL;
    if (reading->count > MOST) {
        return PL_FAIL(error, "%s: more lists are defined than are read",
                       reading->path);
    }
    switch (element->name) {
    case PL_WD_ABSTRACT_NUM:
        start_abstract(reading, element);
        break;
    case PL_WD_NUM:
        start_list(reading, element);
        break;
    case PL_WD_LVL:
        start_level(reading, element);
        break;
    default:
        take_property(reading, element);
        break;
    }
    return true;
}

static void on_end(void *context, uint16_t name)
{
    struct reading *reading = context;
    if (reading->fallback > 0) {
        reading->fallback--;
    } else if (name == PL_WD_LVL) {
        reading->rule = NULL;
    } else if (name == PL_WD_ABSTRACT_NUM) {
        reading->abstract = NULL;
    } else if (name == PL_WD_NUM) {
        reading->list = NULL;
    }
}

static pl_str key_of(struct pl_arena *arena, uint32_t id)
{
    return pl_arena_number(arena, id);
}

/* Behind those of the file, whose names come first. */
static void add_default_lists(struct reading *reading)
{
    for (uint32_t i = 0; i < PL_WORD_DEFAULT_LISTS; i++) {
        uint32_t abstract = (uint32_t)reading->abstracts.len;
        *PL_VEC_PUSH(reading->arena, &reading->abstracts) =
            pl_word_default_list(i);
        *PL_VEC_PUSH(reading->arena, &reading->lists) =
            (struct pl_word_list){.id = PL_NONE, .abstract = abstract};
    }
}

/* Lists name definitions by their ids; from now on by their indexes. */
static struct pl_word_numbers *finish(struct reading *reading)
{
    struct pl_arena *arena = reading->arena;
    struct pl_map *abstracts = pl_map_new(arena, reading->abstracts.len);
    struct pl_map *lists = pl_map_new(arena, reading->lists.len);
    for (uint32_t i = 0; i < reading->abstracts.len; i++) {
        pl_map_get_or_add(abstracts,
                          key_of(arena, reading->abstracts.items[i].id), i);
    }
    for (uint32_t i = 0; i < reading->lists.len; i++) {
        struct pl_word_list *list = &reading->lists.items[i];
        pl_map_get_or_add(lists, key_of(arena, list->id), i);
        list->abstract = pl_map_get(abstracts, key_of(arena, list->abstract));
    }
    add_default_lists(reading);
    struct pl_word_numbers *numbers = pl_arena_alloc(arena, sizeof(*numbers));
    *numbers = (struct pl_word_numbers){
        .abstracts = reading->abstracts.items,
        .abstract_count = (uint32_t)reading->abstracts.len,
        .lists = reading->lists.items,
        .list_count = (uint32_t)reading->lists.len,
        .by_id = lists,
    };
    return numbers;
}

bool pl_word_numbers_read(struct pl_arena *arena, struct pl_zip *zip,
                          pl_str part, const struct pl_word_numbers **numbers,
                          struct pl_error *error)
{
    struct reading reading = {.arena = arena, .path = pl_zip_path(zip)};
    struct pl_word_definition_reader reader = {on_start, on_end, &reading};
    if (!pl_word_definitions_read(zip, part, &reader, error)) {
        return false;
    }
    *numbers = finish(&reading);
    return true;
}

const struct pl_word_list *
pl_word_list_of(const struct pl_word_numbers *numbers, uint32_t id)
{
    char digits[16];
    int len = snprintf(digits, sizeof(digits), "%u", id);
    uint32_t found = pl_map_get(numbers->by_id, (pl_str){digits, (size_t)len});
    return found == PL_NONE ? NULL : &numbers->lists[found];
}

static bool has_levels(const struct pl_word_abstract *abstract)
{
    for (uint32_t i = 0; i < PL_WORD_LEVELS; i++) {
        if (abstract->levels[i].is_given) {
            return true;
        }
    }
    return false;
}

uint32_t pl_word_abstract_of(const struct pl_word_file *word,
                             const struct pl_word_list *list)
{
    enum { MOST_LINKS = 8 };
    for (int i = 0; list && i < MOST_LINKS; i++) {
        if (list->abstract == PL_NONE) {
            return PL_NONE;
        }
        const struct pl_word_abstract *abstract =
            &word->numbers->abstracts[list->abstract];
        if (has_levels(abstract) || abstract->style_link.len == 0) {
            return list->abstract;
        }
        const struct pl_word_style *style =
            pl_word_style_of(word->styles, abstract->style_link);
        list = style ? pl_word_list_of(word->numbers, style->numbering.list)
                     : NULL;
    }
    return PL_NONE;
}

const struct pl_word_level_rule *
pl_word_rule_of(const struct pl_word_file *word,
                const struct pl_word_list *list, uint32_t abstract,
                uint32_t level)
{
    for (uint32_t i = level + 1; i-- > 0;) {
        const struct pl_word_level_rule *rule =
            &word->numbers->abstracts[abstract].levels[i];
        if (list->overrides[i]) {
            return list->overrides[i];
        }
        if (rule->is_given) {
            return rule;
        }
    }
    return NULL;
}
