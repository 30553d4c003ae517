#include "report/diff.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

enum { CONTEXT = 3 };

/* Whole lines of the old file and what stands there instead, also whole lines
 * or nothing. */
struct change {
    size_t start; /* bytes of the old file */
    size_t end;
    pl_str text;
    size_t line;      /* 0-based, of `start` */
    size_t old_lines; /* how many are in it */
    size_t new_lines;
};

struct diff {
    struct pl_arena *scratch;
    pl_str before;
    PL_VEC(struct change) changes;
};

/* Behind the "\n" at or after `at`, or the end. */
static size_t end_of_line(pl_str text, size_t at)
{
    size_t end = pl_str_find_char(text, '\n', at);
    return end == PL_NOWHERE ? text.len : end + 1;
}

static size_t start_of_line(pl_str text, size_t at)
{
    while (at > 0 && text.data[at - 1] != '\n') {
        at--;
    }
    return at;
}

static size_t count_lines(pl_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; at = end_of_line(text, at)) {
        count++;
    }
    return count;
}

/* ----- from edits to changes of whole lines ----- */

static bool begins_line(pl_str text, size_t at)
{
    return at == 0 || at == text.len || text.data[at - 1] == '\n';
}

/* Whether an edit begins in the line that ends at `line_end`; what comes after
 * a last line without "\n" is in that line. */
static bool is_in_line(pl_str text, const struct pl_edit *edit, size_t line_end)
{
    bool is_open =
        line_end == text.len && line_end > 0 && text.data[line_end - 1] != '\n';
    return edit->range.start < line_end ||
           (is_open && edit->range.start == line_end);
}

/* The first of the edits and those that follow in lines that it changes;
 * `*taken` becomes how many that are. */
static struct change change_of(const struct diff *diff, struct pl_edits edits,
                               size_t *taken)
{
    pl_str before = diff->before;
    struct pl_buf text = pl_buf_in(diff->scratch);
    size_t start = start_of_line(before, edits.items[0].range.start);
    size_t at = start;
    bool is_whole = false;
    for (*taken = 0; !is_whole;) {
        const struct pl_edit *it = &edits.items[(*taken)++];
        pl_buf_add(&text, pl_str_slice(before, at, it->range.start));
        pl_buf_add(&text, it->text);
        at = it->range.end;
        bool ends_line = text.len == 0 || text.data[text.len - 1] == '\n';
        size_t line_end =
            begins_line(before, at) && ends_line ? at : end_of_line(before, at);
        is_whole = *taken == edits.count ||
                   !is_in_line(before, &edits.items[*taken], line_end);
        if (is_whole) {
            pl_buf_add(&text, pl_str_slice(before, at, line_end));
            at = line_end;
        }
    }
    return (struct change){
        .start = start, .end = at, .text = pl_buf_str(&text)};
}

/* How many bytes of whole lines both begin with. */
static size_t same_lines(pl_str a, pl_str b)
{
    size_t same = 0;
    while (same < a.len && same < b.len) {
        size_t end = end_of_line(a, same);
        if (!pl_str_eq(pl_str_slice(a, same, end),
                       pl_str_slice(b, same, end_of_line(b, same)))) {
            break;
        }
        same = end;
    }
    return same;
}

/* The same for the end. */
static size_t same_last_lines(pl_str a, pl_str b)
{
    size_t same = 0;
    while (same < a.len && same < b.len) {
        size_t in_a = start_of_line(a, a.len - same - 1);
        size_t in_b = start_of_line(b, b.len - same - 1);
        if (!pl_str_eq(pl_str_slice(a, in_a, a.len - same),
                       pl_str_slice(b, in_b, b.len - same))) {
            break;
        }
        same = a.len - in_a;
    }
    return same;
}

/* Without the lines at both ends that stay as they are. */
static void trim(pl_str before, struct change *change)
{
    pl_str old = pl_str_slice(before, change->start, change->end);
    size_t first = same_lines(old, change->text);
    old = pl_str_slice(old, first, old.len);
    pl_str text = pl_str_slice(change->text, first, change->text.len);
    size_t last = same_last_lines(old, text);
    change->start += first;
    change->end -= last;
    change->text = pl_str_slice(text, 0, text.len - last);
}

static void find_changes(struct diff *diff, struct pl_edits edits)
{
    size_t taken = 0;
    for (size_t i = 0; i < edits.count; i += taken) {
        struct pl_edits rest = {edits.items + i, edits.count - i};
        struct change change = change_of(diff, rest, &taken);
        trim(diff->before, &change);
        if (change.start < change.end || change.text.len > 0) {
            *PL_VEC_PUSH(diff->scratch, &diff->changes) = change;
        }
    }
}

static void number_lines(struct diff *diff)
{
    size_t line = 0;
    size_t at = 0;
    for (size_t i = 0; i < diff->changes.len; i++) {
        struct change *it = &diff->changes.items[i];
        line += count_lines(pl_str_slice(diff->before, at, it->start));
        it->line = line;
        it->old_lines =
            count_lines(pl_str_slice(diff->before, it->start, it->end));
        it->new_lines = count_lines(it->text);
        line += it->old_lines;
        at = it->end;
    }
}

/* ----- from changes to hunks ----- */

