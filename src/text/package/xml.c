#include "text/package/xml.h"

#include <assert.h>
#include <expat.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"
#include "base/vec.h"

enum {
    MAX_DEPTH = 256,
    MAX_ATTRIBUTES = 512, /* of an element */
    MAX_VALUE = 1024 * 1024,
    MAX_DECLARATIONS = 10000, /* of namespaces, in a part */
    SEPARATOR = '|',          /* between URI and local name; in no URI here */
    HASHED = 16,              /* bytes at a name's end that its hash is of */
};

static const struct {
    const char *uri;
    const char *strict_uri; /* or NULL */
} spaces[] = {
    {NULL, NULL},
#define PL_XML_SPACE(constant, uri, strict_uri) {uri, strict_uri},
#include "text/package/xml_space.def"
#undef PL_XML_SPACE
};

/* A name as expat writes it: "URI|local", or "local" without a namespace. */
struct slot {
    pl_str name; /* NULL data: free */
    uint16_t index;
};

/* What a prefix stands for, from a start tag to its end tag. */
struct binding {
    pl_str prefix;
    enum pl_xml_space space;
    uint32_t outer; /* binding of the same prefix around it; PL_NONE */
};

struct pl_xml {
    const struct pl_xml_reader *reader;
    struct pl_arena *arena;
    XML_Parser parser;
    const char *path;
    const char *part;
    struct slot *slots;
    uint32_t mask; /* of a power of two */
    uint32_t depth;
    uint32_t declarations;
    PL_VEC(struct binding) bindings; /* that hold, the innermost last */
    struct pl_map *by_prefix;        /* the innermost of each, or PL_NONE */
    struct pl_xml_attribute attributes[MAX_ATTRIBUTES];
    struct pl_error error;
    bool has_failed;
    bool is_quoted; /* in a CDATA section */
};

/* ----- names ----- */

/* Of its last bytes, which is where names differ, and of its length. */
static uint32_t hash_of(pl_str name)
{
    size_t start = name.len > HASHED ? name.len - HASHED : 0;
    uint32_t hash = 2166136261U ^ (uint32_t)name.len;
    for (size_t i = start; i < name.len; i++) {
        hash = (hash ^ (unsigned char)name.data[i]) * 16777619U;
    }
    return hash;
}

static struct slot *slot_of(const struct pl_xml *xml, pl_str name)
{
    uint32_t at = hash_of(name) & xml->mask;
    while (xml->slots[at].name.data && !pl_str_eq(xml->slots[at].name, name)) {
        at = (at + 1) & xml->mask;
    }
    return &xml->slots[at];
}

static void add_name(struct pl_xml *xml, const char *uri, uint16_t index)
{
    const char *local = xml->reader->names.items[index].local;
    const char *name =
        uri ? pl_arena_printf(xml->arena, "%s%c%s", uri, SEPARATOR, local)
            : local;
    *slot_of(xml, pl_str_from(name)) = (struct slot){pl_str_from(name), index};
}

static void add_names(struct pl_xml *xml)
{
    uint32_t size = 64;
    while (size < 4U * xml->reader->names.count) {
        size *= 2;
    }
    xml->mask = size - 1;
    xml->slots = pl_arena_array(xml->arena, size, sizeof(*xml->slots));
    for (uint16_t i = 0; i < xml->reader->names.count; i++) {
        enum pl_xml_space space = xml->reader->names.items[i].space;
        add_name(xml, spaces[space].uri, i);
        if (spaces[space].strict_uri) {
            add_name(xml, spaces[space].strict_uri, i);
        }
    }
}

static uint16_t index_of(const struct pl_xml *xml, const char *name)
{
    const struct slot *slot = slot_of(xml, pl_str_from(name));
    return slot->name.data ? slot->index : xml->reader->names.count;
}

