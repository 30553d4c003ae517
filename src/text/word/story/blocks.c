/* What stories are made of begins and ends: whose business it is. */
#include "text/word/story/reader.h"

bool pl_word_start_block(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element,
                         struct pl_error *error)
{
    switch (element->name) {
    case PL_WN_P:
        return pl_word_start_para(reader, element, error);
    case PL_WN_TBL:
        return pl_word_start_table(reader, error);
    case PL_WN_TXBX_CONTENT:
        return pl_word_start_box(reader, error);
    case PL_WN_TR:
        pl_word_start_row(reader);
        break;
    case PL_WN_TC:
        pl_word_start_cell(reader);
        break;
    case PL_WN_FOOTNOTE:
    case PL_WN_ENDNOTE:
        pl_word_start_note(reader, element);
        break;
    case PL_WN_COMMENT:
        pl_word_start_comment(reader, element);
        break;
    default:
        if (!pl_word_start_table_property(reader, element)) {
            pl_word_start_para_property(reader, element);
            pl_word_start_section_property(reader, element);
        }
        break;
    }
    return true;
}

void pl_word_end_block(struct pl_word_story_reader *reader,
                       const struct pl_word_frame *frame, struct pl_range tag)
{
    switch (frame->name) {
    case PL_WN_P:
        pl_word_end_para(reader, tag);
        break;
    case PL_WN_P_PR:
        pl_word_end_para_properties(
            reader, (struct pl_range){frame->tag.start, tag.end});
        break;
    case PL_WN_TBL:
        pl_word_end_table(reader);
        break;
    case PL_WN_TXBX_CONTENT:
        pl_word_end_box(reader);
        break;
    case PL_WN_FOOTNOTE:
    case PL_WN_ENDNOTE:
    case PL_WN_COMMENT:
        pl_word_end_note(reader);
        break;
    default:
        break;
    }
}
