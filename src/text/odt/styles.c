/* Source: OpenDocument 1.3 part 3, 16 and 19. */
#include "text/odt/styles.h"

#include "base/arena.h"
#include "base/map.h"
#include "text/word/read/attribute.h"
#include "text/word/read/styles.h"

enum {
    MOST = 65536,       /* styles of a kind */
    LONGEST_CHAIN = 64, /* of styles based on each other */
    LONGEST = 64,       /* bytes of what is written around a number */
};

struct style {
    pl_str id;
    pl_str parent;
    pl_str list_style;
    pl_str master_page;
    bool has_list_style;
    bool is_automatic;
    bool is_paragraph; /* else of spans */
    bool is_hidden;
    bool is_shown; /* says that it is not hidden */
};

struct pl_odt_styles {
    struct pl_arena *arena;
    PL_VEC(struct style) styles;
    PL_VEC(struct pl_odt_list_style) lists;
    PL_VEC(pl_str) master_pages; /* that styles name */
    struct pl_map *by_name;      /* "p" or "t" and the name */
    struct pl_map *lists_by_name;
    pl_str language;
    pl_str outline;
    struct pl_word_note_rule notes[2]; /* footnotes, endnotes */
};

struct pl_odt_styles *pl_odt_styles_new(struct pl_arena *arena)
{
    struct pl_odt_styles *styles = pl_arena_alloc(arena, sizeof(*styles));
    styles->arena = arena;
    styles->by_name = pl_map_new(arena, 256);
    styles->lists_by_name = pl_map_new(arena, 64);
    styles->outline = (pl_str)PL_STR("Outline");
    styles->notes[0] = (struct pl_word_note_rule){
        .format = PL_WORD_FORMAT_DECIMAL, .start = 1};
    styles->notes[1] = (struct pl_word_note_rule){
        .format = PL_WORD_FORMAT_LOWER_ROMAN, .start = 1};
    return styles;
}

/* ----- styles of text ----- */

static pl_str key_of(struct pl_arena *arena, bool is_paragraph, pl_str name)
{
    return pl_str_from(pl_arena_printf(
        arena, "%c%.*s", is_paragraph ? 'p' : 't', PL_STR_ARG(name)));
}

static bool is_word(pl_str text, const char *word)
{
    return pl_str_eq(text, pl_str_from(word));
}

static void take_display(const struct pl_odt_tree *tree, uint32_t node,
                         struct style *style)
{
    PL_ODT_EACH_CHILD (tree, child, node) {
        if (tree->nodes.items[child].name == PL_ON_TEXT_PROPERTIES) {
            pl_str display = pl_odt_get(tree, child, PL_ON_AT_DISPLAY);
            style->is_hidden |= is_word(display, "none");
            style->is_shown |= display.len > 0 && !is_word(display, "none");
        }
    }
}

static void take_style(struct pl_odt_styles *styles,
                       const struct pl_odt_tree *tree, uint32_t node,
                       bool is_automatic)
{
    pl_str family = pl_odt_get(tree, node, PL_ON_AT_FAMILY);
    bool is_paragraph = is_word(family, "paragraph");
    if ((!is_paragraph && !is_word(family, "text")) ||
        styles->styles.len >= MOST) {
        return;
    }
    struct style *style = PL_VEC_PUSH(styles->arena, &styles->styles);
    style->id = pl_odt_get(tree, node, PL_ON_AT_STYLE);
    style->parent = pl_odt_get(tree, node, PL_ON_AT_PARENT_STYLE);
    style->list_style = pl_odt_get(tree, node, PL_ON_AT_LIST_STYLE_NAME);
    style->master_page = pl_odt_get(tree, node, PL_ON_AT_MASTER_PAGE);
    if (style->master_page.len > 0) {
        *PL_VEC_PUSH(styles->arena, &styles->master_pages) = style->master_page;
    }
    style->has_list_style = style->list_style.data != NULL;
    style->is_automatic = is_automatic;
    style->is_paragraph = is_paragraph;
    take_display(tree, node, style);
    pl_map_put(styles->by_name, key_of(styles->arena, is_paragraph, style->id),
               (uint32_t)styles->styles.len - 1);
}

