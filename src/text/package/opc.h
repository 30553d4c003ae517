/* opc.h - the parts of an Office Open XML package and how they are related.
 *
 * Parts are found by their relationships, never by the names that they usually
 * have. Nothing outside of the package is ever read. */
#ifndef PLANLINT_TEXT_OPC_H
#define PLANLINT_TEXT_OPC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;
struct pl_map;
struct pl_xml_reader;
struct pl_zip;

struct pl_opc_relation {
    pl_str id;     /* "rId3" */
    pl_str type;   /* the last segment of the type: "styles", "footnotes" */
    pl_str target; /* a part's name, without "/" before it: "word/styles.xml";
                      as written when it is external */
    bool is_external;
};

struct pl_opc_relations {
    const struct pl_opc_relation *items;
    size_t count;
    const struct pl_map *by_id;
};

enum { PL_OPC_MAX_RELATIONS = 10000 };

/* The relations of a part; of the package for the empty name. None when the
 * package has no such list. */
PL_MUST_CHECK bool pl_opc_relations(struct pl_arena *arena, struct pl_zip *zip,
                                    pl_str part, struct pl_opc_relations *out,
                                    struct pl_error *error);

/* The first of that type inside the package, or NULL. */
const struct pl_opc_relation *
pl_opc_relation_of(const struct pl_opc_relations *relations, const char *type);
const struct pl_opc_relation *
pl_opc_relation_by_id(const struct pl_opc_relations *relations, pl_str id);

/* The main part of a document. Fails, and says what the file is instead, for a
 * package that is no Word document: a spreadsheet, slides, nothing at all. */
PL_MUST_CHECK bool pl_opc_main_part(struct pl_arena *arena, struct pl_zip *zip,
                                    pl_str *part, struct pl_error *error);

/* Reads a part of XML in one pass, with bounded memory. */
PL_MUST_CHECK bool pl_opc_read_part(struct pl_zip *zip, size_t entry,
                                    const struct pl_xml_reader *reader,
                                    struct pl_error *error);

#endif
