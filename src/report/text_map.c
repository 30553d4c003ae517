#include "report/text_map.h"

#include "base/search.h"
#include "report/json_writer.h"
#include "report/word_place.h"
#include "text/source.h"
#include "text/word/number/numbers.h"
#include "text/word/read/styles.h"

enum { FORM_VERSION = 1 };

static const char *kind_name(enum pl_word_segment_kind kind)
{
    static const char *const names[] = {
        [PL_WORD_FROM_PIECE] = "text",
        [PL_WORD_LABEL] = "computed",
        [PL_WORD_MADE] = "made",
    };
    return names[kind];
}

static void write_segment(struct pl_json_writer *to,
                          const struct pl_word_view *view, uint32_t start,
                          uint32_t end)
{
    struct pl_word_place place = pl_word_view_place(view, start);
    pl_write_object(to, NULL, PL_JSON_INLINE);
    pl_write_text(to, "kind", kind_name(place.segment->kind));
    pl_write_str(to, "text", pl_str_slice(view->text, start, end));
    if (place.segment->kind == PL_WORD_FROM_PIECE) {
        pl_write_size(to, "xml", place.xml);
    }
    pl_write_end(to);
}

static void write_style(struct pl_json_writer *to,
                        const struct pl_word_view *view, uint32_t para)
{
    const struct pl_word_para *it = &view->word->paras[para];
    pl_str id = view->kind == PL_WORD_VIEW_ORIGINAL ? it->old_style : it->style;
    const struct pl_word_style *style =
        pl_word_style_of(view->word->styles, id);
    pl_write_str(to, "style", style ? style->name : id);
}

/* The first segment of a line that is text or a label says whose it is. */
static struct pl_range mark_of(const struct pl_word_view *view,
                               struct pl_range line)
{
    for (uint32_t at = line.start; at < line.end;) {
        struct pl_word_place place = pl_word_view_place(view, at);
        size_t next = (size_t)(place.segment - view->segments) + 1;
        if (place.segment->kind != PL_WORD_MADE) {
            return (struct pl_range){at, line.end};
        }
        at = next < view->segment_count ? view->segments[next].start : line.end;
    }
    return line;
}

static void write_line(struct pl_json_writer *to,
                       const struct pl_word_view *view, size_t number,
                       struct pl_range line)
{
    struct pl_range mark = mark_of(view, line);
    uint32_t para = pl_word_view_place(view, mark.start).segment->para;
    pl_write_object(to, NULL, PL_JSON_INLINE);
    pl_write_size(to, "line", number);
    pl_write_word_place(to, view, mark);
    write_style(to, view, para);
    pl_write_array(to, "pieces", PL_JSON_INLINE);
    for (uint32_t at = line.start; at < line.end;) {
        size_t next =
            PL_FIRST_FROM(view->segments, view->segment_count, start, at + 1);
        uint32_t end =
            next < view->segment_count ? view->segments[next].start : line.end;
        end = end < line.end ? end : line.end;
        write_segment(to, view, at, end);
        at = end;
    }
    pl_write_end(to);
    pl_write_end(to);
}

void pl_text_map_json(struct pl_buf *out, const struct pl_source *source)
{
    struct pl_json_writer to = pl_json_writer_to(out);
    pl_write_object(&to, NULL, PL_JSON_LAID_OUT);
    pl_write_size(&to, "version", FORM_VERSION);
    pl_write_text(&to, "path", source->path);
    pl_write_text(&to, "format", pl_format_name(source->format));
    pl_write_array(&to, "lines", PL_JSON_LAID_OUT);
    pl_str text = source->view ? source->text : (pl_str){0};
    size_t number = 1;
    for (size_t start = 0; start < text.len; number++) {
        size_t end = pl_str_find_char(text, '\n', start);
        end = end == PL_NOWHERE ? text.len : end;
        if (end > start) {
            write_line(&to, source->view, number,
                       (struct pl_range){(uint32_t)start, (uint32_t)end});
        }
        start = end + 1;
    }
    pl_write_end(&to);
    pl_write_end(&to);
    pl_buf_add_char(out, '\n');
}
