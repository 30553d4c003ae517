/* Reads a part element by element; what an element means for the text inside
 * it is in its frame. */
#include "text/word/story/reader.h"

#include "base/arena.h"
#include "text/package/opc.h"
#include "text/package/zip.h"
#include "text/word/read/attribute.h"
#include "text/word/read/look.h"

static const struct pl_xml_name names[PL_WN_COUNT] = {
#define PL_WORD_NAME(constant, space, local) {PL_XML_##space, local},
#include "text/word/read/name.def"
#undef PL_WORD_NAME
};

pl_str pl_word_keep(struct pl_word_story_reader *reader, pl_str text)
{
    return text.len > 0 ? pl_arena_copy(reader->draft->arena, text)
                        : (pl_str){0};
}

uint8_t pl_word_states_of(enum pl_word_change_kind kind)
{
    switch (kind) {
    case PL_WORD_INSERTED:
    case PL_WORD_MOVED_TO:
        return PL_WORD_FINAL;
    case PL_WORD_DELETED:
    case PL_WORD_MOVED_FROM:
        return PL_WORD_ORIGINAL;
    case PL_WORD_RENUMBERED:
        break;
    }
    return PL_WORD_ALWAYS;
}

uint32_t pl_word_add_change(struct pl_word_story_reader *reader,
                            enum pl_word_change_kind kind,
                            const struct pl_xml_element *element)
{
    struct pl_word_draft *draft = reader->draft;
    *PL_VEC_PUSH(draft->arena, &draft->changes) = (struct pl_word_change){
        .kind = kind,
        .id = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_ID)),
        .author = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_AUTHOR)),
        .date = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_DATE)),
    };
    return (uint32_t)draft->changes.len - 1;
}

enum pl_word_change_kind pl_word_change_kind_of(uint16_t name)
{
    return name == PL_WN_INS         ? PL_WORD_INSERTED
           : name == PL_WN_DEL       ? PL_WORD_DELETED
           : name == PL_WN_MOVE_FROM ? PL_WORD_MOVED_FROM
                                     : PL_WORD_MOVED_TO;
}

bool pl_word_is_change(uint16_t name)
{
    return name == PL_WN_INS || name == PL_WN_DEL || name == PL_WN_MOVE_FROM ||
           name == PL_WN_MOVE_TO;
}

uint32_t pl_word_add_story(struct pl_word_story_reader *reader,
                           enum pl_word_story_kind kind, pl_str id,
                           uint32_t anchor)
{
    struct pl_word_draft *draft = reader->draft;
    *PL_VEC_PUSH(draft->arena, &draft->stories) = (struct pl_word_story){
        .kind = kind,
        .part = reader->part,
        .id = pl_word_keep(reader, id),
        .anchor = anchor,
    };
    return (uint32_t)draft->stories.len - 1;
}

struct pl_word_spot pl_word_here(struct pl_word_story_reader *reader)
{
    const struct pl_word_open_para *open = pl_word_open(reader);
    if (!open) {
        return (struct pl_word_spot){(uint32_t)reader->draft->paras.len, 0};
    }
    return (struct pl_word_spot){open->id, (uint32_t)reader->draft->pieces.len -
                                               open->para.first_piece};
}

/* ----- elements that only change what holds inside them ----- */

/* Runs, but also the properties of paragraphs, have such elements. */
static void start_change(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element)
{
    enum pl_word_change_kind kind = pl_word_change_kind_of(element->name);
    struct pl_word_frame *top = pl_word_top(reader);
    top->change = pl_word_add_change(reader, kind, element);
    top->states &= pl_word_states_of(kind);
}

static bool is_off(const struct pl_xml_element *element)
{
    return !pl_word_is_on(pl_xml_get(element, PL_WN_AT_VAL), true);
}

