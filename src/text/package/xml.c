#include "text/package/xml.h"

#include <assert.h>
#include <expat.h>

#include "base/arena.h"
#include "text/package/xml_scope.h"

enum {
    MAX_DEPTH = 256,
    MAX_ATTRIBUTES = 512,    /* of an element */
    MAX_VALUE = 1024 * 1024, /* bytes of an attribute that is known */
};

struct pl_xml {
    const struct pl_xml_reader *reader;
    struct pl_arena *arena;
    XML_Parser parser;
    const char *path;
    const char *part;
    struct pl_xml_scope *scope;
    uint32_t depth;
    uint16_t open[MAX_DEPTH + 1]; /* names, by depth */
    struct pl_xml_attribute attributes[MAX_ATTRIBUTES];
    struct pl_error error;
    bool has_failed;
    bool is_quoted; /* in a CDATA section */
};

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

static const char unbound[] = "unbound prefix";
static const char too_much[] = "an element with more attributes than are read";

static struct pl_range place_of(const struct pl_xml *xml)
{
    uint32_t start = (uint32_t)XML_GetCurrentByteIndex(xml->parser);
    uint32_t len = (uint32_t)XML_GetCurrentByteCount(xml->parser);
    return (struct pl_range){start, start + len};
}

static bool has(const struct pl_xml *xml, uint16_t count, uint16_t name)
{
    for (uint16_t i = 0; i < count; i++) {
        if (xml->attributes[i].name == name) {
            return true;
        }
    }
    return false;
}

static const char *take_attribute(struct pl_xml *xml, const XML_Char **pair,
                                  uint16_t *count)
{
    uint16_t name = pl_xml_scope_attribute(xml->scope, pair[0]);
    if (name == PL_XML_MEANINGLESS) {
        return unbound;
    }
    if (name == xml->reader->names.count) {
        return NULL;
    }
    pl_str value = pl_str_from(pair[1]);
    if (value.len > MAX_VALUE) {
        return too_much;
    }
    if (has(xml, *count, name)) {
        return "an attribute that is there twice";
    }
    xml->attributes[(*count)++] = (struct pl_xml_attribute){name, value};
    return NULL;
}

/* Those that the reader knows. NULL, or what is wrong. */
static const char *take_attributes(struct pl_xml *xml, const XML_Char **pairs,
                                   uint16_t *count)
{
    const char *wrong = NULL;
    size_t all = 0;
    for (size_t i = 0; pairs[i] && !wrong; i += 2) {
        if (!pl_xml_scope_declares(pairs[i])) {
            wrong = ++all > MAX_ATTRIBUTES
                        ? too_much
                        : take_attribute(xml, &pairs[i], count);
        }
    }
    return wrong;
}

/* NULL, or what is wrong. */
static const char *take_element(struct pl_xml *xml, const XML_Char *name,
                                const XML_Char **attributes,
                                struct pl_xml_element *element)
{
    if (++xml->depth > MAX_DEPTH) {
        return "elements are nested deeper than is read";
    }
    const char *wrong = pl_xml_scope_enter(xml->scope, attributes);
    if (wrong) {
        return wrong;
    }
    *element = (struct pl_xml_element){
        .xml = xml,
        .name = pl_xml_scope_element(xml->scope, name),
        .attributes = xml->attributes,
        .tag = place_of(xml),
    };
    xml->open[xml->depth] = element->name;
    return element->name == PL_XML_MEANINGLESS
               ? unbound
               : take_attributes(xml, attributes, &element->attribute_count);
}

static void on_start(void *context, const XML_Char *name,
                     const XML_Char **attributes)
{
    struct pl_xml *xml = context;
    struct pl_xml_element element;
    if (xml->has_failed) {
        return;
    }
    const char *wrong = take_element(xml, name, attributes, &element);
    if (wrong) {
        fail(xml, wrong);
    } else if (!xml->reader->start(xml->reader->context, &element,
                                   &xml->error)) {
        stop(xml);
    }
}

static void on_end(void *context, const XML_Char *name)
{
    struct pl_xml *xml = context;
    (void)name;
    if (xml->has_failed) {
        return;
    }
    pl_xml_scope_leave(xml->scope);
    if (!xml->reader->end(xml->reader->context, xml->open[xml->depth--],
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

enum pl_xml_space pl_xml_space_of(const struct pl_xml_element *element,
                                  pl_str prefix)
{
    return pl_xml_scope_space(element->xml->scope, prefix);
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
    xml->scope = pl_xml_scope_new(arena, reader->names);
    xml->parser = XML_ParserCreate(NULL);
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
