/* Source: OpenDocument 1.3 part 3, 5.3 and 16.30 to 16.34; what LibreOffice
 * does where that leaves a choice. */
#include "text/odt/lists.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"

/* ----- which list is which ----- */

struct naming {
    struct pl_odt_tree *tree;
    struct pl_map *by_id;
    uint32_t count;
    uint32_t last; /* the list that came last; PL_NONE */
    pl_str last_style;
    pl_str outline; /* the name of the style of headings */
};

static uint32_t number_of_list(struct naming *it, uint32_t node)
{
    static const pl_str yes = PL_STR("true");
    const struct pl_odt_tree *tree = it->tree;
    pl_str style = pl_odt_get(tree, node, PL_ON_AT_STYLE_NAME);
    pl_str other = pl_odt_get(tree, node, PL_ON_AT_CONTINUE_LIST);
    bool goes_on =
        pl_str_eq(pl_odt_get(tree, node, PL_ON_AT_CONTINUE_NUMBERING), yes);
    uint32_t found = other.len > 0 ? pl_map_get(it->by_id, other) : PL_NONE;
    if (found == PL_NONE && other.len == 0 && goes_on && it->last != PL_NONE &&
        pl_str_eq(style, it->last_style)) {
        found = it->last;
    }
    if (found == PL_NONE) {
        found = pl_str_eq(style, it->outline) ? PL_ODT_OUTLINE : it->count++;
    }
    it->last = found;
    it->last_style = style;
    pl_str id = pl_odt_get(tree, node, PL_ON_AT_XML_ID);
    if (id.len > 0) {
        pl_map_put(it->by_id, id, it->last);
    }
    return it->last;
}

/* Paragraphs with a number of their own name the list that they are of. */
static uint32_t number_of_para(struct naming *it, uint32_t node)
{
    pl_str id = pl_odt_get(it->tree, node, PL_ON_AT_LIST_ID);
    if (id.len == 0) {
        return it->count++;
    }
    uint32_t list = pl_map_get_or_add(it->by_id, id, it->count);
    it->count += list == it->count;
    return list;
}

/* Lists in the items of a list are a part of it. */
static void mark_nested(struct pl_odt_tree *tree, uint32_t list)
{
    PL_ODT_EACH_CHILD (tree, item, list) {
        PL_ODT_EACH_CHILD (tree, child, item) {
            if (tree->nodes.items[child].name == PL_ON_LIST) {
                tree->nodes.items[child].list = tree->nodes.items[list].list;
            }
        }
    }
}

uint32_t pl_odt_lists_number(struct pl_odt_tree *tree, pl_str outline)
{
    struct naming it = {.tree = tree,
                        .by_id = pl_map_new(tree->arena, 64),
                        .count = PL_ODT_OUTLINE + 1,
                        .last = PL_NONE,
                        .outline = outline};
    for (uint32_t i = 0; i < tree->nodes.len; i++) {
        struct pl_odt_node *node = &tree->nodes.items[i];
        if (node->name == PL_ON_LIST && node->list == PL_NONE) {
            node->list = number_of_list(&it, i);
        }
        if (node->name == PL_ON_LIST) {
            mark_nested(tree, i);
        } else if (node->name == PL_ON_NUMBERED_PARAGRAPH) {
            node->list = number_of_para(&it, i);
        }
    }
    return it.count;
}

/* ----- counting ----- */

struct counter {
    bool is_set[PL_ODT_LEVELS];
    uint32_t values[PL_ODT_LEVELS];
    pl_str full[PL_ODT_LEVELS]; /* the last label in full context */
};

static void count(struct counter *counter,
                  const struct pl_odt_list_style *style,
                  const struct pl_odt_numbered *it)
{
    for (uint32_t k = 0; k <= it->level; k++) {
        bool is_own = k == it->level;
        if (is_own && it->start != PL_NONE) {
            counter->values[k] = it->start;
        } else if (!counter->is_set[k]) {
            counter->values[k] =
                style->levels[k].is_given ? style->levels[k].start : 1;
        } else if (is_own) {
            counter->values[k]++;
        }
        counter->is_set[k] = true;
    }
    for (uint32_t k = it->level + 1U; k < PL_ODT_LEVELS; k++) {
        counter->is_set[k] = false;
    }
}

/* ----- labels ----- */

/* a to z, aa, ab: without synchronised letters. */
static void add_letters(struct pl_buf *out, uint32_t number, char first)
{
    char letters[8];
    size_t len = 0;
    for (uint32_t rest = number; rest > 0; rest = (rest - 1) / 26) {
        letters[len++] = (char)(first + (char)((rest - 1) % 26));
    }
    while (len > 0) {
        pl_buf_add_char(out, letters[--len]);
    }
}

static void add_number(struct pl_buf *out, const struct pl_odt_level *level,
                       uint32_t number)
{
    bool is_upper = level->format == PL_WORD_FORMAT_UPPER_LETTER;
    bool is_letter = is_upper || level->format == PL_WORD_FORMAT_LOWER_LETTER;
    if (is_letter && !level->has_synced_letters) {
        add_letters(out, number, is_upper ? 'A' : 'a');
    } else if (!level->is_bullet) {
        pl_word_write_number(out, level->format, number, 0);
    }
}

