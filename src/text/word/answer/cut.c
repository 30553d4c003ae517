#include "text/word/answer/cut.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "text/word/answer/ids.h"
#include "text/word/answer/splice.h"

pl_str pl_word_prefix_at(pl_str bytes, uint32_t offset)
{
    size_t start = (size_t)offset + 1;
    for (size_t at = start; at < bytes.len; at++) {
        char c = bytes.data[at];
        if (c == ':') {
            return pl_str_slice(bytes, start, at + 1);
        }
        if (c == '>' || c == '/' || pl_is_space(c)) {
            break;
        }
    }
    return (pl_str){0};
}

struct pl_word_form pl_word_form_at(pl_str bytes, uint32_t element)
{
    static const pl_str strict =
        PL_STR("http://purl.oclc.org/ooxml/wordprocessingml/main");
    struct pl_word_form form = {pl_word_prefix_at(bytes, element), ""};
    if (form.prefix.len == 0) {
        form.prefix = (pl_str)PL_STR("w:");
        form.declaration =
            pl_str_find(bytes, strict, 0) != PL_NOWHERE
                ? " xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/"
                  "main\""
                : " xmlns:w=\"http://schemas.openxmlformats.org/"
                  "wordprocessingml/2006/main\"";
    }
    return form;
}

/* A '>' may stand in an attribute's value. */
uint32_t pl_word_tag_end(pl_str bytes, uint32_t offset)
{
    char quote = '\0';
    for (size_t at = offset; at < bytes.len; at++) {
        char c = bytes.data[at];
        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return (uint32_t)at + 1;
        }
    }
    return (uint32_t)bytes.len;
}

static bool is_end_tag(pl_str bytes, uint32_t at)
{
    return at + 1 < bytes.len && bytes.data[at] == '<' &&
           bytes.data[at + 1] == '/';
}

static bool is_whole_element(pl_str bytes, struct pl_range tag)
{
    return tag.end >= 2 && bytes.data[tag.end - 2] == '/';
}

/* Behind an element without content, such as w:tab. */
static uint32_t element_end(pl_str bytes, struct pl_range tag)
{
    bool has_end_tag =
        !is_whole_element(bytes, tag) && is_end_tag(bytes, tag.end);
    return has_end_tag ? pl_word_tag_end(bytes, tag.end) : tag.end;
}

/* Between children of a run: beside it when there is nothing on that side. */
static struct pl_word_cut between(const struct pl_word_run *run, pl_str bytes,
                                  uint32_t at)
{
    uint32_t content = pl_range_is_empty(run->properties)
                           ? pl_word_tag_end(bytes, run->xml.start)
                           : run->properties.end;
    bool is_last =
        is_end_tag(bytes, at) && pl_word_tag_end(bytes, at) == run->xml.end;
    if (at == content) {
        return (struct pl_word_cut){.xml = {run->xml.start, run->xml.start}};
    }
    if (is_last) {
        return (struct pl_word_cut){.xml = {run->xml.end, run->xml.end}};
    }
    return (struct pl_word_cut){.kind = PL_WORD_CUT_RUN, .xml = {at, at}};
}

/* Comments and the like in the middle of a text, which no program writes. */
static bool has_mark_up(pl_str bytes, uint32_t start, uint32_t end)
{
    return pl_str_find_char(pl_str_slice(bytes, start, end), '<', 0) !=
           PL_NOWHERE;
}

static bool cut_text(const struct pl_word_run *run, pl_str bytes,
                     const struct pl_word_piece *piece, uint32_t at,
                     struct pl_word_cut *cut)
{
    if (has_mark_up(bytes, piece->element.end, at)) {
        return false;
    }
    if (at == piece->element.end) {
        *cut = between(run, bytes, piece->element.start);
    } else if (is_end_tag(bytes, at)) {
        *cut = between(run, bytes, pl_word_tag_end(bytes, at));
    } else {
        *cut = (struct pl_word_cut){.kind = PL_WORD_CUT_TEXT,
                                    .xml = {at, at},
                                    .element = piece->element};
    }
    return true;
}

bool pl_word_cut_piece(const struct pl_word_file *word, pl_str bytes,
                       uint32_t index, uint32_t offset, struct pl_word_cut *cut)
{
    const struct pl_word_piece *piece = &word->pieces[index];
    if (piece->run == PL_NONE || pl_range_is_empty(piece->element) ||
        piece->kind == PL_WORD_PLACEHOLDER) {
        return false;
    }
    const struct pl_word_run *run = &word->runs[piece->run];
    if (run->is_locked) {
        return false;
    }
    bool is_element = piece->element.start == piece->xml.start;
    if (is_element) {
        *cut = between(run, bytes,
                       offset == 0 ? piece->xml.start
                                   : element_end(bytes, piece->element));
    } else {
        uint32_t at = piece->is_verbatim ? piece->xml.start + offset
                      : offset == 0      ? piece->xml.start
                                         : piece->xml.end;
        while (at < piece->xml.end && (bytes.data[at] & 0xC0) == 0x80) {
            at++; /* the view has one blank for a wide line end */
        }
        if (!cut_text(run, bytes, piece, at, cut)) {
            return false;
        }
    }
    cut->run = piece->run;
    return true;
}

