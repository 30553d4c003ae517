/* Which headers and footers the pages have. */
#include "text/word/story/reader.h"

#include "text/word/read/attribute.h"

static enum pl_word_margin_kind kind_of(pl_str type)
{
    if (pl_str_eq(type, (pl_str)PL_STR("first"))) {
        return PL_WORD_MARGIN_FIRST;
    }
    return pl_str_eq(type, (pl_str)PL_STR("even")) ? PL_WORD_MARGIN_EVEN
                                                   : PL_WORD_MARGIN_DEFAULT;
}

void pl_word_start_margin(struct pl_word_story_reader *reader,
                          const struct pl_xml_element *element)
{
    struct pl_word_draft *draft = reader->draft;
    if (element->name == PL_WN_TITLE_PG) {
        draft->has_first_pages |=
            pl_word_is_on(pl_xml_get(element, PL_WN_AT_VAL), true);
    } else if (element->name == PL_WN_HEADER_REFERENCE ||
               element->name == PL_WN_FOOTER_REFERENCE) {
        *PL_VEC_PUSH(draft->arena, &draft->margins) = (struct pl_word_margin){
            kind_of(pl_xml_get(element, PL_WN_AT_TYPE)),
            pl_word_keep(reader, pl_xml_get(element, PL_WN_AT_RELATION)),
        };
    }
}
