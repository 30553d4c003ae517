#include "plan/references/place_kind.h"

enum pl_place_kind pl_place_kind_of_section(const struct pl_section *section)
{
    static const enum pl_place_kind kinds[PL_PART_KIND_COUNT] = {
        [PL_PART_PART] = PL_PLACE_PART,
        [PL_PART_ANNEX] = PL_PLACE_ANNEX,
        [PL_PART_APPENDIX] = PL_PLACE_APPENDIX,
        [PL_PART_ATTACHMENT] = PL_PLACE_ATTACHMENT,
        [PL_PART_SCHEDULE] = PL_PLACE_SCHEDULE,
    };
    return section->kind == PL_SECTION_ANNEX ? kinds[section->part_kind]
                                             : PL_PLACE_SECTION;
}

enum pl_place_kind pl_place_kind_of_entity(enum pl_entity_kind kind)
{
    static const enum pl_place_kind kinds[PL_ENTITY_KIND_COUNT] = {
        [PL_ENTITY_GOAL] = PL_PLACE_GOAL,
        [PL_ENTITY_OBJECTIVE] = PL_PLACE_OBJECTIVE,
        [PL_ENTITY_TARGET] = PL_PLACE_TARGET,
    };
    return kinds[kind];
}

enum pl_place_kind pl_place_kind_of_caption(enum pl_caption_kind kind)
{
    static const enum pl_place_kind kinds[] = {
        [PL_CAPTION_FIGURE] = PL_PLACE_FIGURE,
        [PL_CAPTION_TABLE] = PL_PLACE_TABLE,
        [PL_CAPTION_BOX] = PL_PLACE_BOX,
    };
    return kinds[kind];
}
