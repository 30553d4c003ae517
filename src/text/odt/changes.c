/* Tracked changes. What is inserted stands in the text, between two marks; what
 * is deleted stands aside, and a mark is where it was. Source: OpenDocument 1.3
 * part 3, 5.5. */
#include "base/arena.h"
#include "text/odt/reader.h"

enum { DEEPEST = 16 /* deletions in deletions */ };

uint8_t pl_odt_states(const struct pl_odt_reader *reader)
{
    unsigned states = reader->open_count > 0 || reader->is_deleted_insert
                          ? PL_WORD_FINAL
                          : PL_WORD_ALWAYS;
    return (uint8_t)(states & (reader->deletions > 0 ? PL_WORD_ORIGINAL
                                                     : PL_WORD_ALWAYS));
}

uint32_t pl_odt_change(struct pl_odt_reader *reader)
{
    if (reader->deletions > 0) {
        return reader->deletion;
    }
    while (reader->open_regions.len > 0) {
        const struct pl_odt_region *last =
            &reader->regions.items[reader->open_regions
                                       .items[reader->open_regions.len - 1]];
        if (last->is_open) {
            return last->insertion;
        }
        reader->open_regions.len--;
    }
    return PL_NONE;
}

/* ----- regions ----- */

static pl_str text_in(const struct pl_odt_reader *reader, uint32_t node,
                      enum pl_odt_name name)
{
    uint32_t info = pl_odt_find(
        reader->tree, node, pl_odt_at(reader, node)->end, PL_ON_CHANGE_INFO);
    if (info == PL_NONE) {
        return (pl_str){0};
    }
    uint32_t found =
        pl_odt_find(reader->tree, info, pl_odt_at(reader, info)->end, name);
    return found == PL_NONE ? (pl_str){0} : pl_odt_text_of(reader->tree, found);
}

static uint32_t add_change(struct pl_odt_reader *reader, uint32_t node,
                           enum pl_word_change_kind kind, pl_str id)
{
    struct pl_word_draft *draft = reader->draft;
    *PL_VEC_PUSH(draft->arena, &draft->changes) = (struct pl_word_change){
        .kind = kind,
        .id = id,
        .author = text_in(reader, node, PL_ON_CREATOR),
        .date = text_in(reader, node, PL_ON_DATE),
    };
    return (uint32_t)draft->changes.len - 1;
}

static void take_region(struct pl_odt_reader *reader, uint32_t node)
{
    struct pl_odt_region region = {PL_NONE, PL_NONE, PL_NONE, false, false};
    pl_str id = pl_odt_get(reader->tree, node, PL_ON_AT_XML_ID);
    id = id.len > 0 ? id : pl_odt_get(reader->tree, node, PL_ON_AT_TEXT_ID);
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        uint16_t name = pl_odt_at(reader, child)->name;
        if (name == PL_ON_DELETION && region.deletion == PL_NONE) {
            region.deletion = child;
            region.removal = add_change(reader, child, PL_WORD_DELETED, id);
        } else if (name == PL_ON_INSERTION && region.insertion == PL_NONE) {
            region.insertion = add_change(reader, child, PL_WORD_INSERTED, id);
        }
    }
    *PL_VEC_PUSH(reader->arena, &reader->regions) = region;
    pl_map_get_or_add(reader->regions_by_id, id,
                      (uint32_t)reader->regions.len - 1);
}

void pl_odt_regions_take(struct pl_odt_reader *reader)
{
    for (uint32_t i = 0; i < reader->tree->nodes.len; i++) {
        if (pl_odt_at(reader, i)->name == PL_ON_CHANGED_REGION) {
            take_region(reader, i);
        }
    }
}

/* ----- marks ----- */

static void open_region(struct pl_odt_reader *reader, uint32_t index)
{
    struct pl_odt_region *region = &reader->regions.items[index];
    if (region->insertion != PL_NONE && !region->is_open) {
        region->is_open = true;
        reader->open_count++;
        *PL_VEC_PUSH(reader->arena, &reader->open_regions) = index;
    }
}

static void close_region(struct pl_odt_reader *reader, uint32_t index)
{
    struct pl_odt_region *region = &reader->regions.items[index];
    if (region->is_open) {
        region->is_open = false;
        reader->open_count--;
    }
}

/* The last paragraph among the blocks of a node, unless a table is behind it;
 * PL_NONE. */
static uint32_t last_para(const struct pl_odt_reader *reader, uint32_t node)
{
    uint32_t last = PL_NONE;
    PL_ODT_EACH_CHILD (reader->tree, child, node) {
        uint16_t name = pl_odt_at(reader, child)->name;
        if (pl_odt_is_para(reader, child)) {
            last = child;
        } else if (name == PL_ON_TABLE) {
            last = PL_NONE;
        } else if (name != PL_ON_CHARACTERS && name != PL_ON_CHANGE_INFO) {
            uint32_t inside = last_para(reader, child);
            last = inside != PL_NONE ? inside : last;
        }
    }
    return last;
}

/* As if the first and the last tag of the paragraphs were not there: 5.5.4. */
static bool read_spliced(struct pl_odt_reader *reader, uint32_t deletion,
                         struct pl_error *error)
{
    struct pl_odt_splice around = reader->splice;
    struct pl_odt_list_place list = reader->list;
    uint32_t host = reader->para;
    reader->splice = (struct pl_odt_splice){
        .is_first = host != PL_NONE,
        .last = host != PL_NONE ? last_para(reader, deletion) : PL_NONE,
    };
    reader->list = (struct pl_odt_list_place){.list = PL_NONE};
    bool ok = pl_odt_read_blocks(reader, deletion, error);
    reader->list = list;
    reader->splice = around;
    return ok && (host == PL_NONE || reader->para != PL_NONE ||
                  pl_odt_go_on(reader, host, error));
}

static bool read_deletion(struct pl_odt_reader *reader, uint32_t index,
                          struct pl_error *error)
{
    struct pl_odt_region *region = &reader->regions.items[index];
    if (region->deletion == PL_NONE || region->is_read ||
        reader->deletions >= DEEPEST) {
        return true;
    }
    uint32_t change = reader->deletion;
    bool is_deleted_insert = reader->is_deleted_insert;
    region->is_read = true;
    reader->deletions++;
    reader->deletion = region->removal;
    reader->is_deleted_insert |= region->insertion != PL_NONE;
    bool ok = read_spliced(reader, region->deletion, error);
    reader->deletions--;
    reader->deletion = change;
    reader->is_deleted_insert = is_deleted_insert;
    return ok;
}

bool pl_odt_is_change_mark(uint16_t name)
{
    return name == PL_ON_CHANGE || name == PL_ON_CHANGE_START ||
           name == PL_ON_CHANGE_END;
}

bool pl_odt_change_mark(struct pl_odt_reader *reader, uint32_t node,
                        struct pl_error *error)
{
    uint32_t found =
        pl_map_get(reader->regions_by_id,
                   pl_odt_get(reader->tree, node, PL_ON_AT_CHANGE_ID));
    if (found == PL_NONE || reader->is_margin) {
        return true;
    }
    switch (pl_odt_at(reader, node)->name) {
    case PL_ON_CHANGE_START:
        open_region(reader, found);
        return true;
    case PL_ON_CHANGE_END:
        close_region(reader, found);
        return true;
    default:
        return read_deletion(reader, found, error);
    }
}