static const struct style *find(const struct pl_odt_styles *styles,
                                bool is_paragraph, pl_str name)
{
    uint32_t found =
        pl_map_get(styles->by_name, key_of(styles->arena, is_paragraph, name));
    return found == PL_NONE ? NULL : &styles->styles.items[found];
}

struct pl_odt_style pl_odt_para_style(const struct pl_odt_styles *styles,
                                      pl_str name)
{
    struct pl_odt_style out = {0};
    bool is_told = false;
    const struct style *style = find(styles, true, name);
    for (int i = 0; style && i < LONGEST_CHAIN; i++) {
        if (!out.has_list_style && style->has_list_style) {
            out.has_list_style = true;
            out.list_style = style->list_style;
        }
        if (!is_told && (style->is_hidden || style->is_shown)) {
            is_told = true;
            out.is_hidden = style->is_hidden;
        }
        if (i == 0) {
            out.master_page = style->master_page;
        }
        if (out.named.len == 0 && !style->is_automatic) {
            out.named = style->id;
        }
        style =
            style->parent.len > 0 ? find(styles, true, style->parent) : NULL;
    }
    return out;
}

bool pl_odt_hides_span(const struct pl_odt_styles *styles, pl_str name)
{
    const struct style *style = find(styles, false, name);
    for (int i = 0; style && i < LONGEST_CHAIN; i++) {
        if (style->is_hidden || style->is_shown) {
            return style->is_hidden;
        }
        style =
            style->parent.len > 0 ? find(styles, false, style->parent) : NULL;
    }
    return false;
}

/* ----- list styles ----- */

static enum pl_word_format format_of(pl_str name)
{
    static const struct {
        const char *name;
        enum pl_word_format format;
    } formats[] = {
        {"", PL_WORD_FORMAT_NONE},
        {"a", PL_WORD_FORMAT_LOWER_LETTER},
        {"A", PL_WORD_FORMAT_UPPER_LETTER},
        {"i", PL_WORD_FORMAT_LOWER_ROMAN},
        {"I", PL_WORD_FORMAT_UPPER_ROMAN},
        {"01, 02, 03, ...", PL_WORD_FORMAT_DECIMAL_ZERO},
        {"1st, 2nd, 3rd, ...", PL_WORD_FORMAT_ORDINAL},
        {"1st", PL_WORD_FORMAT_ORDINAL},
        {"One, Two, Three, ...", PL_WORD_FORMAT_CARDINAL_TEXT},
        {"First, Second, Third, ...", PL_WORD_FORMAT_ORDINAL_TEXT},
    };
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        if (is_word(name, formats[i].name)) {
            return formats[i].format;
        }
    }
    return PL_WORD_FORMAT_DECIMAL;
}

static enum pl_word_suffix suffix_of(const struct pl_odt_tree *tree,
                                     uint32_t level)
{
    uint32_t end = tree->nodes.items[level].end;
    uint32_t found = pl_odt_find(tree, level, end, PL_ON_LEVEL_ALIGNMENT);
    pl_str name = found == PL_NONE
                      ? (pl_str){0}
                      : pl_odt_get(tree, found, PL_ON_AT_FOLLOWED_BY);
    return is_word(name, "space")     ? PL_WORD_SUFFIX_SPACE
           : is_word(name, "nothing") ? PL_WORD_SUFFIX_NOTHING
                                      : PL_WORD_SUFFIX_TAB;
}

static pl_str short_value(const struct pl_odt_tree *tree, uint32_t node,
                          enum pl_odt_name name)
{
    pl_str value = pl_odt_get(tree, node, name);
    return value.len <= LONGEST ? value : (pl_str){0};
}

static uint32_t number_of(const struct pl_odt_tree *tree, uint32_t node,
                          enum pl_odt_name name, uint32_t otherwise)
{
    uint32_t number = pl_word_number(pl_odt_get(tree, node, name));
    return number == PL_NONE ? otherwise : number;
}