struct pl_word_cut pl_word_cut_para(const struct pl_word_file *word,
                                    pl_str bytes, uint32_t index)
{
    const struct pl_word_para *para = &word->paras[index];
    struct pl_range tag = {para->xml.start,
                           pl_word_tag_end(bytes, para->xml.start)};
    struct pl_word_cut cut = {.xml = {tag.end, tag.end}, .run = PL_NONE};
    if (!pl_range_is_empty(para->properties)) {
        cut.xml = (struct pl_range){para->properties.end, para->properties.end};
    } else if (is_whole_element(bytes, tag)) {
        cut.kind = PL_WORD_CUT_PARA;
        cut.xml.start -= 2;
    }
    return cut;
}

/* ----- what ends and begins again ----- */

void pl_word_copy_with_id(struct pl_word_ids *ids, pl_str xml, size_t from,
                          struct pl_buf *out)
{
    static const pl_str id = PL_STR(":id=");
    size_t at = pl_str_find(xml, id, from);
    size_t start = at == PL_NOWHERE ? xml.len : at + id.len + 1;
    size_t end = start >= xml.len
                     ? PL_NOWHERE
                     : pl_str_find_char(xml, xml.data[start - 1], start);
    if (end == PL_NOWHERE) {
        pl_buf_add(out, xml);
        return;
    }
    pl_buf_add(out, pl_str_slice(xml, 0, start));
    pl_buf_add_number(out, pl_word_ids_take(ids));
    pl_buf_add(out, pl_str_slice(xml, end, xml.len));
}

void pl_word_cut_properties(const struct pl_word_cutter *cutter, uint32_t run,
                            struct pl_buf *out)
{
    static const pl_str change = PL_STR("rPrChange");
    pl_str properties = pl_range_text(pl_word_splice_bytes(cutter->part),
                                      cutter->word->runs[run].properties);
    size_t at = pl_str_find(properties, change, 0);
    if (at == PL_NOWHERE) {
        pl_buf_add(out, properties);
    } else {
        /* a tracked change, which is then there twice */
        pl_word_copy_with_id(cutter->ids, properties, at, out);
    }
}

static pl_str name_of(pl_str bytes, uint32_t tag)
{
    size_t start = (size_t)tag + 1;
    size_t end = start;
    while (end < bytes.len && bytes.data[end] != '>' &&
           bytes.data[end] != '/' && !pl_is_space(bytes.data[end])) {
        end++;
    }
    return pl_str_slice(bytes, start, end);
}

/* Blanks at the ends of both halves are to stay. */
static void keep_space(const struct pl_word_cutter *cutter,
                       struct pl_range element)
{
    static const pl_str space = PL_STR("xml:space");
    static const pl_str keep = PL_STR(" xml:space=\"preserve\"");
    pl_str tag = pl_range_text(pl_word_splice_bytes(cutter->part), element);
    if (pl_str_find(tag, space, 0) == PL_NOWHERE) {
        pl_word_splice(cutter->part,
                       (struct pl_range){element.end - 1, element.end - 1}, 0,
                       keep);
    }
}

void pl_word_cut_close(const struct pl_word_cutter *cutter,
                       const struct pl_word_cut *cut, struct pl_buf *out)
{
    pl_str bytes = pl_word_splice_bytes(cutter->part);
    if (cut->kind == PL_WORD_CUT_PARA) {
        pl_buf_add_char(out, '>');
    }
    if (cut->kind == PL_WORD_CUT_TEXT) {
        keep_space(cutter, cut->element);
        pl_buf_addf(out, "</%.*s>",
                    PL_STR_ARG(name_of(bytes, cut->element.start)));
    }
    if (cut->kind == PL_WORD_CUT_TEXT || cut->kind == PL_WORD_CUT_RUN) {
        uint32_t start = cutter->word->runs[cut->run].xml.start;
        pl_buf_addf(out, "</%.*s>", PL_STR_ARG(name_of(bytes, start)));
    }
}

void pl_word_cut_open(const struct pl_word_cutter *cutter,
                      const struct pl_word_cut *cut, struct pl_buf *out)
{
    pl_str bytes = pl_word_splice_bytes(cutter->part);
    if (cut->kind == PL_WORD_CUT_PARA) {
        uint32_t start = cut->xml.start;
        while (start > 0 && bytes.data[start] != '<') {
            start--;
        }
        pl_buf_addf(out, "</%.*s>", PL_STR_ARG(name_of(bytes, start)));
    }
    if (cut->kind == PL_WORD_CUT_TEXT || cut->kind == PL_WORD_CUT_RUN) {
        uint32_t start = cutter->word->runs[cut->run].xml.start;
        pl_buf_addf(out, "<%.*s>", PL_STR_ARG(name_of(bytes, start)));
        pl_word_cut_properties(cutter, cut->run, out);
    }
    if (cut->kind == PL_WORD_CUT_TEXT) {
        pl_buf_addf(out, "<%.*s xml:space=\"preserve\">",
                    PL_STR_ARG(name_of(bytes, cut->element.start)));
    }
}
