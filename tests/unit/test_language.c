/* Languages: what a text is written in, and where it is in another one. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "plan/language.h"
#include "plan/plan.h"

struct text {
    const char *language;
    const char *text;
};

static void assert_languages(struct pl_arena *arena, const struct text *texts,
                             size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct pl_plan *plan = plan_from_text(arena, texts[i].text);
        pl_str expected = pl_str_from(texts[i].language);
        if (!pl_str_eq(plan->language, expected)) {
            fail_msg("\"%s\" is %.*s", texts[i].text,
                     PL_STR_ARG(plan->language));
        }
    }
}

static void prose_tells_its_language(void **state)
{
    static const struct text texts[] = {
        {"en", "The Union shall publish the charts of the harbour."},
        {"fr", "L'Union publie les cartes du port et des quais."},
        {"es", "La Unión publica los mapas del puerto y de los muelles."},
        {"pt", "A União publica os mapas do porto e não vende as cartas."},
        {"it", "L'Unione pubblica le carte del porto e gli orari della rada."},
        {"de", "Die Union veröffentlicht die Karten und wird sie nicht "
               "verkaufen."},
        {"nl", "De Unie publiceert het plan van de haven en een kaart voor "
               "schippers."},
        {"sv", "Unionen ska ge ut kartor för hamnen och inte sälja dem till "
               "båtar som är på väg."},
        {"cy", "Mae yr Undeb wedi cyhoeddi mapiau sydd yn dangos ein harbwr."},
        {"ru", "Союз издаёт карты гавани и не продаёт их."},
        {"uk", "Спілка видає карти гавані та не продає їх для човнів."},
        {"ar", "ينشر الاتحاد في كل عام خرائط من الميناء إلى البحر."},
        {"fa", "این اتحادیه نقشه های بندر را برای قایق ها منتشر می کند."},
        {"el", "Η Ένωση δημοσιεύει τους χάρτες του λιμανιού."},
        {"he", "האיחוד מפרסם את מפות הנמל."},
        {"zh", "联盟每年出版港口地图。"},
        {"ja", "連合は毎年、港の地図を出版する。"},
        {"ko", "연합은 매년 항구 지도를 출판한다."},
        {"th", "สหภาพเผยแพร่แผนที่ท่าเรือ"},
    };
    assert_languages(*state, texts, PL_COUNT(texts));
}

static void what_does_not_tell_is_undetermined(void **state)
{
    static const struct text texts[] = {
        {"und", ""},
        {"und", "2.1 2028-2031 100 200 300"},
        {"und", "Harbour Union: Kaldenholm, Norrvik, Estuary House"},
        {"und", "Unia wydaje mapy portu"}, /* no frequent word in it */
        {"und", "OU = Harbour, OU = Quay, DU = Boat, ES = Net"},
    };
    assert_languages(*state, texts, PL_COUNT(texts));
}

static void capitals_at_the_beginning_count(void **state)
{
    static const struct text texts[] = {
        {"en", "The Quays And The Boats"},
        {"fr", "Les Quais Et Les Bateaux"},
    };
    assert_languages(*state, texts, PL_COUNT(texts));
}

/* "1 en, 2 fr": of each line. */
static const char *languages_of_blocks(struct pl_arena *arena, const char *text)
{
    const struct pl_plan *plan = plan_from(arena, text, PL_FORMAT_TEXT);
    struct pl_buf buf = pl_buf_in(arena);
    for (uint32_t i = 0; i < plan->blocks_count; i++) {
        pl_buf_addf(&buf, "%s%.*s", i > 0 ? " " : "",
                    PL_STR_ARG(pl_plan_language_of_block(plan, i)));
    }
    pl_buf_add_char(&buf, '\0');
    return buf.data;
}

#define ENGLISH "The quays of the harbour are to be cleaned by the Union.\n"
#define FRENCH "Les quais du port sont à nettoyer par les membres.\n"

static void a_foreign_block_has_its_own_language(void **state)
{
    assert_string_equal(
        languages_of_blocks(*state, ENGLISH ENGLISH FRENCH ENGLISH),
        "en en fr en");
    assert_string_equal(
        languages_of_blocks(*state, ENGLISH ENGLISH "Союз издаёт карты\n"),
        "en en und"); /* clearly foreign, but not clearly what */
    assert_string_equal(languages_of_blocks(*state, FRENCH ENGLISH FRENCH),
                        "fr en fr");
}

static void short_blocks_go_with_their_document(void **state)
{
    assert_string_equal(
        languages_of_blocks(*state, ENGLISH "Bureau du port\n" ENGLISH),
        "en en en");
    assert_string_equal(languages_of_blocks(*state, ENGLISH "no, no, no, no\n"),
                        "en en");
}

static void short_blocks_between_foreign_ones_go_with_them(void **state)
{
    assert_string_equal(languages_of_blocks(*state,
                                            ENGLISH ENGLISH ENGLISH FRENCH
                                            "Bureau du port\n" FRENCH ENGLISH),
                        "en en en fr fr fr en");
}

static void half_and_half_is_undetermined_but_its_blocks_are_not(void **state)
{
    const char *text = ENGLISH FRENCH ENGLISH FRENCH "Quai 4\n";
    assert_languages(*state, &(struct text){"und", text}, 1);
    assert_string_equal(languages_of_blocks(*state, text), "en fr en fr und");
}

static void a_place_has_the_language_of_its_block(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state, ENGLISH ENGLISH FRENCH, PL_FORMAT_TEXT);
    pl_str at_quays = pl_plan_language_at(plan, offset_of(plan, "harbour"));
    pl_str at_port = pl_plan_language_at(plan, offset_of(plan, "port sont"));
    assert_true(pl_str_eq(at_quays, pl_language_tag(PL_LANGUAGE_ENGLISH)));
    assert_true(pl_str_eq(at_port, pl_language_tag(PL_LANGUAGE_FRENCH)));
}

static void tags_are_two_or_three_small_letters(void **state)
{
    (void)state;
    assert_true(pl_language_is_tag((pl_str)PL_STR("en")));
    assert_true(pl_language_is_tag((pl_str)PL_STR("und")));
    assert_false(pl_language_is_tag((pl_str)PL_STR("En")));
    assert_false(pl_language_is_tag((pl_str)PL_STR("e")));
    assert_false(pl_language_is_tag((pl_str)PL_STR("en-GB")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(prose_tells_its_language),
        ARENA_TEST(what_does_not_tell_is_undetermined),
        ARENA_TEST(capitals_at_the_beginning_count),
        ARENA_TEST(a_foreign_block_has_its_own_language),
        ARENA_TEST(short_blocks_go_with_their_document),
        ARENA_TEST(short_blocks_between_foreign_ones_go_with_them),
        ARENA_TEST(half_and_half_is_undetermined_but_its_blocks_are_not),
        ARENA_TEST(a_place_has_the_language_of_its_block),
        ARENA_TEST(tags_are_two_or_three_small_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
