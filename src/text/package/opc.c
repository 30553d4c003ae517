#include "text/package/opc.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/package/xml.h"
#include "text/package/zip.h"

enum name { RELATIONSHIP, ID, TYPE, TARGET, TARGET_MODE, NAME_COUNT };

static const struct pl_xml_name names[NAME_COUNT] = {
    [RELATIONSHIP] = {PL_XML_RELS, "Relationship"},
    [ID] = {PL_XML_OTHER, "Id"},
    [TYPE] = {PL_XML_OTHER, "Type"},
    [TARGET] = {PL_XML_OTHER, "Target"},
    [TARGET_MODE] = {PL_XML_OTHER, "TargetMode"},
};

struct reading {
    struct pl_arena *arena;
    pl_str part; /* whose relations these are */
    PL_VEC(struct pl_opc_relation) list;
};

/* "styles" of "http://.../relationships/styles". */
static pl_str last_segment(pl_str type)
{
    size_t start = type.len;
    while (start > 0 && type.data[start - 1] != '/') {
        start--;
    }
    return pl_str_slice(type, start, type.len);
}

/* A target as the part's folder sees it: without "..", and with the characters
 * that are written as "%20". Empty when it leads out of the package. */
static pl_str resolve(struct pl_arena *arena, pl_str part, pl_str target)
{
    struct pl_buf out = pl_buf_in(arena);
    bool is_absolute = target.len > 0 && target.data[0] == '/';
    if (!is_absolute) {
        size_t folder = part.len - last_segment(part).len;
        pl_buf_add(&out, pl_str_slice(part, 0, folder));
    }
    pl_str rest = target;
    while (rest.len > 0) {
        pl_str step = pl_str_split(&rest, '/');
        bool is_up = pl_str_eq(step, (pl_str)PL_STR(".."));
        if (is_up && out.len == 0) {
            return (pl_str){0};
        }
        if (is_up) {
            pl_str so_far = pl_str_slice(pl_buf_str(&out), 0, out.len - 1);
            out.len = so_far.len - last_segment(so_far).len;
        } else if (step.len > 0 && !pl_str_eq(step, (pl_str)PL_STR("."))) {
            pl_buf_add(&out, step);
            pl_buf_add_text(&out, rest.len > 0 ? "/" : "");
        }
    }
    return pl_buf_str(&out);
}

static int hex_value(char c)
{
    if (pl_is_digit(c)) {
        return c - '0';
    }
    return pl_is_hex(c) ? pl_to_lower(c) - 'a' + 10 : -1;
}

static pl_str without_percents(struct pl_arena *arena, pl_str target)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < target.len; i++) {
        bool is_escape = target.data[i] == '%' && i + 2 < target.len &&
                         pl_is_hex(target.data[i + 1]) &&
                         pl_is_hex(target.data[i + 2]);
        if (is_escape) {
            pl_buf_add_char(&out, (char)(hex_value(target.data[i + 1]) * 16 +
                                         hex_value(target.data[i + 2])));
            i += 2;
        } else {
            pl_buf_add_char(&out, target.data[i]);
        }
    }
    return pl_buf_str(&out);
}

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct reading *reading = context;
    if (element->name != RELATIONSHIP) {
        return true;
    }
    if (reading->list.len == PL_OPC_MAX_RELATIONS) {
        return PL_FAIL(error, "more than %d relationships of one part",
                       PL_OPC_MAX_RELATIONS);
    }
    struct pl_arena *arena = reading->arena;
    pl_str target = pl_arena_copy(arena, pl_xml_get(element, TARGET));
    bool is_external =
        pl_str_eq(pl_xml_get(element, TARGET_MODE), (pl_str)PL_STR("External"));
    *PL_VEC_PUSH(arena, &reading->list) = (struct pl_opc_relation){
        .id = pl_arena_copy(arena, pl_xml_get(element, ID)),
        .type = last_segment(pl_arena_copy(arena, pl_xml_get(element, TYPE))),
        .target = is_external ? target
                              : resolve(arena, reading->part,
                                        without_percents(arena, target)),
        .is_external = is_external,
    };
    return true;
}

static bool on_end(void *context, uint16_t name, struct pl_range tag,
                   struct pl_error *error)
{
    (void)context;
    (void)name;
    (void)tag;
    (void)error;
    return true;
}

