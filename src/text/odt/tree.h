/* tree.h - a part of an OpenDocument file as the tree that it is.
 *
 * It is kept whole while a document is read, since what is deleted, the texts
 * of notes and those of boxes stand elsewhere than where they are read. Nodes
 * are in the order of the file: the first child of a node is the next one, and
 * `end` of a child is its next sibling. Only attributes of known names are
 * kept. */
#ifndef PLANLINT_TEXT_ODT_TREE_H
#define PLANLINT_TEXT_ODT_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/range.h"
#include "base/str.h"
#include "base/vec.h"
#include "text/package/xml.h"

struct pl_arena;
struct pl_zip;

enum pl_odt_name {
#define PL_ODT_NAME(constant, space, local) PL_ON_##constant,
#include "text/odt/name.def"
#undef PL_ODT_NAME
    PL_ON_UNKNOWN,    /* an element that is not known */
    PL_ON_CHARACTERS, /* text */
};

struct pl_odt_node {
    uint16_t name; /* enum pl_odt_name */
    bool is_verbatim;
    uint32_t end;   /* index after the last node inside of it */
    uint32_t first; /* its attributes, in those of the tree */
    uint32_t count;
    uint32_t list;       /* of a list: its number; see lists.h */
    struct pl_range xml; /* the whole element, or the bytes of a text */
    pl_str text;         /* of characters */
};

struct pl_odt_tree {
    struct pl_arena *arena;
    PL_VEC(struct pl_odt_node) nodes;
    PL_VEC(struct pl_xml_attribute) attributes;
};

/* Reads an entry of a package, or a whole file (`path` is for messages). */
PL_MUST_CHECK bool pl_odt_tree_read(struct pl_odt_tree *tree,
                                    struct pl_zip *zip, size_t entry,
                                    struct pl_error *error);
PL_MUST_CHECK bool pl_odt_tree_read_flat(struct pl_odt_tree *tree,
                                         const char *path, pl_str bytes,
                                         struct pl_error *error);

/* The value of an attribute; NULL data: it is not there. */
pl_str pl_odt_get(const struct pl_odt_tree *tree, uint32_t node,
                  enum pl_odt_name name);

/* The first node of that name at or after `from` and before `end`; PL_NONE. */
uint32_t pl_odt_find(const struct pl_odt_tree *tree, uint32_t from,
                     uint32_t end, enum pl_odt_name name);

/* All text inside of a node. */
pl_str pl_odt_text_of(const struct pl_odt_tree *tree, uint32_t node);

#define PL_ODT_EACH_CHILD(tree, child, node)        \
    for (uint32_t child = (node) + 1;               \
         (child) < (tree)->nodes.items[(node)].end; \
         (child) = (tree)->nodes.items[(child)].end)

#endif