/* Changes that are shown together, with their context. */
struct hunk {
    const struct change *changes;
    size_t count;
    size_t start; /* bytes of the old file */
    size_t end;
    size_t context_before; /* lines */
    size_t context_after;
};

static void add_lines(struct pl_buf *out, char mark, pl_str lines)
{
    size_t end;
    for (size_t at = 0; at < lines.len; at = end) {
        end = end_of_line(lines, at);
        pl_buf_add_char(out, mark);
        pl_buf_add(out, pl_str_slice(lines, at, end));
    }
    if (lines.len > 0 && lines.data[lines.len - 1] != '\n') {
        pl_buf_add_text(out, "\n\\ No newline at end of file\n");
    }
}

/* " -12,7": the first line and how many; for none the line before. */
static void add_place(struct pl_buf *out, char mark, size_t line, size_t count)
{
    pl_buf_addf(out, " %c%zu", mark, count == 0 ? line : line + 1);
    if (count != 1) {
        pl_buf_addf(out, ",%zu", count);
    }
}

static void add_head(struct pl_buf *out, const struct hunk *hunk, size_t added,
                     size_t removed)
{
    const struct change *first = hunk->changes;
    const struct change *last = first + hunk->count - 1;
    size_t line = first->line - hunk->context_before;
    size_t old_lines =
        last->line + last->old_lines + hunk->context_after - line;
    size_t new_lines = old_lines;
    for (size_t i = 0; i < hunk->count; i++) {
        new_lines += first[i].new_lines;
        new_lines -= first[i].old_lines;
    }
    pl_buf_add_text(out, "@@");
    add_place(out, '-', line, old_lines);
    add_place(out, '+', line + added - removed, new_lines);
    pl_buf_add_text(out, " @@\n");
}

static void add_body(struct pl_buf *out, pl_str before, const struct hunk *hunk)
{
    size_t at = hunk->start;
    for (size_t i = 0; i < hunk->count; i++) {
        const struct change *it = &hunk->changes[i];
        add_lines(out, ' ', pl_str_slice(before, at, it->start));
        add_lines(out, '-', pl_str_slice(before, it->start, it->end));
        add_lines(out, '+', it->text);
        at = it->end;
    }
    add_lines(out, ' ', pl_str_slice(before, at, hunk->end));
}

/* The hunk that begins with change `first`. */
static struct hunk hunk_at(const struct diff *diff, size_t first)
{
    const struct change *it = &diff->changes.items[first];
    struct hunk hunk = {.changes = it, .count = 1, .start = it->start};
    while (first + hunk.count < diff->changes.len &&
           it[1].line <= it->line + it->old_lines + 2 * (size_t)CONTEXT) {
        hunk.count++;
        it++;
    }
    hunk.end = it->end;
    while (hunk.context_before < CONTEXT && hunk.start > 0) {
        hunk.start = start_of_line(diff->before, hunk.start - 1);
        hunk.context_before++;
    }
    while (hunk.context_after < CONTEXT && hunk.end < diff->before.len) {
        hunk.end = end_of_line(diff->before, hunk.end);
        hunk.context_after++;
    }
    return hunk;
}

static void add_hunks(struct pl_buf *out, const struct diff *diff)
{
    size_t added = 0;
    size_t removed = 0;
    struct hunk hunk;
    for (size_t i = 0; i < diff->changes.len; i += hunk.count) {
        hunk = hunk_at(diff, i);
        add_head(out, &hunk, added, removed);
        add_body(out, diff->before, &hunk);
        for (size_t k = 0; k < hunk.count; k++) {
            added += hunk.changes[k].new_lines;
            removed += hunk.changes[k].old_lines;
        }
    }
}

/* ----- names ----- */

/* In quotes, as git and patch read it, when a character would end it. */
static void add_name(struct pl_buf *out, const char *mark, const char *path)
{
    pl_buf_add_text(out, mark);
    pl_str name = pl_str_from(path);
    bool is_quoted = false;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char byte = (unsigned char)name.data[i];
        is_quoted |= byte < ' ' || byte == '"' || byte == '\\' || byte == 0x7F;
    }
    if (!is_quoted) {
        pl_buf_add(out, name);
        /* Else what follows a space could be taken for a date. */
        bool has_space = pl_str_find_char(name, ' ', 0) != PL_NOWHERE;
        pl_buf_add_text(out, has_space ? "\t\n" : "\n");
        return;
    }
    pl_buf_add_char(out, '"');
    for (size_t i = 0; i < name.len; i++) {
        unsigned char byte = (unsigned char)name.data[i];
        if (byte < ' ' || byte == 0x7F) {
            pl_buf_addf(out, "\\%03o", byte);
        } else {
            pl_buf_add_text(out, byte == '"' || byte == '\\' ? "\\" : "");
            pl_buf_add_char(out, (char)byte);
        }
    }
    pl_buf_add_text(out, "\"\n");
}

void pl_diff_add(struct pl_buf *out, const char *path, pl_str before,
                 struct pl_edits edits)
{
    struct diff diff = {.scratch = pl_arena_new(), .before = before};
    find_changes(&diff, edits);
    if (diff.changes.len > 0) {
        number_lines(&diff);
        add_name(out, "--- ", path);
        add_name(out, "+++ ", path);
        add_hunks(out, &diff);
    }
    pl_arena_free(diff.scratch);
}
