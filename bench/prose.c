#include "prose.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "lexicon.h"

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof(*(array))))

static const char *const clauses[] = {
    "the $n of $a $N $r $v the $n between $N and $a $N",
    "the Union will $i the $a $n of its $N in order to $i $a $N",
    "$N that $i the $n of $a $N are $p by the Council",
    "each Sector $v the $N which the $a $n has $p",
    "$a $N and the $n of $N remain $a for all Member States",
    "the $n and the $n of $N are $r $p within $q of their adoption",
    "Member States are invited to $i $a $N by $g their $N",
    "by $g the $n of $N, the Bureau $v a more $a $n",
    "more than $q of all $N depend on $a $n in $a $N",
    "the $A $v $a $N on the $n of telecommunication/ICT $N",
    "$a $n, $N and $N are taken into account in $g $N",
    "the General Secretariat $v the $n of the $A and $v its $N",
    "the $a $n of $N has been $p since $y, in particular in $a $N",
    "$N are $p free of charge, so that every $n can $i them $r",
    "the use of telecommunications/ICTs $v $a $n in all countries",
    "in cooperation with the $A, $a $N will be $p for each $n",
    "a $n of $N was $p in $y and will be $r $p every year",
    "the $N of the $n $i the $a $n without $g $a $N",
};

static const char *const joints[] = {
    ", while ",   ", and ",       ", whereas ", "; in addition, ",
    ", because ", " as soon as ", ", so that ",
};

static const char class_letters[PL_WORD_CLASS_COUNT] = {
    [PL_WORD_NOUN] = 'n',       [PL_WORD_PLURAL] = 'N',
    [PL_WORD_ADJECTIVE] = 'a',  [PL_WORD_VERB] = 'v',
    [PL_WORD_INFINITIVE] = 'i', [PL_WORD_GERUND] = 'g',
    [PL_WORD_PARTICIPLE] = 'p', [PL_WORD_ADVERB] = 'r',
};

static pl_str word(struct pl_prose_writer *prose, enum pl_word_class class)
{
    return pl_lexicon_word(prose->lexicon, class, &prose->random);
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* " a " before a vowel becomes " an ". */
static void add_word(struct pl_prose_writer *prose, pl_str added)
{
    struct pl_buf *text = &prose->text;
    bool after_article = text->len >= 3 && text->data[text->len - 1] == ' ' &&
                         text->data[text->len - 2] == 'a' &&
                         text->data[text->len - 3] == ' ';
    if (after_article && is_vowel(added.data[0])) {
        text->len--;
        pl_buf_add_text(text, "n ");
    }
    pl_buf_add(text, added);
}

static void add_acronym(struct pl_prose_writer *prose)
{
    if (prose->acronyms.len == 0) {
        pl_buf_add_text(&prose->text, "Council");
        return;
    }
    uint32_t last = (uint32_t)prose->acronyms.len;
    uint32_t recent = last < 40 ? last : 40;
    uint32_t back = pl_random_between(&prose->random, 1, recent);
    pl_buf_add(&prose->text, prose->acronyms.items[last - back]);
}

static void add_quantity(struct pl_prose_writer *prose)
{
    static const char *const units[] = {"per cent", "months", "years",
                                        "countries"};
    pl_buf_add_number(&prose->text, pl_random_between(&prose->random, 12, 96));
    pl_buf_add_char(&prose->text, ' ');
    pl_buf_add_text(&prose->text,
                    units[pl_random_below(&prose->random, COUNT(units))]);
}

static void add_symbol(struct pl_prose_writer *prose, char symbol)
{
    for (size_t i = 0; i < PL_WORD_CLASS_COUNT; i++) {
        if (class_letters[i] == symbol) {
            add_word(prose, word(prose, (enum pl_word_class)i));
            return;
        }
    }
    if (symbol == 'A') {
        add_acronym(prose);
    } else if (symbol == 'q') {
        add_quantity(prose);
    } else {
        pl_buf_add_number(&prose->text,
                          pl_random_between(&prose->random, 1998, 2027));
    }
}

void pl_prose_clause(struct pl_prose_writer *prose)
{
    const char *at = clauses[pl_random_below(&prose->random, COUNT(clauses))];
    for (; *at; at++) {
        if (*at == '$') {
            add_symbol(prose, *++at);
        } else {
            pl_buf_add_char(&prose->text, *at);
        }
    }
}

static void make_capital(char *letter)
{
    if (*letter >= 'a' && *letter <= 'z') {
        *letter = (char)(*letter - 'a' + 'A');
    }
}

void pl_prose_sentence(struct pl_prose_writer *prose)
{
    size_t start = prose->text.len;
    pl_prose_clause(prose);
    while (pl_random_one_in(&prose->random, 3)) {
        uint32_t joint = pl_random_below(&prose->random, COUNT(joints));
        pl_buf_add_text(&prose->text, joints[joint]);
        pl_prose_clause(prose);
    }
    make_capital(prose->text.data + start);
    pl_buf_add_char(&prose->text, '.');
}

void pl_prose_sentences(struct pl_prose_writer *prose, uint32_t bytes)
{
    size_t end = prose->text.len + bytes;
    pl_prose_sentence(prose);
    while (prose->text.len < end) {
        pl_buf_add_char(&prose->text, ' ');
        pl_prose_sentence(prose);
    }
}

pl_str pl_prose_title(struct pl_prose_writer *prose, uint32_t words,
                      bool all_capital)
{
    struct pl_buf title = pl_buf_in(prose->arena);
    for (uint32_t i = 0; i < words; i++) {
        size_t start = title.len + (i > 0);
        if (i > 0) {
            pl_buf_add_char(&title, ' ');
        }
        pl_buf_add(&title, word(prose, i + 1 < words ? PL_WORD_ADJECTIVE
                                                     : PL_WORD_NOUN));
        if (i == 0 || all_capital) {
            make_capital(title.data + start);
        }
    }
    return pl_buf_str(&title);
}

/* The initials of a title, when no other has them. */
static bool take_initials(struct pl_prose_writer *prose, pl_str title,
                          pl_str *initials)
{
    struct pl_buf letters = pl_buf_in(prose->arena);
    for (size_t i = 0; i < title.len; i++) {
        if (i == 0 || title.data[i - 1] == ' ') {
            pl_buf_add_char(&letters, title.data[i]);
        }
    }
    *initials = pl_buf_str(&letters);
    uint32_t next = (uint32_t)prose->acronyms.len;
    return pl_map_get_or_add(prose->known_acronyms, *initials, next) == next;
}

void pl_prose_define_acronym(struct pl_prose_writer *prose)
{
    uint32_t words = pl_random_between(&prose->random, 3, 5);
    pl_str title = pl_prose_title(prose, words, true);
    pl_str initials;
    if (!take_initials(prose, title, &initials)) {
        return;
    }
    *PL_VEC_PUSH(prose->arena, &prose->acronyms) = initials;
    pl_buf_addf(&prose->text, "The %.*s (%.*s) was created in %u. ",
                PL_STR_ARG(title), PL_STR_ARG(initials),
                pl_random_between(&prose->random, 1998, 2027));
    pl_buf_addf(&prose->text, "The %.*s of the %.*s apply to ",
                PL_STR_ARG(word(prose, PL_WORD_PLURAL)), PL_STR_ARG(initials));
    pl_buf_addf(&prose->text, "all %.*s. ",
                PL_STR_ARG(word(prose, PL_WORD_PLURAL)));
}
