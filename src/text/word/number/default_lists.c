#include "text/word/number/default_lists.h"

#include "base/range.h"

struct level {
    enum pl_word_format format;
    pl_str text;
};

static const struct {
    pl_str name;
    struct level levels[PL_WORD_LEVELS];
} lists[PL_WORD_DEFAULT_LISTS] = {
    {PL_STR("NumberDefault"),
     {{PL_WORD_FORMAT_DECIMAL, PL_STR("%1)")},
      {PL_WORD_FORMAT_LOWER_LETTER, PL_STR("%2)")},
      {PL_WORD_FORMAT_LOWER_ROMAN, PL_STR("%3)")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("(%4)")},
      {PL_WORD_FORMAT_LOWER_LETTER, PL_STR("(%5)")},
      {PL_WORD_FORMAT_LOWER_ROMAN, PL_STR("(%6)")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%7.")},
      {PL_WORD_FORMAT_LOWER_LETTER, PL_STR("%8.")},
      {PL_WORD_FORMAT_LOWER_ROMAN, PL_STR("%9.")}}},
    {PL_STR("OutlineDefault"),
     {{PL_WORD_FORMAT_UPPER_ROMAN, PL_STR("%1.")},
      {PL_WORD_FORMAT_UPPER_LETTER, PL_STR("%2.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%3.")},
      {PL_WORD_FORMAT_LOWER_LETTER, PL_STR("%4)")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("(%5)")},
      {PL_WORD_FORMAT_LOWER_LETTER, PL_STR("(%6)")},
      {PL_WORD_FORMAT_LOWER_ROMAN, PL_STR("(%7)")},
      {PL_WORD_FORMAT_LOWER_LETTER, PL_STR("(%8)")},
      {PL_WORD_FORMAT_LOWER_ROMAN, PL_STR("(%9)")}}},
    {PL_STR("LegalDefault"),
     {{PL_WORD_FORMAT_DECIMAL, PL_STR("%1.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%1.%2.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%1.%2.%3.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%1.%2.%3.%4.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%1.%2.%3.%4.%5.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%1.%2.%3.%4.%5.%6.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%1.%2.%3.%4.%5.%6.%7.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%1.%2.%3.%4.%5.%6.%7.%8.")},
      {PL_WORD_FORMAT_DECIMAL, PL_STR("%1.%2.%3.%4.%5.%6.%7.%8.%9.")}}},
};

struct pl_word_abstract pl_word_default_list(uint32_t index)
{
    struct pl_word_abstract abstract = {.id = PL_NONE,
                                        .name = lists[index].name};
    for (uint32_t i = 0; i < PL_WORD_LEVELS; i++) {
        abstract.levels[i] = (struct pl_word_level_rule){
            .is_given = true,
            .start = 1,
            .format = lists[index].levels[i].format,
            .text = lists[index].levels[i].text,
            .restart = PL_NONE,
        };
    }
    return abstract;
}
