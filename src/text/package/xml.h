/* xml.h - XML read in one pass, with the place of everything; expat's only
 * door.
 *
 * A document type declaration is refused, so nothing is ever fetched or
 * expanded. Names are told apart by the URI of their namespace, never by its
 * prefix; those of the strict form of Office Open XML count as the
 * transitional ones. Depth, attributes and sizes are limited. */
#ifndef PLANLINT_TEXT_XML_H
#define PLANLINT_TEXT_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/range.h"
#include "base/str.h"

/* The namespaces that are known; the URIs are in xml_space.def. */
enum pl_xml_space {
    PL_XML_OTHER, /* any other, and none */
#define PL_XML_SPACE(constant, uri, strict_uri) PL_XML_##constant,
#include "text/package/xml_space.def"
#undef PL_XML_SPACE
};

/* A name that a reader asks for; made by its table, see pl_xml_names. */
struct pl_xml_name {
    enum pl_xml_space space;
    const char *local;
};

/* The elements and attributes that a reader knows, by their index; names that
 * it does not know have the index `count`. A name is there once, for elements
 * and attributes alike. */
struct pl_xml_names {
    const struct pl_xml_name *items;
    uint16_t count;
};

struct pl_xml_attribute {
    uint16_t name; /* index in the reader's names */
    pl_str value;  /* valid during the call */
};

struct pl_xml;

struct pl_xml_element {
    const struct pl_xml *xml;
    uint16_t name;
    uint16_t attribute_count; /* those that are known */
    const struct pl_xml_attribute *attributes;
    struct pl_range tag; /* bytes of the start tag in the part; an element
                            without an end tag has it all */
};

/* The value of an attribute, or NULL data. */
pl_str pl_xml_get(const struct pl_xml_element *element, uint16_t name);

/* What a prefix stands for at an element, for attributes that name prefixes. */
enum pl_xml_space pl_xml_space_of(const struct pl_xml_element *element,
                                  pl_str prefix);

/* What a reader does. Each returns false to end the reading, having set the
 * error. Offsets are bytes of the part. */
struct pl_xml_reader {
    struct pl_xml_names names;
    bool (*start)(void *context, const struct pl_xml_element *element,
                  struct pl_error *error);
    bool (*end)(void *context, uint16_t name, struct pl_range tag,
                struct pl_error *error);
    /* A piece of character data; `place` has its bytes, which are the text
     * itself (is_verbatim) or what stands for it: "&amp;", a line end. */
    bool (*text)(void *context, pl_str text, struct pl_range place,
                 bool is_verbatim, struct pl_error *error);
    void *context;
};

/* Parse a part piece by piece: begin, feed, end. `path` and `part` are for
 * messages: "plan.docx: word/document.xml:3:17: ...". */
struct pl_xml *pl_xml_begin(const struct pl_xml_reader *reader,
                            const char *path, const char *part);
PL_MUST_CHECK bool pl_xml_feed(struct pl_xml *xml, pl_str bytes,
                               struct pl_error *error);
/* Frees it, whatever came before. */
PL_MUST_CHECK bool pl_xml_end(struct pl_xml *xml, struct pl_error *error);
void pl_xml_free(struct pl_xml *xml); /* after a failure; takes NULL */

#endif
