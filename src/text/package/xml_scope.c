#include "text/package/xml_scope.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"
#include "base/vec.h"

enum {
    MAX_DECLARATIONS = 10000, /* in a part */
    NO_SPACE = PL_XML_OTHER,  /* of a name that is in no namespace */
    UNKNOWN_SPACE = -1,       /* a namespace that no reader knows */
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

struct slot {
    pl_str local; /* NULL data: free */
    int space;
    uint16_t index;
};

/* What a prefix stands for, from a start tag to its end tag. */
struct binding {
    pl_str prefix;
    int space;
    uint32_t depth; /* of the element that declares it */
    uint32_t outer; /* binding of the same prefix around it; PL_NONE */
};

struct pl_xml_scope {
    struct pl_arena *arena;
    struct pl_xml_names names;
    struct slot *slots;
    uint32_t mask; /* of a power of two */
    uint32_t depth;
    uint32_t declarations;
    PL_VEC(struct binding) bindings; /* that hold, the innermost last */
    struct pl_map *by_prefix;        /* the innermost of each, or PL_NONE */
    uint32_t last;                   /* asked for, most often again; PL_NONE */
};

/* ----- names ----- */

/* A name as it is written: "w:val". */
struct written {
    pl_str prefix; /* NULL data: it has none */
    pl_str local;
    uint32_t hash; /* of that */
};

static struct written written_of(const char *name)
{
    const char *local = name;
    const char *at = name;
    uint32_t hash = 0;
    for (; *at; at++) {
        hash = (hash ^ (unsigned char)*at) * UINT32_C(16777619);
        if (*at == ':') {
            local = at + 1;
            hash = 0;
        }
    }
    return (struct written){
        .prefix = local > name ? (pl_str){name, (size_t)(local - name) - 1}
                               : (pl_str){0},
        .local = {local, (size_t)(at - local)},
        .hash = hash,
    };
}

static struct slot *slot_of(const struct pl_xml_scope *scope,
                            const struct written *name, int space)
{
    uint32_t at = (name->hash ^ (uint32_t)space) & scope->mask;
    while (scope->slots[at].local.data &&
           (scope->slots[at].space != space ||
            !pl_str_eq(scope->slots[at].local, name->local))) {
        at = (at + 1) & scope->mask;
    }
    return &scope->slots[at];
}

static void add_names(struct pl_xml_scope *scope)
{
    uint32_t size = 64;
    while (size < 4U * scope->names.count) {
        size *= 2;
    }
    scope->mask = size - 1;
    scope->slots = pl_arena_array(scope->arena, size, sizeof(*scope->slots));
    for (uint16_t i = 0; i < scope->names.count; i++) {
        const struct pl_xml_name *it = &scope->names.items[i];
        struct written name = written_of(it->local);
        *slot_of(scope, &name, (int)it->space) =
            (struct slot){name.local, (int)it->space, i};
    }
}

/* ----- prefixes ----- */

static uint32_t binding_of(struct pl_xml_scope *scope, pl_str prefix)
{
    uint32_t last = scope->last;
    if (last == PL_NONE ||
        !pl_str_eq(scope->bindings.items[last].prefix, prefix)) {
        scope->last = pl_map_get(scope->by_prefix, prefix);
    }
    return scope->last;
}

static void bind(struct pl_xml_scope *scope, pl_str prefix, int space)
{
    pl_str name = pl_arena_copy(scope->arena, prefix);
    uint32_t outer = pl_map_get(scope->by_prefix, name);
    pl_map_put(scope->by_prefix, name, (uint32_t)scope->bindings.len);
    *PL_VEC_PUSH(scope->arena, &scope->bindings) =
        (struct binding){name, space, scope->depth, outer};
    scope->last = PL_NONE;
}

static int space_of(const char *uri)
{
    for (size_t i = PL_XML_OTHER + 1; i < PL_COUNT(spaces); i++) {
        const char *strict = spaces[i].strict_uri;
        if (strcmp(uri, spaces[i].uri) == 0 ||
            (strict && strcmp(uri, strict) == 0)) {
            return (int)i;
        }
    }
    return *uri ? UNKNOWN_SPACE : NO_SPACE;
}

/* The prefixes "xml" and "xmlns" mean what they always do, and nothing else
 * means that. */
static bool is_reserved(pl_str prefix, const char *uri)
{
    bool is_xml = pl_str_eq(prefix, (pl_str)PL_STR("xml"));
    return is_xml != (strcmp(uri, spaces[PL_XML_XML].uri) == 0) ||
           pl_str_eq(prefix, (pl_str)PL_STR("xmlns")) ||
           strcmp(uri, "http://www.w3.org/2000/xmlns/") == 0;
}

static const char *declare(struct pl_xml_scope *scope,
                           const struct written *name, const char *uri)
{
    pl_str prefix = name->prefix.data ? name->local : (pl_str)PL_STR("");
    if (++scope->declarations > MAX_DECLARATIONS) {
        return "more declarations of namespaces than are read";
    }
    if (is_reserved(prefix, uri)) {
        return "a declaration of a namespace that is reserved";
    }
    if (name->prefix.data && !*uri) {
        return "a prefix that is declared to stand for nothing";
    }
    bind(scope, prefix, space_of(uri));
    return NULL;
}

/* ----- asking ----- */

struct pl_xml_scope *pl_xml_scope_new(struct pl_arena *arena,
                                      struct pl_xml_names names)
{
    struct pl_xml_scope *scope = pl_arena_alloc(arena, sizeof(*scope));
    scope->arena = arena;
    scope->names = names;
    scope->by_prefix = pl_map_new(arena, 32);
    add_names(scope);
    bind(scope, (pl_str)PL_STR("xml"), PL_XML_XML);
    return scope;
}

bool pl_xml_scope_declares(const char *name)
{
    static const pl_str start = PL_STR("xmlns");
    return *name == 'x' && strncmp(name, start.data, start.len) == 0 &&
           (!name[start.len] || name[start.len] == ':');
}

const char *pl_xml_scope_enter(struct pl_xml_scope *scope,
                               const char *const *attributes)
{
    const char *wrong = NULL;
    scope->depth++;
    for (size_t i = 0; attributes[i] && !wrong; i += 2) {
        if (pl_xml_scope_declares(attributes[i])) {
            struct written name = written_of(attributes[i]);
            wrong = declare(scope, &name, attributes[i + 1]);
        }
    }
    return wrong;
}

void pl_xml_scope_leave(struct pl_xml_scope *scope)
{
    size_t len = scope->bindings.len;
    while (scope->bindings.items[len - 1].depth == scope->depth) {
        struct binding last = scope->bindings.items[--len];
        pl_map_put(scope->by_prefix, last.prefix, last.outer);
        scope->last = PL_NONE;
    }
    scope->bindings.len = len;
    scope->depth--;
}

static uint16_t index_of(const struct pl_xml_scope *scope,
                         const struct written *name, int space)
{
    const struct slot *slot = slot_of(scope, name, space);
    return slot->local.data ? slot->index : scope->names.count;
}

static uint16_t index_of_prefixed(struct pl_xml_scope *scope,
                                  const struct written *name)
{
    uint32_t found = name->prefix.len > 0 && name->local.len > 0
                         ? binding_of(scope, name->prefix)
                         : PL_NONE;
    return found == PL_NONE
               ? PL_XML_MEANINGLESS
               : index_of(scope, name, scope->bindings.items[found].space);
}

uint16_t pl_xml_scope_element(struct pl_xml_scope *scope, const char *name)
{
    struct written it = written_of(name);
    if (it.prefix.data) {
        return index_of_prefixed(scope, &it);
    }
    uint32_t found = binding_of(scope, (pl_str)PL_STR(""));
    return index_of(scope, &it,
                    found == PL_NONE ? NO_SPACE
                                     : scope->bindings.items[found].space);
}

uint16_t pl_xml_scope_attribute(struct pl_xml_scope *scope, const char *name)
{
    struct written it = written_of(name);
    return it.prefix.data ? index_of_prefixed(scope, &it)
                          : index_of(scope, &it, NO_SPACE);
}

enum pl_xml_space pl_xml_scope_space(struct pl_xml_scope *scope, pl_str prefix)
{
    uint32_t found = binding_of(scope, prefix);
    int space =
        found == PL_NONE ? UNKNOWN_SPACE : scope->bindings.items[found].space;
    return space == UNKNOWN_SPACE ? PL_XML_OTHER : (enum pl_xml_space)space;
}