/* "%1%.%2%": the level between two signs stands for its number; 0: none. */
static uint32_t level_at(pl_str pattern, size_t at, size_t *len)
{
    uint32_t level = 0;
    size_t end = at + 1;
    while (end < pattern.len && end < at + 3 && pattern.data[end] >= '0' &&
           pattern.data[end] <= '9') {
        level = level * 10 + (uint32_t)(pattern.data[end++] - '0');
    }
    bool is_level = end < pattern.len && pattern.data[end] == '%' &&
                    level >= 1 && level <= PL_ODT_LEVELS;
    *len = is_level ? end + 1 - at : 1;
    return is_level ? level : 0;
}

enum { LONGEST = 64 /* bytes of a label, or a little more */ };

/* Returns the outermost level that it shows. */
static uint32_t add_pattern(struct pl_buf *out,
                            const struct pl_odt_list_style *style,
                            const struct counter *counter, uint32_t level)
{
    pl_str pattern = style->levels[level].pattern;
    uint32_t outermost = level;
    size_t len;
    for (size_t at = 0; at < pattern.len; at += len) {
        bool begins = ((unsigned char)pattern.data[at] & 0xC0) != 0x80;
        uint32_t shown = 0;
        if (begins && out->len >= LONGEST) {
            break;
        }
        len = 1;
        if (pattern.data[at] == '%') {
            shown = level_at(pattern, at, &len);
        }
        if (shown > level + 1) {
            continue; /* of a level below */
        }
        if (shown > 0) {
            add_number(out, &style->levels[shown - 1],
                       counter->values[shown - 1]);
            outermost = shown - 1 < outermost ? shown - 1 : outermost;
        } else {
            pl_buf_add_char(out, pattern.data[at]);
        }
    }
    return outermost;
}

static uint32_t add_levels(struct pl_buf *out,
                           const struct pl_odt_list_style *style,
                           const struct counter *counter, uint32_t level)
{
    const struct pl_odt_level *own = &style->levels[level];
    uint32_t shown = own->format == PL_WORD_FORMAT_NONE ? 1 : own->shown;
    uint32_t first = shown > level ? 0 : level + 1 - shown;
    pl_buf_add(out, own->before);
    size_t start = out->len;
    for (uint32_t k = first; k <= level && out->len < LONGEST; k++) {
        size_t before = out->len;
        add_number(out, &style->levels[k], counter->values[k]);
        bool has_number = out->len > before;
        if (has_number && k < level) {
            pl_buf_add_char(out, '.');
        }
    }
    bool is_open = out->len > start && out->data[out->len - 1] == '.';
    out->len -= is_open; /* the number of the level itself is none */
    pl_buf_add(out, own->after);
    return first;
}

static pl_str without_stop(pl_str label)
{
    bool has_stop = label.len > 0 && label.data[label.len - 1] == '.';
    return pl_str_slice(label, 0, label.len - has_stop);
}

/* Characters of the fonts of bullets are in the private use area. */
static pl_str as_bullet(pl_str text)
{
    static const pl_str bullet = PL_STR("\xE2\x80\xA2");
    size_t len;
    uint32_t first = text.len > 0 ? pl_utf8_decode(text, 0, &len) : 0;
    return first == 0 || (first >= 0xE000 && first <= 0xF8FF) ? bullet : text;
}

static void label(struct pl_arena *arena, const struct pl_odt_list_style *style,
                  struct counter *counter, uint32_t level,
                  struct pl_word_label *out)
{
    const struct pl_odt_level *own = &style->levels[level];
    out->level = level < PL_WORD_LEVELS ? (uint8_t)level : PL_WORD_LEVELS - 1;
    out->suffix = own->suffix;
    out->is_bullet = own->is_bullet;
    if (own->is_bullet) {
        out->text = as_bullet(own->bullet);
        counter->full[level] = (pl_str){0};
        return;
    }
    struct pl_buf text = pl_buf_in(arena);
    uint32_t first = own->pattern.len > 0
                         ? add_pattern(&text, style, counter, level)
                         : add_levels(&text, style, counter, level);
    out->text = pl_buf_str(&text);
    struct pl_buf full = pl_buf_in(arena);
    if (first > 0) {
        pl_buf_add(&full, counter->full[first - 1]);
    }
    if (full.len < LONGEST) {
        pl_buf_add(&full, without_stop(out->text));
    }
    out->full = pl_buf_str(&full);
    counter->full[level] = out->full;
}

const struct pl_word_label *
pl_odt_lists_label(struct pl_arena *arena, const struct pl_odt_counting *it,
                   const struct pl_odt_numbered *numbered)
{
    size_t count_of = (size_t)it->paras + it->fields + 1;
    struct pl_word_label *labels =
        pl_arena_array(arena, count_of, sizeof(*labels));
    struct pl_arena *scratch = pl_arena_new();
    struct counter **counters =
        pl_arena_array(scratch, it->lists + 1, sizeof(struct counter *));
    for (uint32_t i = 0; i < it->paras; i++) {
        const struct pl_odt_numbered *own = &numbered[i];
        if (own->list == PL_NONE || own->style == PL_NONE) {
            continue;
        }
        const struct pl_odt_list_style *style =
            pl_odt_list_style_at(it->styles, own->style);
        struct counter **counter = &counters[own->list];
        if (!*counter) {
            *counter = pl_arena_alloc(scratch, sizeof(**counter));
        }
        if (style->levels[own->level].is_given) {
            count(*counter, style, own);
            label(arena, style, *counter, own->level, &labels[i]);
        }
    }
    pl_arena_free(scratch);
    return labels;
}
