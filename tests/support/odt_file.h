/* odt_file.h - small OpenDocument texts made of their XML, for tests. */
#ifndef PLANLINT_TESTS_ODT_FILE_H
#define PLANLINT_TESTS_ODT_FILE_H

#include "base/arena.h"
#include "base/str.h"

struct pl_word_file;

/* The prefixes office, text, table, draw, style, fo, svg, xlink, dc and loext
 * are declared. NULL: nothing. */
struct odt_file_parts {
    const char *text;      /* inside of office:text */
    const char *automatic; /* inside of office:automatic-styles */
    const char *styles;    /* inside of office:styles, in a part of its own */
    const char *pages;     /* inside of office:master-styles, there */
    const char *manifest;  /* inside of the manifest */
};

/* The bytes of an .odt file, in the arena. */
pl_str odt_file_make(struct pl_arena *arena, struct odt_file_parts parts);

/* The same as a flat file. */
pl_str odt_file_make_flat(struct pl_arena *arena, struct odt_file_parts parts);

/* Read; fails the test when it cannot be. */
const struct pl_word_file *odt_file_read(struct pl_arena *arena,
                                         struct odt_file_parts parts);

/* Pieces of XML. */
#define ODT_P(content) "<text:p>" content "</text:p>"
#define ODT_H(level, content) \
    "<text:h text:outline-level=\"" level "\">" content "</text:h>"
#define ODT_ITEM(content) "<text:list-item>" content "</text:list-item>"
#define ODT_LIST(attributes, content) \
    "<text:list " attributes ">" content "</text:list>"
#define ODT_NUMBERS "text:style-name=\"Numbers\""

/* A level of a list style. */
#define ODT_LEVEL(level, format, more)                  \
    "<text:list-level-style-number text:level=\"" level \
    "\" style:num-format=\"" format "\" " more "/>"

/* The list style "Numbers": "1.", "1.1", "(a)"; "Bullets". */
#define ODT_LIST_STYLES                                                       \
    "<text:list-style style:name=\"Numbers\">" ODT_LEVEL(                     \
        "1", "1", "style:num-suffix=\".\"")                                   \
        ODT_LEVEL("2", "1", "text:display-levels=\"2\"") ODT_LEVEL(           \
            "3", "a",                                                         \
            "style:num-prefix=\"(\" style:num-suffix=\")\"") "</"             \
                                                             "text:list-"     \
                                                             "style><text:"   \
                                                             "list-style "    \
                                                             "style:name="    \
                                                             "\"Bullets\">"   \
                                                             "<text:list-"    \
                                                             "level-style-"   \
                                                             "bullet "        \
                                                             "text:level="    \
                                                             "\"1\" "         \
                                                             "text:bullet-"   \
                                                             "char="          \
                                                             "\"\xE2\x80\xA2" \
                                                             "\"/></"         \
                                                             "text:list-"     \
                                                             "style>"

/* Headings: "1", "1.1". */
#define ODT_OUTLINE                                                       \
    "<text:outline-style style:name=\"Outline\">"                         \
    "<text:outline-level-style text:level=\"1\" style:num-format=\"1\"/>" \
    "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" "  \
    "text:display-levels=\"2\"/></text:outline-style>"

/* Tracked changes: regions, and their marks. */
#define ODT_BY                                                \
    "<office:change-info><dc:creator>A. Drafter</dc:creator>" \
    "<dc:date>2026-05-04T09:30:00</dc:date></office:change-info>"
#define ODT_INSERTION(id)                                            \
    "<text:changed-region xml:id=\"" id "\"><text:insertion>" ODT_BY \
    "</text:insertion></text:changed-region>"
#define ODT_DELETION(id, content)                                           \
    "<text:changed-region xml:id=\"" id "\"><text:deletion>" ODT_BY content \
    "</text:deletion></text:changed-region>"
#define ODT_TRACKED(regions) \
    "<text:tracked-changes>" regions "</text:tracked-changes>"
#define ODT_START(id) "<text:change-start text:change-id=\"" id "\"/>"
#define ODT_END(id) "<text:change-end text:change-id=\"" id "\"/>"
#define ODT_CHANGE(id) "<text:change text:change-id=\"" id "\"/>"

#endif