static void start_run(struct pl_word_story_reader *reader,
                      const struct pl_xml_element *element)
{
    struct pl_word_draft *draft = reader->draft;
    struct pl_word_frame *top = pl_word_top(reader);
    const struct pl_word_frame *outer = pl_word_outer(reader);
    *PL_VEC_PUSH(draft->arena, &draft->runs) = (struct pl_word_run){
        .xml = element->tag,
        .insertion =
            outer->name == PL_WN_INS ? outer->tag : (struct pl_range){0},
        .is_locked =
            top->is_locked || top->run != PL_NONE || pl_word_is_in_code(reader),
    };
    top->run = (uint32_t)draft->runs.len - 1;
}

static void start_face(struct pl_word_story_reader *reader,
                       const struct pl_xml_element *element)
{
    const struct pl_word_frame *frame =
        reader->depth > 1 ? &reader->frames[reader->depth - 2] : NULL;
    if (frame && frame->name == PL_WN_R) {
        struct pl_word_face *face = &reader->draft->runs.items[frame->run].face;
        pl_str value = pl_xml_get(element, PL_WN_AT_VAL);
        if (element->name == PL_WN_I) {
            face->slant = pl_word_slant_of(value);
        } else {
            face->size = pl_word_size_of(value);
        }
    }
}

/* What a run says of itself holds for what follows in it. */
static void start_run_property(struct pl_word_story_reader *reader,
                               const struct pl_xml_element *element)
{
    struct pl_word_frame *frame =
        reader->depth > 1 ? &reader->frames[reader->depth - 2] : NULL;
    bool is_hidden = !is_off(element);
    if (frame && frame->name == PL_WN_P_PR && pl_word_open(reader) &&
        element->name == PL_WN_VANISH) {
        pl_word_open(reader)->para.mark_hiding =
            is_hidden ? PL_WORD_HIDDEN : PL_WORD_NOT_HIDDEN;
    }
    if (!frame || frame->name != PL_WN_R) {
        return;
    }
    struct pl_word_run *run = &reader->draft->runs.items[frame->run];
    if (element->name == PL_WN_R_STYLE) {
        run->style = pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_VAL));
        return;
    }
    if (is_hidden || element->name == PL_WN_VANISH) {
        run->hiding = is_hidden ? PL_WORD_HIDDEN : PL_WORD_NOT_HIDDEN;
    }
    frame->is_hidden |= is_hidden;
}

/* All that a choice needs: prefixes, of namespaces that are known. */
static bool understands(const struct pl_xml_element *element)
{
    pl_str requires = pl_xml_get(element, PL_WN_AT_REQUIRES);
    while (requires.len > 0) {
        pl_str prefix = pl_str_split(&requires, ' ');
        if (prefix.len > 0 &&
            pl_xml_space_of(element, prefix) == PL_XML_OTHER) {
            return false;
        }
    }
    return true;
}

/* The first choice that is understood, or else the fallback, and no other. */
static void start_choice(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element)
{
    struct pl_word_frame *outer = pl_word_outer(reader);
    bool is_choice = element->name == PL_WN_CHOICE;
    bool is_wanted = !outer->has_chosen && (!is_choice || understands(element));
    outer->has_chosen |= is_wanted;
    pl_word_top(reader)->is_skipped |= !is_wanted;
}

/* Of the properties of a control: they hold for its content, which follows. */
static void start_control_property(struct pl_word_story_reader *reader,
                                   const struct pl_xml_element *element)
{
    static const pl_str contents = PL_STR("Table of Contents");
    uint32_t depth = reader->depth;
    while (depth > 0 && reader->frames[depth].name != PL_WN_SDT) {
        depth--;
    }
    struct pl_word_frame *control = &reader->frames[depth];
    pl_str value = pl_xml_get(element, PL_WN_AT_VAL);
    if (control->name != PL_WN_SDT) {
        return;
    }
    if (element->name == PL_WN_SHOWING_PLC_HDR) {
        control->is_placeholder |= !is_off(element);
    } else if (element->name == PL_WN_LOCK) {
        control->is_locked |=
            pl_str_eq(value, (pl_str)PL_STR("contentLocked")) ||
            pl_str_eq(value, (pl_str)PL_STR("sdtContentLocked"));
    } else {
        control->is_toc |= pl_str_eq(value, contents);
    }
}

