#include "text/word/read/definitions.h"

#include "text/package/opc.h"
#include "text/package/zip.h"
#include "text/word/read/look.h"

static const struct pl_xml_name names[PL_WD_COUNT] = {
#define PL_WORD_DEFINITION(constant, space, local) {PL_XML_##space, local},
#include "text/word/read/definition.def"
#undef PL_WORD_DEFINITION
};

struct pl_word_indent
pl_word_definition_indent(const struct pl_xml_element *element)
{
    struct pl_word_indent_values values = {
        .left = pl_xml_get(element, PL_WD_AT_LEFT),
        .start = pl_xml_get(element, PL_WD_START),
        .right = pl_xml_get(element, PL_WD_AT_RIGHT),
        .end = pl_xml_get(element, PL_WD_AT_END),
        .first_line = pl_xml_get(element, PL_WD_AT_FIRST_LINE),
        .hanging = pl_xml_get(element, PL_WD_AT_HANGING),
    };
    return pl_word_indent_of(&values);
}

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    const struct pl_word_definition_reader *reader = context;
    return reader->start(reader->reading, element, error);
}

static bool on_end(void *context, uint16_t name, struct pl_range tag,
                   struct pl_error *error)
{
    const struct pl_word_definition_reader *reader = context;
    (void)tag;
    (void)error;
    reader->end(reader->reading, name);
    return true;
}

bool pl_word_definitions_read(struct pl_zip *zip, pl_str part,
                              const struct pl_word_definition_reader *reader,
                              struct pl_error *error)
{
    struct pl_word_definition_reader context = *reader;
    struct pl_xml_reader xml = {.names = {names, PL_WD_COUNT},
                                .start = on_start,
                                .end = on_end,
                                .context = &context};
    return part.len == 0 ||
           pl_opc_read_part(zip, pl_zip_find(zip, part), &xml, error);
}