static void take_level(const struct pl_odt_tree *tree, uint32_t node,
                       struct pl_odt_list_style *list)
{
    uint32_t level = number_of(tree, node, PL_ON_AT_LEVEL, 0);
    if (level == 0 || level > PL_ODT_LEVELS) {
        return;
    }
    uint16_t name = tree->nodes.items[node].name;
    pl_str pattern = short_value(tree, node, PL_ON_AT_LIST_FORMAT);
    list->levels[level - 1] = (struct pl_odt_level){
        .is_given = true,
        .is_bullet = name == PL_ON_LEVEL_BULLET || name == PL_ON_LEVEL_IMAGE,
        .has_synced_letters =
            is_word(pl_odt_get(tree, node, PL_ON_AT_LETTER_SYNC), "true"),
        .format = format_of(pl_odt_get(tree, node, PL_ON_AT_NUM_FORMAT)),
        .suffix = suffix_of(tree, node),
        .before = short_value(tree, node, PL_ON_AT_NUM_PREFIX),
        .after = short_value(tree, node, PL_ON_AT_NUM_SUFFIX),
        .pattern = pattern.len > 0
                       ? pattern
                       : short_value(tree, node, PL_ON_AT_LIST_FORMAT_LATER),
        .bullet = short_value(tree, node, PL_ON_AT_BULLET_CHAR),
        .shown = number_of(tree, node, PL_ON_AT_DISPLAY_LEVELS, 1),
        .start = number_of(tree, node, PL_ON_AT_START_VALUE, 1),
    };
}

static void take_list_style(struct pl_odt_styles *styles,
                            const struct pl_odt_tree *tree, uint32_t node)
{
    bool is_outline = tree->nodes.items[node].name == PL_ON_OUTLINE_STYLE;
    pl_str name = is_outline ? (pl_str)PL_STR("")
                             : pl_odt_get(tree, node, PL_ON_AT_STYLE);
    if (styles->lists.len >= MOST || (!is_outline && name.len == 0)) {
        return;
    }
    struct pl_odt_list_style *list = PL_VEC_PUSH(styles->arena, &styles->lists);
    PL_ODT_EACH_CHILD (tree, child, node) {
        uint16_t kind = tree->nodes.items[child].name;
        if (kind >= PL_ON_LEVEL_NUMBER && kind <= PL_ON_LEVEL_OUTLINE) {
            take_level(tree, child, list);
        }
    }
    uint32_t index = (uint32_t)styles->lists.len - 1;
    pl_map_put(styles->lists_by_name, name, index);
    if (is_outline) {
        pl_str own = pl_odt_get(tree, node, PL_ON_AT_STYLE);
        pl_map_get_or_add(styles->lists_by_name,
                          own.len > 0 ? own : (pl_str)PL_STR("Outline"), index);
    }
}

pl_str pl_odt_master_page_at(const struct pl_odt_styles *styles, size_t index)
{
    return index < styles->master_pages.len ? styles->master_pages.items[index]
                                            : (pl_str){0};
}

pl_str pl_odt_outline_name(const struct pl_odt_styles *styles)
{
    return styles->outline;
}

uint32_t pl_odt_list_style(const struct pl_odt_styles *styles, pl_str name)
{
    return pl_map_get(styles->lists_by_name, name);
}

const struct pl_odt_list_style *
pl_odt_list_style_at(const struct pl_odt_styles *styles, uint32_t index)
{
    return &styles->lists.items[index];
}

/* ----- the rest ----- */

/* What starts at 0 is the first note, and LibreOffice writes it so. */
static void take_notes(struct pl_odt_styles *styles,
                       const struct pl_odt_tree *tree, uint32_t node)
{
    bool is_endnote =
        is_word(pl_odt_get(tree, node, PL_ON_AT_NOTE_CLASS), "endnote");
    struct pl_word_note_rule *rule = &styles->notes[is_endnote];
    pl_str format = pl_odt_get(tree, node, PL_ON_AT_NUM_FORMAT);
    if (format.len > 0) {
        rule->format = (uint8_t)format_of(format);
    }
    rule->start = number_of(tree, node, PL_ON_AT_START_VALUE, 0) + 1;
}