/* Runs and what they say of themselves. */
static void start_run_element(struct pl_word_story_reader *reader,
                              const struct pl_xml_element *element)
{
    switch (element->name) {
    case PL_WN_R:
        start_run(reader, element);
        break;
    case PL_WN_I:
    case PL_WN_SZ:
        start_face(reader, element);
        break;
    case PL_WN_VANISH:
    case PL_WN_SPEC_VANISH:
    case PL_WN_R_STYLE:
        start_run_property(reader, element);
        break;
    default:
        break;
    }
}

static void start_container(struct pl_word_story_reader *reader,
                            const struct pl_xml_element *element)
{
    bool is_run_level = pl_word_outer(reader)->name != PL_WN_R_PR &&
                        pl_word_outer(reader)->name != PL_WN_TR_PR &&
                        pl_word_outer(reader)->name != PL_WN_NUM_PR;
    switch (element->name) {
    case PL_WN_INS:
    case PL_WN_DEL:
    case PL_WN_MOVE_FROM:
    case PL_WN_MOVE_TO:
        if (is_run_level) {
            start_change(reader, element);
        }
        break;
    case PL_WN_CHOICE:
    case PL_WN_FALLBACK:
        start_choice(reader, element);
        break;
    case PL_WN_SHOWING_PLC_HDR:
    case PL_WN_LOCK:
    case PL_WN_DOC_PART_GALLERY:
        start_control_property(reader, element);
        break;
    case PL_WN_MATH:
        pl_word_top(reader)->is_locked = true;
        break;
    case PL_WN_RT:
    case PL_WN_R_PR_CHANGE:
    case PL_WN_TBL_PR_CHANGE:
    case PL_WN_TR_PR_CHANGE:
    case PL_WN_TC_PR_CHANGE:
    case PL_WN_SECT_PR_CHANGE:
        pl_word_top(reader)->is_skipped = true;
        break;
    case PL_WN_ALT_CHUNK:
    case PL_WN_SUB_DOC:
        reader->draft->has_unread = true;
        break;
    default:
        start_run_element(reader, element);
        break;
    }
}

/* ----- what the parser tells ----- */

static void push(struct pl_word_story_reader *reader,
                 const struct pl_xml_element *element)
{
    struct pl_word_frame frame = *pl_word_top(reader);
    bool is_box = element->name == PL_WN_TXBX_CONTENT;
    frame.name = element->name;
    frame.tag = element->tag;
    frame.first_run = (uint32_t)reader->draft->runs.len;
    frame.has_chosen = false;
    frame.is_hidden &= !is_box;
    frame.run = is_box ? PL_NONE : frame.run;
    reader->frames[++reader->depth] = frame;
}

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct pl_word_story_reader *reader = context;
    if (reader->depth + 1 >= PL_WORD_FRAMES) {
        return PL_FAIL(error, "%s: elements are nested deeper than is read",
                       reader->draft->path);
    }
    push(reader, element);
    if (pl_word_top(reader)->is_skipped || element->name == PL_WN_COUNT) {
        return true;
    }
    if (!pl_word_draft_has_room(reader->draft, error)) {
        return false;
    }
    start_container(reader, element);
    if (pl_word_top(reader)->is_skipped) {
        return true;
    }
    pl_word_start_text(reader, element);
    pl_word_start_mark(reader, element);
    pl_word_start_link(reader, element);
    pl_word_start_margin(reader, element);
    return pl_word_start_field(reader, element, error) &&
           pl_word_start_block(reader, element, error);
}

/* All runs that began inside the child of a paragraph are held by it, except
 * those in a text box, which children of its paragraphs hold. */
static void end_holder(struct pl_word_story_reader *reader,
                       const struct pl_word_frame *frame, struct pl_range tag)
{
    struct pl_word_draft *draft = reader->draft;
    for (size_t i = frame->first_run; i < draft->runs.len; i++) {
        if (draft->runs.items[i].holder.end == 0) {
            draft->runs.items[i].holder =
                (struct pl_range){frame->tag.start, tag.end};
        }
    }
}