pl_str pl_xml_get(const struct pl_xml_element *element, uint16_t name)
{
    for (uint16_t i = 0; i < element->attribute_count; i++) {
        if (element->attributes[i].name == name) {
            return element->attributes[i].value;
        }
    }
    return (pl_str){0};
}

/* ----- failures ----- */

static void stop(struct pl_xml *xml)
{
    xml->has_failed = true;
    XML_StopParser(xml->parser, XML_FALSE);
}

static void fail(struct pl_xml *xml, const char *what)
{
    if (!xml->has_failed) {
        pl_error_set(&xml->error, "%s: %s:%lu:%lu: %s", xml->path, xml->part,
                     (unsigned long)XML_GetCurrentLineNumber(xml->parser),
                     (unsigned long)XML_GetCurrentColumnNumber(xml->parser) + 1,
                     what);
        stop(xml);
    }
}

/* ----- what expat tells ----- */

static struct pl_range place_of(const struct pl_xml *xml)
{
    uint32_t start = (uint32_t)XML_GetCurrentByteIndex(xml->parser);
    uint32_t len = (uint32_t)XML_GetCurrentByteCount(xml->parser);
    return (struct pl_range){start, start + len};
}

/* The attributes that the reader knows; false after a failure. */
static bool take_attributes(struct pl_xml *xml, const XML_Char **pairs,
                            uint16_t *count)
{
    size_t all = 0;
    for (size_t i = 0; pairs[i]; i += 2) {
        uint16_t name = index_of(xml, pairs[i]);
        pl_str value = pl_str_from(pairs[i + 1]);
        if (++all > MAX_ATTRIBUTES || value.len > MAX_VALUE) {
            fail(xml, "an element with more attributes than are read");
            return false;
        }
        if (name != xml->reader->names.count) {
            xml->attributes[(*count)++] =
                (struct pl_xml_attribute){name, value};
        }
    }
    return true;
}

static void on_start(void *context, const XML_Char *name,
                     const XML_Char **attributes)
{
    struct pl_xml *xml = context;
    uint16_t count = 0;
    if (xml->has_failed) {
        return;
    }
    if (++xml->depth > MAX_DEPTH) {
        fail(xml, "elements are nested deeper than is read");
        return;
    }
    if (take_attributes(xml, attributes, &count)) {
        struct pl_xml_element element = {
            .xml = xml,
            .name = index_of(xml, name),
            .attribute_count = count,
            .attributes = xml->attributes,
            .tag = place_of(xml),
        };
        if (!xml->reader->start(xml->reader->context, &element, &xml->error)) {
            stop(xml);
        }
    }
}

static void on_end(void *context, const XML_Char *name)
{
    struct pl_xml *xml = context;
    if (xml->has_failed) {
        return;
    }
    xml->depth--;
    if (!xml->reader->end(xml->reader->context, index_of(xml, name),
                          place_of(xml), &xml->error)) {
        stop(xml);
    }
}

static void on_text(void *context, const XML_Char *text, int len)
{
    struct pl_xml *xml = context;
    if (xml->has_failed || !xml->reader->text) {
        return;
    }
    struct pl_range place = place_of(xml);
    bool is_line_end = len == 1 && *text == '\n'; /* or what stood for it */
    bool is_verbatim = place.end - place.start == (uint32_t)len &&
                       !xml->is_quoted && !is_line_end;
    if (!xml->reader->text(xml->reader->context, (pl_str){text, (size_t)len},
                           place, is_verbatim, &xml->error)) {
        stop(xml);
    }
}

static void on_quote(void *context)
{
    struct pl_xml *xml = context;
    xml->is_quoted = true;
}

static void on_end_of_quote(void *context)
{
    struct pl_xml *xml = context;
    xml->is_quoted = false;
}

static void on_doctype(void *context, const XML_Char *name,
                       const XML_Char *system, const XML_Char *public,
                       int has_internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)has_internal;
    fail(context, "a document type declaration, which no Word file has");
}

