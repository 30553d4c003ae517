#include "text/refuse.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/line_ends.h"

enum {
    LOOKED_AT = 64 * 1024
}; /* bytes at the start that tell what a file is */

/* `also`: must stand somewhere near the start too. The first that fits. */
static const struct {
    pl_str mark;
    pl_str also;
    const char *what;
    const char *advice; /* NULL: there is none */
} known[] = {
    {PL_STR("PK\x03\x04"), PL_STR("word/"), "a Word document (.docx)", NULL},
    {PL_STR("PK\x03\x04"), PL_STR("xl/"), "an Excel workbook (.xlsx)", NULL},
    {PL_STR("PK\x03\x04"), PL_STR("ppt/"), "a PowerPoint file (.pptx)", NULL},
    {PL_STR("PK\x03\x04"), PL_STR("[Content_Types].xml"),
     "an Office document such as .docx", NULL},
    {PL_STR("PK\x03\x04"),
     PL_STR("application/vnd.oasis.opendocument.text-template"),
     "an OpenDocument template (.ott)", NULL},
    {PL_STR("PK\x03\x04"),
     PL_STR("application/vnd.oasis.opendocument.spreadsheet"),
     "an OpenDocument spreadsheet (.ods)", NULL},
    {PL_STR("PK\x03\x04"),
     PL_STR("application/vnd.oasis.opendocument.presentation"),
     "an OpenDocument presentation (.odp)", NULL},
    {PL_STR("PK\x03\x04"), PL_STR("application/vnd.oasis.opendocument.text"),
     "an OpenDocument text (.odt)", NULL},
    {PL_STR("PK\x03\x04"), PL_STR("application/vnd.oasis.opendocument"),
     "an OpenDocument file", NULL},
    {PL_STR("PK\x03\x04"), PL_STR(""), "a zip archive", NULL},
    {PL_STR("PK\x05\x06"), PL_STR(""), "an empty zip archive", NULL},
    {PL_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), PL_STR(""),
     "an old Word document (.doc) or a document with a password", NULL},
    {PL_STR("%PDF-"), PL_STR(""), "a PDF document", NULL},
    {PL_STR("{\\rtf"), PL_STR(""), "a Rich Text document (.rtf)",
     PL_REFUSE_CONVERSION},
    {PL_STR("\x1F\x8B"), PL_STR(""), "a gzip archive", NULL},
    {PL_STR("\x89PNG\r\n"), PL_STR(""), "an image (.png)", NULL},
    {PL_STR("\xFF\xD8\xFF"), PL_STR(""), "an image (.jpg)", NULL},
    {PL_STR("\177ELF"), PL_STR(""), "a program", NULL},
    {PL_STR("\xFF\xFE\0\0"), PL_STR(""), "UTF-32 text", NULL},
    {PL_STR("\0\0\xFE\xFF"), PL_STR(""), "UTF-32 text", NULL},
};

bool pl_refuse_known(const char *path, pl_str bytes, struct pl_error *error)
{
    static const char not_read[] = "which this version does not read as text";
    pl_str start = pl_str_slice(bytes, 0, LOOKED_AT);
    for (size_t i = 0; i < PL_COUNT(known); i++) {
        if (pl_str_starts(bytes, known[i].mark) &&
            pl_str_find(start, known[i].also, 0) != PL_NOWHERE) {
            const char *advice = known[i].advice;
            return PL_FAIL_AT(error, (struct pl_place){.path = path},
                              "is %s%s%s", known[i].what, advice ? "; " : ", ",
                              advice ? advice : not_read);
        }
    }
    return true;
}

/* The line ends of a text one after the other, in linear time. */
struct ends {
    pl_str bytes;
    size_t feed;              /* the next "\n" */
    struct pl_line_end other; /* the next of any other kind */
};

/* Start of the line after the one that starts at `from`, or PL_NOWHERE. */
static size_t next_line(struct ends *ends, size_t from)
{
    if (ends->feed < from) {
        ends->feed = pl_str_find_char(ends->bytes, '\n', from);
    }
    if (ends->other.at < from) {
        ends->other = pl_line_end_find(ends->bytes, from);
    }
    if (ends->other.at < ends->feed) {
        return ends->other.at + ends->other.len;
    }
    return ends->feed == PL_NOWHERE ? PL_NOWHERE : ends->feed + 1;
}

struct pl_place pl_place_in(const char *path, pl_str bytes, size_t offset)
{
    struct ends ends = {.bytes = bytes,
                        .feed = pl_str_find_char(bytes, '\n', 0),
                        .other = pl_line_end_find(bytes, 0)};
    size_t line = 1;
    size_t start = 0;
    for (size_t next = next_line(&ends, 0); next <= offset;
         next = next_line(&ends, next)) {
        start = next;
        line++;
    }
    pl_str before = pl_str_slice(bytes, start, offset);
    return (struct pl_place){path, line, pl_utf8_count(before) + 1};
}

/* Every other byte of UTF-16 in a western language is NUL. */
static bool is_like_utf16(pl_str bytes)
{
    pl_str start = pl_str_slice(bytes, 0, LOOKED_AT);
    size_t nuls[2] = {0};
    for (size_t i = 0; i < start.len; i++) {
        nuls[i % 2] += start.data[i] == '\0';
    }
    size_t most = nuls[0] > nuls[1] ? nuls[0] : nuls[1];
    size_t least = nuls[0] > nuls[1] ? nuls[1] : nuls[0];
    return most > start.len / 4 && least <= most / 16;
}

bool pl_refuse_nul(const char *path, pl_str bytes, size_t offset,
                   struct pl_error *error)
{
    const char *what = is_like_utf16(bytes)
                           ? "like UTF-16 without a byte order mark"
                           : "which no text has";
    return PL_FAIL_AT(error, pl_place_in(path, bytes, offset),
                      "has a NUL byte (0x00, at byte %zu), %s", offset, what);
}

/* RFC 3629, section 3: why there is no character here. */
static const char *fault_at(pl_str bytes, size_t at)
{
    const unsigned char *p = (const unsigned char *)bytes.data + at;
    unsigned second = bytes.len - at > 1 ? p[1] : 0;
    bool followed = (second & 0xC0) == 0x80;
    if (p[0] < 0xC0) {
        return "continues a character that did not begin";
    }
    if (p[0] > 0xF4 || (p[0] == 0xF4 && followed && second > 0x8F)) {
        return "would be beyond U+10FFFF";
    }
    if (p[0] < 0xC2 || (p[0] == 0xE0 && followed && second < 0xA0) ||
        (p[0] == 0xF0 && followed && second < 0x90)) {
        return "begins a character that is written too long";
    }
    if (p[0] == 0xED && followed && second > 0x9F) {
        return "begins a surrogate of UTF-16";
    }
    return "begins a character that is not complete";
}

bool pl_refuse_utf8(const char *path, pl_str bytes, size_t offset,
                    const char *other, struct pl_error *error)
{
    return PL_FAIL_AT(error, pl_place_in(path, bytes, offset),
                      "byte 0x%02x is not UTF-8, it %s; %s",
                      (unsigned)(unsigned char)bytes.data[offset],
                      fault_at(bytes, offset), other);
}
