#include "text/odt/tree.h"

#include "base/arena.h"
#include "base/buf.h"
#include "text/package/opc.h"
#include "text/package/zip.h"

enum {
    MOST = 96 * 1024 * 1024, /* bytes of a tree */
    DEEPEST = 260            /* more than elements nest */
};

static const struct pl_xml_name names[PL_ON_UNKNOWN] = {
#define PL_ODT_NAME(constant, space, local) {PL_XML_##space, local},
#include "text/odt/name.def"
#undef PL_ODT_NAME
};

struct reading {
    struct pl_odt_tree *tree;
    const char *path;
    uint32_t open[DEEPEST]; /* nodes whose end has not come */
    uint32_t depth;
    uint32_t skipped;   /* depth in what is passed over; 0: in nothing */
    struct pl_buf text; /* of characters that may go on */
    struct pl_range place;
    size_t size; /* bytes of text and values */
};

static bool is_passed_over(uint16_t name)
{
    return name >= PL_ON_BINARY_DATA && name <= PL_ON_BIBLIOGRAPHY_SOURCE;
}

static bool has_room(const struct reading *reading, struct pl_error *error)
{
    const struct pl_odt_tree *tree = reading->tree;
    size_t size = tree->nodes.len * sizeof(*tree->nodes.items) +
                  tree->attributes.len * sizeof(*tree->attributes.items) +
                  reading->size + reading->text.len;
    return size <= MOST ||
           PL_FAIL(error, "%s: holds more than is read of a document",
                   reading->path);
}

static void add_characters(struct reading *reading, pl_str text,
                           struct pl_range place, bool is_verbatim)
{
    struct pl_odt_tree *tree = reading->tree;
    struct pl_odt_node *node = PL_VEC_PUSH(tree->arena, &tree->nodes);
    *node = (struct pl_odt_node){
        .name = PL_ON_CHARACTERS,
        .is_verbatim = is_verbatim,
        .end = (uint32_t)tree->nodes.len,
        .xml = place,
        .text = pl_arena_copy(tree->arena, text),
    };
    reading->size += text.len;
}

/* The parser tells of text in pieces; what stands together becomes one. */
static void flush(struct reading *reading)
{
    if (reading->text.len > 0) {
        add_characters(reading, pl_buf_str(&reading->text), reading->place,
                       true);
        reading->text.len = 0;
    }
}

static bool on_text(void *context, pl_str text, struct pl_range place,
                    bool is_verbatim, struct pl_error *error)
{
    struct reading *reading = context;
    if (reading->skipped > 0 || reading->depth == 0) {
        return true;
    }
    bool goes_on = is_verbatim && reading->place.end == place.start;
    if (reading->text.len > 0 && !goes_on) {
        flush(reading);
    }
    if (!is_verbatim) {
        add_characters(reading, text, place, false);
        return has_room(reading, error);
    }
    reading->place.start =
        reading->text.len > 0 ? reading->place.start : place.start;
    reading->place.end = place.end;
    pl_buf_add(&reading->text, text);
    return has_room(reading, error);
}

static void add_element(struct reading *reading,
                        const struct pl_xml_element *element)
{
    struct pl_odt_tree *tree = reading->tree;
    struct pl_odt_node *node = PL_VEC_PUSH(tree->arena, &tree->nodes);
    *node = (struct pl_odt_node){
        .name = element->name,
        .first = (uint32_t)tree->attributes.len,
        .count = element->attribute_count,
        .list = PL_NONE,
        .xml = element->tag,
    };
    for (uint16_t i = 0; i < element->attribute_count; i++) {
        pl_str value = element->attributes[i].value;
        *PL_VEC_PUSH(tree->arena, &tree->attributes) =
            (struct pl_xml_attribute){element->attributes[i].name,
                                      pl_arena_copy(tree->arena, value)};
        reading->size += value.len;
    }
}

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct reading *reading = context;
    flush(reading);
    if (reading->skipped > 0 || is_passed_over(element->name)) {
        reading->skipped++;
        return true;
    }
    if (reading->depth == DEEPEST) {
        return PL_FAIL(error, "%s: elements are nested deeper than is read",
                       reading->path);
    }
    reading->open[reading->depth++] = (uint32_t)reading->tree->nodes.len;
    add_element(reading, element);
    return has_room(reading, error);
}

static bool on_end(void *context, uint16_t name, struct pl_range tag,
                   struct pl_error *error)
{
    struct reading *reading = context;
    (void)name;
    (void)error;
    flush(reading);
    if (reading->skipped > 0) {
        reading->skipped--;
        return true;
    }
    struct pl_odt_node *node =
        &reading->tree->nodes.items[reading->open[--reading->depth]];
    node->end = (uint32_t)reading->tree->nodes.len;
    node->xml.end = tag.end;
    return true;
}

static struct pl_xml_reader reader_of(struct reading *reading)
{
    return (struct pl_xml_reader){.names = {names, PL_ON_UNKNOWN},
                                  .start = on_start,
                                  .end = on_end,
                                  .text = on_text,
                                  .context = reading};
}

bool pl_odt_tree_read(struct pl_odt_tree *tree, struct pl_zip *zip,
                      size_t entry, struct pl_error *error)
{
    struct reading reading = {
        .tree = tree, .path = pl_zip_path(zip), .text = pl_buf_in(tree->arena)};
    struct pl_xml_reader reader = reader_of(&reading);
    return pl_opc_read_part(zip, entry, &reader, error);
}

bool pl_odt_tree_read_flat(struct pl_odt_tree *tree, const char *path,
                           pl_str bytes, struct pl_error *error)
{
    enum { PIECE = 64 * 1024 };
    struct reading reading = {
        .tree = tree, .path = path, .text = pl_buf_in(tree->arena)};
    struct pl_xml_reader reader = reader_of(&reading);
    struct pl_xml *xml = pl_xml_begin(&reader, path, "document");
    for (size_t at = 0; at < bytes.len; at += PIECE) {
        if (!pl_xml_feed(xml, pl_str_slice(bytes, at, at + PIECE), error)) {
            pl_xml_free(xml);
            return false;
        }
    }
    return pl_xml_end(xml, error);
}

pl_str pl_odt_get(const struct pl_odt_tree *tree, uint32_t node,
                  enum pl_odt_name name)
{
    const struct pl_odt_node *it = &tree->nodes.items[node];
    for (uint32_t i = it->first; i < it->first + it->count; i++) {
        if (tree->attributes.items[i].name == name) {
            return tree->attributes.items[i].value;
        }
    }
    return (pl_str){0};
}

uint32_t pl_odt_find(const struct pl_odt_tree *tree, uint32_t from,
                     uint32_t end, enum pl_odt_name name)
{
    for (uint32_t i = from; i < end; i++) {
        if (tree->nodes.items[i].name == name) {
            return i;
        }
    }
    return PL_NONE;
}

pl_str pl_odt_text_of(const struct pl_odt_tree *tree, uint32_t node)
{
    struct pl_buf out = pl_buf_in(tree->arena);
    for (uint32_t i = node + 1; i < tree->nodes.items[node].end; i++) {
        pl_buf_add(&out, tree->nodes.items[i].text);
    }
    return pl_str_trim(pl_buf_str(&out));
}