static void end_container(struct pl_word_story_reader *reader,
                          const struct pl_word_frame *frame,
                          struct pl_range tag)
{
    struct pl_word_draft *draft = reader->draft;
    const struct pl_word_frame *outer = pl_word_top(reader);
    struct pl_range whole = {frame->tag.start, tag.end};
    if (frame->name == PL_WN_R) {
        draft->runs.items[frame->run].xml = whole;
    } else if (frame->name == PL_WN_R_PR && outer->name == PL_WN_R) {
        draft->runs.items[outer->run].properties = whole;
    } else if (frame->name == PL_WN_FLD_SIMPLE) {
        pl_word_end_simple_field(reader, tag);
    }
    if (outer->name == PL_WN_P) {
        end_holder(reader, frame, tag);
    }
}

static bool on_end(void *context, uint16_t name, struct pl_range tag,
                   struct pl_error *error)
{
    struct pl_word_story_reader *reader = context;
    struct pl_word_frame frame = *pl_word_top(reader);
    (void)name;
    (void)error;
    reader->depth--;
    if (!frame.is_skipped) {
        end_container(reader, &frame, tag);
        pl_word_end_block(reader, &frame, tag);
    }
    return true;
}

static bool on_text(void *context, pl_str text, struct pl_range place,
                    bool is_verbatim, struct pl_error *error)
{
    struct pl_word_story_reader *reader = context;
    const struct pl_word_frame *top = pl_word_top(reader);
    if (top->is_skipped) {
        return true;
    }
    if (top->name == PL_WN_INSTR_TEXT || top->name == PL_WN_DEL_INSTR_TEXT) {
        pl_word_take_code(reader, text);
    } else if (pl_word_is_text((enum pl_word_name)top->name)) {
        pl_word_take_text(reader, text, place, is_verbatim);
    }
    return pl_word_draft_has_room(reader->draft, error);
}

static uint32_t add_part(struct pl_word_draft *draft, pl_str name)
{
    *PL_VEC_PUSH(draft->arena, &draft->parts) =
        (struct pl_word_part){.name = pl_arena_copy(draft->arena, name)};
    return (uint32_t)draft->parts.len - 1;
}

static bool has_stories_of_its_own(enum pl_word_story_kind kind)
{
    return kind == PL_WORD_FOOTNOTE || kind == PL_WORD_ENDNOTE ||
           kind == PL_WORD_COMMENT;
}

static void end_part(struct pl_word_story_reader *reader)
{
    struct pl_word_draft *draft = reader->draft;
    pl_word_drop_fields(reader, 0);
    if (!has_stories_of_its_own(reader->kind)) {
        draft->stories.items[reader->story].para_end =
            (uint32_t)draft->paras.len;
    }
}

bool pl_word_read_part(struct pl_word_draft *draft, struct pl_zip *zip,
                       size_t entry, enum pl_word_story_kind kind,
                       const struct pl_opc_relations *relations,
                       struct pl_error *error)
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_word_story_reader *reader =
        pl_arena_alloc(scratch, sizeof(*reader));
    *reader = (struct pl_word_story_reader){
        .draft = draft,
        .relations = relations,
        .kind = kind,
        .part = add_part(draft, pl_zip_name(zip, entry)),
        .scratch = scratch,
        .story = PL_NONE,
        .last_field = PL_NONE,
        .bookmarks = pl_map_new(scratch, 16),
    };
    reader->frames[0] = (struct pl_word_frame){.name = PL_WN_COUNT,
                                               .states = PL_WORD_ALWAYS,
                                               .change = PL_NONE,
                                               .run = PL_NONE,
                                               .link = PL_NONE};
    if (!has_stories_of_its_own(kind)) {
        reader->story = pl_word_add_story(reader, kind, (pl_str){0}, PL_NONE);
        draft->stories.items[reader->story].first_para =
            (uint32_t)draft->paras.len;
    }
    struct pl_xml_reader xml = {.names = {names, PL_WN_COUNT},
                                .start = on_start,
                                .end = on_end,
                                .text = on_text,
                                .context = reader};
    bool ok = pl_opc_read_part(zip, entry, &xml, error);
    if (ok) {
        end_part(reader);
    }
    pl_arena_free(scratch);
    return ok;
}