static void take_default(struct pl_odt_styles *styles,
                         const struct pl_odt_tree *tree, uint32_t node)
{
    uint32_t end = tree->nodes.items[node].end;
    uint32_t found = pl_odt_find(tree, node, end, PL_ON_TEXT_PROPERTIES);
    pl_str language = found == PL_NONE
                          ? (pl_str){0}
                          : pl_odt_get(tree, found, PL_ON_AT_LANGUAGE);
    bool is_given = language.len > 0 && !is_word(language, "none");
    if (is_given &&
        is_word(pl_odt_get(tree, node, PL_ON_AT_FAMILY), "paragraph")) {
        pl_str country = pl_odt_get(tree, found, PL_ON_AT_COUNTRY);
        bool has_country = country.len > 0 && !is_word(country, "none");
        styles->language = pl_str_from(pl_arena_printf(
            styles->arena, "%.*s%s%.*s", PL_STR_ARG(language),
            has_country ? "-" : "", has_country ? (int)country.len : 0,
            has_country ? country.data : ""));
    }
}

/* Automatic styles of the part of styles are for headers and footers. */
void pl_odt_styles_take(struct pl_odt_styles *styles,
                        const struct pl_odt_tree *tree)
{
    uint32_t count = (uint32_t)tree->nodes.len;
    bool is_part =
        count > 0 && tree->nodes.items[0].name == PL_ON_DOCUMENT_STYLES;
    uint32_t automatic_end = 0;
    for (uint32_t i = 0; i < count; i++) {
        switch (tree->nodes.items[i].name) {
        case PL_ON_AUTOMATIC_STYLES:
            automatic_end = tree->nodes.items[i].end;
            i = is_part ? automatic_end - 1 : i;
            break;
        case PL_ON_OFFICE_TEXT:
            return;
        case PL_ON_STYLE_STYLE:
            take_style(styles, tree, i, i < automatic_end);
            break;
        case PL_ON_DEFAULT_STYLE:
            take_default(styles, tree, i);
            break;
        case PL_ON_LIST_STYLE:
        case PL_ON_OUTLINE_STYLE:
            take_list_style(styles, tree, i);
            break;
        case PL_ON_NOTES_CONFIGURATION:
            take_notes(styles, tree, i);
            break;
        default:
            break;
        }
    }
}

/* The names that the built-in styles have in Word. A heading is one by its
 * element, never by the name of its style. */
static pl_str name_of(pl_str id)
{
    static const pl_str quote = PL_STR("Quote");
    return is_word(id, "Quotations") ? quote : id;
}

void pl_odt_styles_end(struct pl_odt_styles *styles, struct pl_word_file *word)
{
    struct pl_word_style *items =
        pl_arena_array(styles->arena, styles->styles.len + 1, sizeof(*items));
    struct pl_word_section *section =
        pl_arena_alloc(styles->arena, sizeof(*section));
    uint32_t count = 0;
    for (size_t i = 0; i < styles->styles.len; i++) {
        const struct style *style = &styles->styles.items[i];
        if (style->is_paragraph && !style->is_automatic) {
            items[count++] = (struct pl_word_style){
                .id = style->id,
                .name = name_of(style->id),
                .based_on = style->parent,
                .is_default = is_word(style->id, "Standard"),
                .is_paragraph = true,
                .outline_level = PL_WORD_NO_OUTLINE,
                .numbering = {.list = PL_NONE},
            };
        }
    }
    word->styles = pl_word_styles_make(
        styles->arena, items, count,
        (struct pl_word_defaults){.language = styles->language});
    word->language = styles->language;
    *section =
        (struct pl_word_section){PL_NONE, {styles->notes[0], styles->notes[1]}};
    word->sections = section;
    word->sections_count = 1;
}