static enum pl_xml_space space_of(const XML_Char *uri)
{
    for (size_t i = PL_XML_OTHER + 1; uri && i < PL_COUNT(spaces); i++) {
        const char *strict = spaces[i].strict_uri;
        if (strcmp(uri, spaces[i].uri) == 0 ||
            (strict && strcmp(uri, strict) == 0)) {
            return (enum pl_xml_space)i;
        }
    }
    return PL_XML_OTHER;
}

static void on_namespace(void *context, const XML_Char *prefix,
                         const XML_Char *uri)
{
    struct pl_xml *xml = context;
    if (++xml->declarations > MAX_DECLARATIONS) {
        fail(xml, "more declarations of namespaces than are read");
        return;
    }
    pl_str name = pl_arena_copy(xml->arena, pl_str_from(prefix ? prefix : ""));
    uint32_t outer = pl_map_get(xml->by_prefix, name);
    pl_map_put(xml->by_prefix, name, (uint32_t)xml->bindings.len);
    *PL_VEC_PUSH(xml->arena, &xml->bindings) =
        (struct binding){name, space_of(uri), outer};
}

static void on_end_of_namespace(void *context, const XML_Char *prefix)
{
    struct pl_xml *xml = context;
    (void)prefix; /* those of one element end together */
    if (xml->bindings.len > 0) {
        struct binding last = xml->bindings.items[--xml->bindings.len];
        pl_map_put(xml->by_prefix, last.prefix, last.outer);
    }
}

enum pl_xml_space pl_xml_space_of(const struct pl_xml_element *element,
                                  pl_str prefix)
{
    const struct pl_xml *xml = element->xml;
    uint32_t found = pl_map_get(xml->by_prefix, prefix);
    return found == PL_NONE ? PL_XML_OTHER : xml->bindings.items[found].space;
}

/* ----- a part ----- */

struct pl_xml *pl_xml_begin(const struct pl_xml_reader *reader,
                            const char *path, const char *part)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_xml *xml = pl_arena_alloc(arena, sizeof(*xml));
    xml->reader = reader;
    xml->arena = arena;
    xml->path = path;
    xml->part = part;
    xml->by_prefix = pl_map_new(arena, 32);
    add_names(xml);
    xml->parser = XML_ParserCreateNS(NULL, SEPARATOR);
    if (!xml->parser) {
        pl_error_set(&xml->error, "%s: out of memory", path);
        xml->has_failed = true;
        return xml;
    }
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_start, on_end);
    XML_SetCharacterDataHandler(xml->parser, on_text);
    XML_SetCdataSectionHandler(xml->parser, on_quote, on_end_of_quote);
    XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
    XML_SetNamespaceDeclHandler(xml->parser, on_namespace, on_end_of_namespace);
    return xml;
}

static bool parse(struct pl_xml *xml, pl_str bytes, bool is_last,
                  struct pl_error *error)
{
    assert(bytes.len <= INT32_MAX);
    if (!xml->has_failed && XML_Parse(xml->parser, bytes.data, (int)bytes.len,
                                      is_last) == XML_STATUS_ERROR) {
        fail(xml, XML_ErrorString(XML_GetErrorCode(xml->parser)));
    }
    if (xml->has_failed) {
        *error = xml->error;
    }
    return !xml->has_failed;
}

bool pl_xml_feed(struct pl_xml *xml, pl_str bytes, struct pl_error *error)
{
    return parse(xml, bytes, false, error);
}

bool pl_xml_end(struct pl_xml *xml, struct pl_error *error)
{
    bool ok = parse(xml, (pl_str){"", 0}, true, error);
    pl_xml_free(xml);
    return ok;
}

void pl_xml_free(struct pl_xml *xml)
{
    if (xml) {
        if (xml->parser) {
            XML_ParserFree(xml->parser);
        }
        pl_arena_free(xml->arena);
    }
}
