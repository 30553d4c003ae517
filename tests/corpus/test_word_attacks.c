/* Files that were made to do harm: each is read or refused in little time and
 * memory. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "text/word/number/numbers.h"
#include "text/word/read/read.h"
#include "text/word/view/view.h"
#include "zip_maker.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SECONDS = 60, MEGABYTES = 4096, LIGHTER = 10 /* times */ };
#else
enum { SECONDS = 5, MEGABYTES = 256, LIGHTER = 1 };
#endif

#define W \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define OFFICE \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATIONS                                                            \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/" \
    "relationships\">"

/* A part that is a piece again and again. */
struct attack {
    const char *name;
    const char *part;
    const char *start;
    const char *piece; /* "%zu": the number of the piece */
    const char *end;
    size_t megabytes; /* of pieces */
    const char *body; /* NULL: an attack on the body */
};

#define PLAIN "<w:p><w:r><w:t>Plain.</w:t></w:r></w:p>"
#define LISTED                                                         \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"1\"/>" \
    "</w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>"
#define STYLED "<w:p><w:pPr><w:pStyle w:val=\"s5\"/></w:pPr></w:p>"

static const struct attack attacks[] = {
    {"empty paragraphs", "document", "", "<w:p/>", "", 60, NULL},
    {"tabs", "document", "<w:p><w:r>", "<w:tab/>", "</w:r></w:p>", 60, NULL},
    {"runs", "document", "<w:p>", "<w:r/>", "</w:p>", 60, NULL},
    {"one long text", "document", "<w:p><w:r><w:t>", "aaaaaaaaaaaaaaaa",
     "</w:t></w:r></w:p>", 60, NULL},
    {"line ends in a text", "document", "<w:p><w:r><w:t>", "\n",
     "</w:t></w:r></w:p>", 30, NULL},
    {"entities in a text", "document", "<w:p><w:r><w:t>", "&lt;",
     "</w:t></w:r></w:p>", 60, NULL},
    {"bookmarks", "document", "<w:p>",
     "<w:bookmarkStart w:id=\"%zu\" w:name=\"b%zu\"/>", "</w:p>", 60, NULL},
    {"ends of bookmarks", "document", "<w:p>",
     "<w:bookmarkStart w:id=\"%zu\" w:name=\"b\"/><w:bookmarkEnd "
     "w:id=\"1\"/>",
     "</w:p>", 60, NULL},
    {"comments", "document", "<w:p>", "<w:commentRangeStart w:id=\"%zu\"/>",
     "</w:p>", 40, NULL},
    {"fields in a row", "document", "<w:p>", "<w:fldSimple w:instr=\"A\"/>",
     "</w:p>", 60, NULL},
    {"fields without an end", "document", "<w:p>",
     "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "</w:p>", 4, NULL},
    {"a table of wide cells", "document", "<w:tbl><w:tr>",
     "<w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr><w:p/></w:tc>",
     "</w:tr></w:tbl>", 60, NULL},
    {"rows", "document", "<w:tbl>", "<w:tr/>", "</w:tbl>", 60, NULL},
    {"tables", "document", "", "<w:tbl/>", "", 60, NULL},
    {"deep elements", "document", "", "<w:x>", "", 4, NULL},
    {"deep tables", "document", "", "<w:tbl><w:tr><w:tc>", "", 4, NULL},
    {"deep text boxes", "document", "<w:p>", "<w:txbxContent>", "", 4, NULL},
    {"text boxes", "document", "<w:p>", "<w:txbxContent/>", "</w:p>", 60, NULL},
    {"long paragraphs with text boxes", "document", "<w:p><w:r>",
     "<w:tab/><w:txbxContent/>", "</w:r></w:p>", 4, NULL},
    {"changes", "document", "<w:p>", "<w:ins w:author=\"A\"/>", "</w:p>", 60,
     NULL},
    {"links", "document", "<w:p>", "<w:hyperlink w:anchor=\"a\"/>", "</w:p>",
     60, NULL},
    {"attributes", "document", "<w:p ", "w:a%zu=\"\" ", "/>", 3, NULL},
    {"one long attribute", "document", "<w:p w:a=\"", "aaaaaaaaaaaaaaaa",
     "\"/>", 40, NULL},
    {"namespaces", "document", "<w:p ", "xmlns:n%zu=\"u\" ", "/>", 8, NULL},
    {"namespaces in depth", "document", "", "<w:p xmlns:n%zu=\"u\"/>", "", 8,
     NULL},
    {"styles", "styles", "",
     "<w:style w:type=\"paragraph\" w:styleId=\"s%zu\"/>", "", 60, STYLED},
    {"styles in a chain", "styles", "",
     "<w:style w:type=\"paragraph\" w:styleId=\"s%zu\"><w:basedOn "
     "w:val=\"s%zu\"/></w:style>",
     "", 5, STYLED},
    {"definitions of lists", "numbering", "", "<w:abstractNum/>", "", 60,
     LISTED},
    {"lists", "numbering", "", "<w:num w:numId=\"%zu\"/>", "", 60, LISTED},
    {"levels", "numbering", "<w:num w:numId=\"1\"><w:lvlOverride>",
     "<w:lvl w:ilvl=\"1\"/>", "</w:lvlOverride></w:num>", 60, LISTED},
    {"a long label", "numbering",
     "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"8\"><w:numFmt "
     "w:val=\"upperRoman\"/><w:start w:val=\"32767\"/><w:lvlText w:val=\"",
     "%%9",
     "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
     "<w:abstractNumId w:val=\"1\"/></w:num>",
     1, LISTED},
};

/* The piece with a number for its first "%zu" and the next for its second. */
static void add_piece(struct pl_buf *out, const char *piece, size_t number)
{
    static const pl_str mark = PL_STR("%zu");
    static const pl_str sign = PL_STR("%%");
    pl_str rest = pl_str_from(piece);
    while (rest.len > 0) {
        size_t len = 1;
        if (pl_str_starts(rest, mark)) {
            pl_buf_add_number(out, number++);
            len = mark.len;
        } else {
            pl_buf_add_char(out, rest.data[0]);
            len = pl_str_starts(rest, sign) ? sign.len : 1;
        }
        rest = pl_str_slice(rest, len, rest.len);
    }
}

static pl_str make_part(struct pl_arena *arena, const char *name,
                        const struct attack *attack)
{
    bool is_body = pl_str_eq(pl_str_from(name), (pl_str)PL_STR("document"));
    bool is_attacked = pl_str_eq(pl_str_from(name), pl_str_from(attack->part));
    struct pl_buf out = pl_buf_in(arena);
    pl_buf_addf(&out, "<w:%s " W ">%s", name, is_body ? "<w:body>" : "");
    if (is_attacked) {
        pl_buf_add_text(&out, attack->start);
        size_t end = attack->megabytes * 1024 * 1024 / LIGHTER;
        for (size_t i = 0; out.len < end; i++) {
            add_piece(&out, attack->piece, i);
        }
        pl_buf_add_text(&out, attack->end);
    } else if (is_body) {
        for (size_t i = 0; attack->body && i < 100000; i++) {
            pl_buf_add_text(&out, attack->body);
        }
    }
    pl_buf_addf(&out, "%s</w:%s>", is_body ? "</w:body>" : "", name);
    return pl_buf_str(&out);
}

static struct zip_made make_file(struct pl_arena *arena,
                                 const struct attack *attack)
{
    static const pl_str root =
        PL_STR(RELATIONS "<Relationship Id=\"a\" Type=\"" OFFICE
                         "/officeDocument\" Target=\"w/document.xml\"/>"
                         "</Relationships>");
    static const pl_str main = PL_STR(
        RELATIONS "<Relationship Id=\"a\" Type=\"" OFFICE
                  "/styles\" Target=\"styles.xml\"/>"
                  "<Relationship Id=\"b\" Type=\"" OFFICE
                  "/numbering\" Target=\"numbering.xml\"/></Relationships>");
    struct zip_entry entries[] = {
        {"_rels/.rels", root},
        {"w/_rels/document.xml.rels", main},
        {"w/document.xml", make_part(arena, "document", attack)},
        {"w/styles.xml", make_part(arena, "styles", attack)},
        {"w/numbering.xml", make_part(arena, "numbering", attack)},
    };
    return zip_make(arena, entries, PL_COUNT(entries));
}

/* In a process of its own, whose memory is measured. */
static void read_file(pl_str bytes)
{
    struct pl_arena *arena = pl_arena_new();
    const struct pl_word_file *word;
    struct pl_error error = {.message = ""};
    if (pl_word_read(arena, "attack.docx", bytes, &word, &error)) {
        pl_word_labels(arena, word, PL_WORD_ORIGINAL);
        pl_word_view_make(arena, word, PL_WORD_VIEW_MARKUP);
    } else {
        printf(" %s:", error.message);
    }
    pl_arena_free(arena);
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* Of the processor: what else the machine does takes none of it. */
static double seconds_used(const struct rusage *usage)
{
    return seconds_of(usage->ru_utime) + seconds_of(usage->ru_stime);
}

/* The parts are read from a file, as they would be: mapped, not copied. */
static bool survives(const struct attack *attack)
{
    struct pl_arena *arena = pl_arena_new();
    struct zip_made made = make_file(arena, attack);
    struct rusage usage;
    int status;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        read_file((pl_str){made.bytes, made.len});
        fflush(stdout);
        _exit(0);
    }
    wait4(child, &status, 0, &usage);
    double seconds = seconds_used(&usage);
    size_t megabytes = (size_t)usage.ru_maxrss / 1024;
    printf(" %s: %.2f s, %zu MB\n", attack->name, seconds, megabytes);
    pl_arena_free(arena);
    return status == 0 && seconds <= SECONDS && megabytes <= MEGABYTES;
}

static void no_file_takes_much_time_or_memory(void **state)
{
    (void)state;
    size_t failures = 0;
    for (size_t i = 0; i < PL_COUNT(attacks); i++) {
        failures += !survives(&attacks[i]);
    }
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_file_takes_much_time_or_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
