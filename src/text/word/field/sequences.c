/* Numbers of captions: { SEQ Table }. Source: ECMA-376 17.16.5.56. */
#include "base/buf.h"
#include "base/map.h"
#include "text/word/field/chapters.h"
#include "text/word/field/judging.h"
#include "text/word/number/numbering.h"

/* One name of a sequence. */
struct sequence {
    uint32_t number;
    bool is_found;
    uint32_t heading; /* at which it begins anew, as its first field says */
    uint32_t serial;  /* of the heading that it was last counted below */
    bool is_unsure;   /* counted in an order that is not known */
};

struct sequences {
    struct pl_map *by_name;
    PL_VEC(struct sequence) list;
};

static struct sequence *sequence_of(const struct pl_word_judging *it,
                                    struct sequences *all, pl_str name)
{
    uint32_t next = (uint32_t)all->list.len;
    uint32_t found = pl_map_get_or_add(all->by_name, name, next);
    if (found == next) {
        *PL_VEC_PUSH(it->arena, &all->list) = (struct sequence){0};
    }
    return &all->list.items[found];
}

static bool is_sequence(const struct pl_word_judging *it, uint32_t field)
{
    const struct pl_word_field *from = &it->word->fields[field];
    return it->instructions[field].kind == PL_WORD_FIELD_SEQ &&
           (from->states & it->state) && from->first_para != PL_NONE;
}

/* In text boxes and headers the order of counting is not that of the file; of
 * fields that begin anew at other headings it is not known what holds. */
static void find_unsure(struct pl_word_judging *it, struct sequences *all)
{
    const struct pl_word_file *word = it->word;
    for (uint32_t i = 0; i < word->fields_count; i++) {
        if (!is_sequence(it, i)) {
            continue;
        }
        const struct pl_word_para *para =
            &word->paras[word->fields[i].first_para];
        const struct pl_word_instruction *from = &it->instructions[i];
        struct sequence *sequence = sequence_of(it, all, from->argument);
        bool is_in_body = word->stories[para->story].kind == PL_WORD_BODY;
        bool is_other =
            sequence->is_found && sequence->heading != from->heading;
        bool is_unknown = pl_word_has_switch(from, 's') && from->heading == 0;
        sequence->is_unsure |= !is_in_body || is_other || is_unknown;
        sequence->heading = from->heading;
        sequence->is_found = true;
    }
}

/* Begins anew below another heading; false: whether it does is not known. */
static bool enter_chapter(struct sequence *sequence,
                          const struct pl_word_chapters *chapters)
{
    if (sequence->heading == 0) {
        return true;
    }
    uint32_t level = sequence->heading - 1;
    if (sequence->serial != chapters->levels[level].serial) {
        sequence->serial = chapters->levels[level].serial;
        sequence->number = 0;
    }
    return !chapters->levels[level].is_unsure;
}

static bool format_of(pl_str name, enum pl_word_format *format)
{
    static const struct {
        pl_str name;
        enum pl_word_format format;
    } formats[] = {
        {PL_STR(""), PL_WORD_FORMAT_DECIMAL},
        {PL_STR("ARABIC"), PL_WORD_FORMAT_DECIMAL},
        {PL_STR("arabic"), PL_WORD_FORMAT_DECIMAL},
        {PL_STR("Arabic"), PL_WORD_FORMAT_DECIMAL},
        {PL_STR("ROMAN"), PL_WORD_FORMAT_UPPER_ROMAN},
        {PL_STR("roman"), PL_WORD_FORMAT_LOWER_ROMAN},
        {PL_STR("ALPHABETIC"), PL_WORD_FORMAT_UPPER_LETTER},
        {PL_STR("alphabetic"), PL_WORD_FORMAT_LOWER_LETTER},
    };
    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        if (pl_str_eq(formats[i].name, name)) {
            *format = formats[i].format;
            return true;
        }
    }
    return false;
}

static void count(struct sequence *sequence,
                  const struct pl_word_instruction *instruction)
{
    if (instruction->restart.len > 0) {
        sequence->number = 0;
        for (size_t i = 0; i < instruction->restart.len; i++) {
            char digit = instruction->restart.data[i];
            bool is_digit = digit >= '0' && digit <= '9';
            sequence->is_unsure |= !is_digit || i > 5;
            sequence->number = is_digit && i <= 5 ? sequence->number * 10 +
                                                        (uint32_t)(digit - '0')
                                                  : sequence->number;
        }
    } else if (!pl_word_has_switch(instruction, 'c')) {
        sequence->number++;
    }
}

static void judge(struct pl_word_judging *it, uint32_t field,
                  const struct sequence *sequence, bool is_sure)
{
    struct pl_word_judged_field judged = pl_word_judged(it, field);
    enum pl_word_format format;
    struct pl_buf due = pl_buf_in(it->arena);
    if (!is_sure || sequence->is_unsure || judged.shown.len == 0 ||
        !format_of(judged.instruction.format, &format)) {
        return;
    }
    pl_word_write_number(&due, format, sequence->number, 0);
    if (!pl_word_same_text(pl_buf_str(&due), judged.shown)) {
        judged.verdict = PL_WORD_VERDICT_STALE;
        judged.due = pl_buf_str(&due);
    }
    *PL_VEC_PUSH(it->arena, &it->judged) = judged;
}

void pl_word_judge_sequences(struct pl_word_judging *it)
{
    struct sequences all = {.by_name = pl_map_new(it->arena, 8)};
    struct pl_word_chapters chapters = pl_word_chapters_of(it);
    find_unsure(it, &all);
    for (uint32_t i = 0; i < it->word->fields_count; i++) {
        if (is_sequence(it, i)) {
            struct sequence *sequence =
                sequence_of(it, &all, it->instructions[i].argument);
            if (sequence->heading > 0 && !sequence->is_unsure) {
                pl_word_chapters_enter(&chapters,
                                       it->word->fields[i].first_para);
            }
            bool is_sure = enter_chapter(sequence, &chapters);
            count(sequence, &it->instructions[i]);
            judge(it, i, sequence, is_sure);
        }
    }
}
