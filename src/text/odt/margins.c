/* Headers and footers. They are in the part of the styles, page by page; what
 * was changed in them is read as it is in the end. */
#include "base/arena.h"
#include "text/odt/reader.h"

struct pages {
    const struct pl_odt_tree *tree;
    struct pl_map *by_name; /* nodes */
    PL_VEC(uint32_t) nodes;
    bool *is_used; /* by node, as they are in `nodes` */
};

static void use(struct pages *pages, pl_str name)
{
    uint32_t index = pl_map_get(pages->by_name, name);
    while (index < pages->nodes.len && !pages->is_used[index]) {
        pages->is_used[index] = true;
        pl_str next = pl_odt_get(pages->tree, pages->nodes.items[index],
                                 PL_ON_AT_NEXT_STYLE);
        index = next.len > 0 ? pl_map_get(pages->by_name, next) : PL_NONE;
    }
}

static struct pages pages_of(struct pl_arena *arena,
                             const struct pl_odt_tree *tree)
{
    struct pages pages = {.tree = tree, .by_name = pl_map_new(arena, 16)};
    for (uint32_t i = 0; i < tree->nodes.len; i++) {
        if (tree->nodes.items[i].name == PL_ON_MASTER_PAGE) {
            pl_map_get_or_add(pages.by_name,
                              pl_odt_get(tree, i, PL_ON_AT_STYLE),
                              (uint32_t)pages.nodes.len);
            *PL_VEC_PUSH(arena, &pages.nodes) = i;
        }
    }
    pages.is_used = pl_arena_array(arena, pages.nodes.len + 1, sizeof(bool));
    return pages;
}

/* The first paragraph says on which page the text begins, or it is on the one
 * that is named "Standard", or on the first. */
static pl_str first_page(const struct pl_odt_reader *reader, uint32_t text,
                         const struct pages *pages)
{
    static const pl_str standard = PL_STR("Standard");
    uint32_t first = PL_NONE;
    PL_ODT_EACH_CHILD (reader->tree, child, text) {
        if (pl_odt_is_para(reader, child)) {
            first = child;
            break;
        }
    }
    pl_str own =
        first == PL_NONE
            ? (pl_str){0}
            : pl_odt_para_style(reader->styles, pl_odt_get(reader->tree, first,
                                                           PL_ON_AT_STYLE_NAME))
                  .master_page;
    if (own.len > 0) {
        return own;
    }
    bool has_standard = pl_map_get(pages->by_name, standard) != PL_NONE;
    return has_standard || pages->nodes.len == 0
               ? standard
               : pl_odt_get(pages->tree, pages->nodes.items[0], PL_ON_AT_STYLE);
}

static void wait_for(struct pl_odt_reader *reader, uint32_t node,
                     enum pl_word_story_kind kind)
{
    struct pl_word_draft *draft = reader->draft;
    *PL_VEC_PUSH(reader->arena, &reader->waiting) = (struct pl_odt_waiting){
        .node = node,
        .story = (uint32_t)draft->stories.len,
        .states = PL_WORD_ALWAYS,
        .change = PL_NONE,
        .is_margin = true,
    };
    *PL_VEC_PUSH(draft->arena, &draft->stories) =
        (struct pl_word_story){.kind = kind,
                               .part = pl_odt_part(reader, true),
                               .anchor = PL_NONE,
                               .is_shown = true};
}

static void wait_for_page(struct pl_odt_reader *reader,
                          const struct pl_odt_tree *tree, uint32_t page)
{
    static const pl_str no = PL_STR("false");
    PL_ODT_EACH_CHILD (tree, child, page) {
        uint16_t name = tree->nodes.items[child].name;
        if (pl_str_eq(pl_odt_get(tree, child, PL_ON_AT_STYLE_DISPLAY), no)) {
            continue;
        }
        if (name >= PL_ON_HEADER && name <= PL_ON_HEADER_FIRST_EARLY) {
            wait_for(reader, child, PL_WORD_HEADER);
        } else if (name >= PL_ON_FOOTER && name <= PL_ON_FOOTER_FIRST_EARLY) {
            wait_for(reader, child, PL_WORD_FOOTER);
        }
    }
}

void pl_odt_margins_wait(struct pl_odt_reader *reader, uint32_t text)
{
    struct pages pages = pages_of(reader->arena, reader->trees[1]);
    use(&pages, first_page(reader, text, &pages));
    pl_str name;
    for (size_t i = 0; (name = pl_odt_master_page_at(reader->styles, i)).data;
         i++) {
        use(&pages, name);
    }
    for (size_t i = 0; i < pages.nodes.len; i++) {
        if (pages.is_used[i]) {
            wait_for_page(reader, pages.tree, pages.nodes.items[i]);
        }
    }
}
