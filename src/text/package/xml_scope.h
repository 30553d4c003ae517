/* xml_scope.h - what names mean at a place of a part: the namespaces that its
 * prefixes stand for, after "Namespaces in XML 1.0".
 *
 * Expat would tell, too, but takes longer over it than over all the rest: it
 * hashes and copies a whole URI for each attribute. Here a name is looked up
 * by its namespace's number and its local part. */
#ifndef PLANLINT_TEXT_XML_SCOPE_H
#define PLANLINT_TEXT_XML_SCOPE_H

#include "text/package/xml.h"

struct pl_arena;
struct pl_xml_scope;

/* That of a part, around all its elements; `names` are the reader's. */
struct pl_xml_scope *pl_xml_scope_new(struct pl_arena *arena,
                                      struct pl_xml_names names);

/* An element begins, whose attributes are names and values in turn up to a
 * NULL: what it declares holds from now on. NULL, or what is wrong. */
PL_MUST_CHECK const char *pl_xml_scope_enter(struct pl_xml_scope *scope,
                                             const char *const *attributes);
/* It ends. */
void pl_xml_scope_leave(struct pl_xml_scope *scope);

/* Whether an attribute is a declaration, and means nothing else. */
bool pl_xml_scope_declares(const char *name);

enum { PL_XML_MEANINGLESS = UINT16_MAX };

/* The index of a name as it is written, in the reader's names; their count: it
 * is none of them; PL_XML_MEANINGLESS: its prefix is declared nowhere. */
uint16_t pl_xml_scope_element(struct pl_xml_scope *scope, const char *name);
uint16_t pl_xml_scope_attribute(struct pl_xml_scope *scope, const char *name);

/* What a prefix stands for. */
enum pl_xml_space pl_xml_scope_space(struct pl_xml_scope *scope, pl_str prefix);

#endif