static bool feed(void *context, pl_str piece, struct pl_error *error)
{
    return pl_xml_feed(context, piece, error);
}

bool pl_opc_read_part(struct pl_zip *zip, size_t entry,
                      const struct pl_xml_reader *reader,
                      struct pl_error *error)
{
    struct pl_arena *arena = pl_arena_new();
    pl_str name = pl_arena_copy(arena, pl_zip_name(zip, entry));
    struct pl_xml *xml = pl_xml_begin(reader, pl_zip_path(zip), name.data);
    bool ok = pl_zip_stream(zip, entry, (struct pl_zip_sink){feed, xml}, error);
    if (ok) {
        ok = pl_xml_end(xml, error);
    } else {
        pl_xml_free(xml);
    }
    pl_arena_free(arena);
    return ok;
}

/* "word/_rels/document.xml.rels" of "word/document.xml". */
static pl_str relations_name(struct pl_arena *arena, pl_str part)
{
    pl_str name = last_segment(part);
    pl_str folder = pl_str_slice(part, 0, part.len - name.len);
    return pl_str_from(pl_arena_printf(arena, "%.*s_rels/%.*s.rels",
                                       PL_STR_ARG(folder), PL_STR_ARG(name)));
}

bool pl_opc_relations(struct pl_arena *arena, struct pl_zip *zip, pl_str part,
                      struct pl_opc_relations *out, struct pl_error *error)
{
    *out = (struct pl_opc_relations){0};
    size_t entry = pl_zip_find(zip, relations_name(arena, part));
    if (entry == PL_NOWHERE) {
        return true;
    }
    struct reading reading = {.arena = arena, .part = part};
    struct pl_xml_reader reader = {.names = {names, NAME_COUNT},
                                   .start = on_start,
                                   .end = on_end,
                                   .context = &reading};
    if (!pl_opc_read_part(zip, entry, &reader, error)) {
        return false;
    }
    struct pl_map *by_id = pl_map_new(arena, reading.list.len);
    for (uint32_t i = 0; i < reading.list.len; i++) {
        pl_map_get_or_add(by_id, reading.list.items[i].id, i);
    }
    *out =
        (struct pl_opc_relations){reading.list.items, reading.list.len, by_id};
    return true;
}

const struct pl_opc_relation *
pl_opc_relation_of(const struct pl_opc_relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->count; i++) {
        const struct pl_opc_relation *it = &relations->items[i];
        if (!it->is_external && pl_str_eq(it->type, pl_str_from(type))) {
            return it;
        }
    }
    return NULL;
}

const struct pl_opc_relation *
pl_opc_relation_by_id(const struct pl_opc_relations *relations, pl_str id)
{
    uint32_t found =
        relations->by_id ? pl_map_get(relations->by_id, id) : PL_NONE;
    return found == PL_NONE ? NULL : &relations->items[found];
}

/* What a package is that is no Word document, by the name of its main part. */
static const char *kind_of(pl_str part)
{
    static const struct {
        pl_str folder;
        const char *kind;
    } kinds[] = {
        {PL_STR("xl/"), "a spreadsheet (Excel)"},
        {PL_STR("ppt/"), "slides (PowerPoint)"},
        {PL_STR("visio/"), "a drawing (Visio)"},
    };
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (pl_str_starts(part, kinds[i].folder)) {
            return kinds[i].kind;
        }
    }
    return NULL;
}

bool pl_opc_main_part(struct pl_arena *arena, struct pl_zip *zip, pl_str *part,
                      struct pl_error *error)
{
    struct pl_opc_relations relations;
    if (!pl_opc_relations(arena, zip, (pl_str){0}, &relations, error)) {
        return false;
    }
    const struct pl_opc_relation *main =
        pl_opc_relation_of(&relations, "officeDocument");
    if (!main || pl_zip_find(zip, main->target) == PL_NOWHERE) {
        return PL_FAIL(error, "%s: a zip file, but no Word document in it",
                       pl_zip_path(zip));
    }
    const char *kind = kind_of(main->target);
    if (kind) {
        return PL_FAIL(error, "%s: %s, not a Word document", pl_zip_path(zip),
                       kind);
    }
    *part = main->target;
    return true;
}
