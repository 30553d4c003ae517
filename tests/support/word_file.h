/* word_file.h - small Word documents made of their XML, for tests. */
#ifndef PLANLINT_TESTS_WORD_FILE_H
#define PLANLINT_TESTS_WORD_FILE_H

#include "base/arena.h"
#include "base/str.h"

struct pl_word_file;

/* What is inside of the root element of each part; NULL: there is no such
 * part. The prefixes w, w14, w15, r, wp, wps, mc, v and a are declared. */
struct word_file_parts {
    const char *document; /* inside of w:body */
    const char *styles;
    const char *numbering;
    const char *settings;
    const char *footnotes;
    const char *endnotes;
    const char *comments;
    const char *comments_extended;
    const char *header;
    const char *footer;
    const char *relations; /* more of the main part: links */
};

/* The bytes of a .docx file, in the arena. */
pl_str word_file_make(struct pl_arena *arena, struct word_file_parts parts);

/* The same, read; fails the test when it cannot be. */
const struct pl_word_file *word_file_read(struct pl_arena *arena,
                                          struct word_file_parts parts);

/* Pieces of XML. */
#define WORD_TEXT(text) "<w:t xml:space=\"preserve\">" text "</w:t>"
#define WORD_RUN(text) "<w:r>" WORD_TEXT(text) "</w:r>"
#define WORD_P(content) "<w:p>" content "</w:p>"
#define WORD_PARA(text) WORD_P(WORD_RUN(text))
#define WORD_STYLED(style, text) \
    WORD_P("<w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" WORD_RUN(text))
#define WORD_LISTED(list, level, text)              \
    WORD_P("<w:pPr><w:numPr><w:ilvl w:val=\"" level \
           "\"/><w:numId w:val=\"" list             \
           "\"/></w:numPr></w:pPr>" WORD_RUN(text))
#define WORD_BY \
    "w:id=\"1\" w:author=\"A. Drafter\" w:date=\"2026-05-04T09:30:00Z\""
#define WORD_INS(text) "<w:ins " WORD_BY ">" WORD_RUN(text) "</w:ins>"
#define WORD_DEL(text)                                                \
    "<w:del " WORD_BY "><w:r><w:delText xml:space=\"preserve\">" text \
    "</w:delText></w:r></w:del>"

/* Paragraph styles "Title", "Heading1" to "Heading3", the default "Normal". */
#define WORD_HEADING_STYLE(level)                                           \
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading" level "\"><w:name " \
    "w:val=\"heading " level "\"/><w:basedOn w:val=\"Normal\"/></w:style>"
#define WORD_STYLES                                                       \
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">" \
    "<w:name w:val=\"Normal\"/></w:style>" WORD_HEADING_STYLE("1")        \
        WORD_HEADING_STYLE("2") WORD_HEADING_STYLE(                       \
            "3") "<w:style w:type=\"paragraph\" w:styleId=\"Title\">"     \
                 "<w:name w:val=\"Title\"/></w:style>"

/* The list "1": "1.", "1.1", "(a)". */
#define WORD_LEVEL(level, format, text)                  \
    "<w:lvl w:ilvl=\"" level                             \
    "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format \
    "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define WORD_NUMBERING                                                  \
    "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val="     \
    "\"multilevel\"/>" WORD_LEVEL("0", "decimal", "%1.")                \
        WORD_LEVEL("1", "decimal", "%1.%2")                             \
            WORD_LEVEL("2", "lowerLetter",                              \
                       "(%3)") "</w:abstractNum>"                       \
                               "<w:num w:numId=\"1\"><w:abstractNumId " \
                               "w:val=\"0\"/></w:num>"

#endif
