# shellcheck shell=bash
# pathological.sh - hostile documents of any size, and how to run the program
# on them within bounds; to be sourced.
#
# A case is a line of a list: NAME COUNT STATUSES. `make_NAME COUNT` writes it;
# STATUSES are the digits of the exit statuses that are right.

# repeat COUNT TEXT: TEXT, with the escapes of printf, that often.
repeat() {
    LC_ALL=C awk -v n="$1" -v text="$2" \
        'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'
}

# repeat_line COUNT TEXT: the same, a line each.
repeat_line() {
    yes -- "$2" | head -n "$1"
}

# number COUNT FORMAT: FORMAT with %d from 1 to COUNT, a line each.
number() {
    awk -v n="$1" -v format="$2\n" \
        'BEGIN { for (i = 1; i <= n; i++) printf format, i, i, i }'
}

# letters COUNT FORMAT: FORMAT with %s for "aaaa", "aaab"..., a line each.
letters() {
    awk -v n="$1" -v format="$2\n" 'BEGIN {
        for (i = 0; i < n; i++) {
            w = ""
            for (r = i + 456976; r >= 1; r = int(r / 26)) {
                w = sprintf("%c", 97 + r % 26) w
            }
            printf format, w, w, w
        }
    }'
}

structure_cases='
nested_inline_lists 100000 01
nested_line_lists 1000 01
nested_bullets 100000 01
nested_quotes 100000 01
alternating_markers 100000 01
long_section_number 1000000 01
deep_section_number 50000 01
deepening_sections 1000 01
lines_of_a_number 1000000 01
empty_lines 1000000 0
paragraphs_of_one_number 200000 01
references_to_one 1000000 01
references_of_ranges 100000 01
reference_to_many 500000 01
references_to_none 100000 1
references_to_unseen_figures 100000 01
reference_chain 100000 01
footnotes 25000 01
footnotes_of_one_id 25000 01
notes_unclosed 1000000 01
wide_tab_row 100000 01
wide_pipe_row 100000 01
cell_lines 200000 01
pipes 2000000 01
pipe_lines 300000 01
annexes 100000 01
headings 200000 01
contents 100000 01
goals 50000 01
goals_of_one_number 50000 01
targets 100000 01
comments 100000 01
captions 100000 01
citations 200000 01
inline_lists 100000 01
directives 50000 01
directives_of_unknown_words 100000 01
directive_of_many_words 100000 01
'
make_nested_inline_lists() { repeat "$1" 'a) i) 1) '; }
make_nested_line_lists() {
    awk -v n="$1" 'BEGIN {
        for (i = 0; i < n; i++) { print t "a) one"; print t "i) two"; t = t "\t" }
    }'
}
make_nested_bullets() { repeat "$1" "- "; }
make_nested_quotes() { repeat "$1" '> '; }
make_alternating_markers() { repeat "$1" 'a) x\ni) x\n1) x\n(a) x\n- x\n'; }
make_long_section_number() {
    repeat "$1" 1
    printf ' \tTitle\n1 Text.\n'
}
make_deep_section_number() {
    repeat "$1" '1.'
    printf '1 \tTitle\n1 Text, see section 1.1.\n'
}
make_deepening_sections() {
    awk -v n="$1" 'BEGIN {
        for (i = 0; i < n; i++) { t = t (i ? ".1" : "1"); print t " \tTitle" }
    }'
}
make_lines_of_a_number() { repeat_line "$1" 1; }
make_empty_lines() { repeat_line "$1" ''; }
make_paragraphs_of_one_number() { repeat_line "$1" '7 The Council decides.'; }
make_references_to_one() {
    printf '1 Purpose.\n2 '
    repeat "$1" 'See paragraph 1. '
}
make_references_of_ranges() {
    repeat_line "$1" 'See paragraphs 1 to 4000000000 and sections 1.1 to 9.99999.'
}
make_reference_to_many() {
    printf '1 See paragraphs 1'
    awk -v n="$1" 'BEGIN { for (i = 2; i <= n; i++) printf ", %d", i }'
}
make_references_to_none() { repeat_line "$1" '7 See paragraph 99 above and section 3.9 above.'; }
make_references_to_unseen_figures() {
    repeat_line "$1" '[image: A chart] The figure below and the table above say so.'
}
make_reference_chain() { number "$1" '%d See paragraph %d above and section %d.'; }
make_footnotes() { number "$1" '%d Text[footnoteRef:%d] [%d:  A note.]'; }
make_footnotes_of_one_id() { repeat_line "$1" '1 Text[footnoteRef:1] [1:  A note.]'; }
make_notes_unclosed() { repeat "$1" '[1: '; }
make_wide_tab_row() { repeat "$1" '\tcell'; }
make_wide_pipe_row() {
    repeat "$1" '| a '
    printf '|\n'
    repeat "$1" '|---'
    printf '|\n'
    repeat "$1" '| b '
}
make_cell_lines() { repeat "$1" '\tcell\n'; }
make_pipes() { repeat "$1" '|'; }
make_pipe_lines() { repeat_line "$1" '|a|'; }
make_annexes() { number "$1" 'Annex %d'; }
make_headings() { number "$1" '%d \tHeading of section %d'; }
make_contents() {
    printf 'Contents\n'
    number "$1" '%d Title of section %d ........ %d'
}
make_goals() { number "$1" '%d Goal %d – Safe Rivers %d: text of the goal.'; }
make_goals_of_one_number() {
    letters "$1" '1 Goal 1 – Safe %s: text about the Goal 1 of %s.'
}
make_targets() { repeat "$1" '\t1.1: Rivers by 2030\n\n'; }
make_comments() { repeat "$1" 'Text.\tComment by Author: To be updated.\n'; }
make_captions() { repeat_line "$1" 'Table 1 – Definitions'; }
make_citations() { letters "$1" 'Resolution 71 (Rev. City%s, 2022) and Decision 5 (Rome, 2001).'; }
make_inline_lists() { repeat "$1" 'a) one; c) two; and d) three. '; }
make_directives() { repeat_line "$1" '<!-- planlint-disable-next-line PL101 -- reason -->'; }
make_directives_of_unknown_words() { letters "$1" '<!-- planlint-disable %s -->'; }
make_directive_of_many_words() {
    printf '<!-- planlint-disable '
    repeat "$1" 'PL101 PL9 nonesuch, '
    printf -- '-->\n1 The the end.\n'
}

word_cases='
long_paragraph 20000000 01
long_word 5000000 01
doubled_words 1000000 01
spaces 5000000 01
tabs 1000000 01
capitalised_words 1000000 01
capitals 1000000 01
acronyms_defined 300000 01
acronyms_of_one_name 100000 01
acronym_long_form 100000 01
open_brackets 1000000 01
closed_brackets 1000000 01
mixed_brackets 500000 01
open_quotes 1000000 01
curly_quotes 500000 01
apostrophes 1000000 01
same_sentences 300000 01
same_paragraphs 200000 01
hyphens 1000000 01
slashes 1000000 01
dots 2000000 01
year_spans 300000 01
glued_years 200000 01
glued_words 200000 01
many_findings 300000 01
alternatives 200000 01
code_marks 1000000 01
comment_marks 500000 01
link_marks 500000 01
wrapped_addresses 30000 01
brackets_behind_formula 300000 01
own_number 100000 01
tables_below 60000 01
'
make_long_paragraph() { repeat $(($1 / 50)) 'the work of the members goes on in all countries, '; }
make_long_word() { repeat "$1" 'a'; }
make_doubled_words() { repeat "$1" 'the '; }
make_spaces() {
    printf '1 Text'
    repeat "$1" ' '
    printf 'more.\n'
}
make_tabs() { repeat "$1" '\t'; }
make_capitalised_words() { repeat "$1" 'World Rivers Of '; }
make_capitals() { repeat "$1" 'A'; }
make_acronyms_defined() {
    awk -v n="$1" 'BEGIN {
        for (i = 0; i < n; i++) {
            a = sprintf("%c", 65 + i % 26); b = sprintf("%c", 65 + int(i / 26) % 26)
            c = sprintf("%c", 65 + int(i / 676) % 26)
            print a "ole " b "ule " c "ile (" a b c ") and " a b c "."
        }
    }'
}
make_acronyms_of_one_name() { letters "$1" 'A%s B%s C%s (ABC) and the ABC.'; }
make_acronym_long_form() {
    repeat "$1" 'World Wide '
    printf '('
    repeat "$1" 'WW'
    printf ')\n'
}
make_open_brackets() { repeat "$1" '('; }
make_closed_brackets() { repeat "$1" ')'; }
make_mixed_brackets() { repeat "$1" '([{)'; }
make_open_quotes() { repeat "$1" 'a "b '; }
make_curly_quotes() { repeat "$1" '“a ‘b '; }
make_apostrophes() { repeat "$1" "a' 'b "; }
make_same_sentences() { repeat "$1" 'The Council reviews the targets of the plan every year. '; }
make_same_paragraphs() { number "$1" '%d The Council reviews the targets of the plan every year.'; }
make_hyphens() { repeat "$1" 'a-'; }
make_slashes() { repeat "$1" 'ICTs/'; }
make_dots() { repeat "$1" '.'; }
make_year_spans() { repeat "$1" '2028-2031 and 2031-2028, '; }
make_glued_years() { repeat "$1" '2028-20314-2027 (REV. ROMEPARIS, 202622) '; }
make_glued_words() { letters "$1" 'The %s and the work; the %swork.'; }
make_many_findings() { repeat "$1" 'the the  end ,and .. then ., so '; }
make_alternatives() { repeat "$1" 'It should shall must will end [it] [not]. '; }
make_code_marks() { repeat "$1" 'a `` b ` '; }
make_comment_marks() { repeat "$1" '<!-- a '; }
make_link_marks() { repeat "$1" '![a](b '; }
make_brackets_behind_formula() {
    # shellcheck disable=SC2016
    printf '$$x$$\n\n'
    repeat "$1" '(a '
}
make_own_number() {
    number 4 '%d\tThe Union.'
    printf '5\tAs paragraphs '
    repeat "$1" '5, '
    printf '5 say.\n'
}
make_tables_below() { repeat "$1" 'The table below shows it all. '; }
make_wrapped_addresses() { repeat_line "$1" 'http://a b) ; and c) http://a b) ; and c) http://a b) ; and c) http://a b) ; and c)'; }

byte_cases='
nul 1000000 2
marks_inside 300000 01
lone_surrogates 100000 012
overlong_forms 100000 012
bidi_controls 300000 01
combining_marks 10000 01
no_break_numbers 300000 01
line_ends 100000 01
carriage_returns 1000000 01
zero_width_joiners 300000 01
private_bullets 300000 01
latin_1 1000000 01
half_of_utf_16 1000001 012
utf_16 500000 01
lone_utf_16_surrogates 300000 012
noise 1000000 012
end_inside_a_character 1000000 012
'
make_nul() {
    repeat "$1" 'a'
    printf '\0\n'
}
make_marks_inside() { repeat "$1" 'a\357\273\277b '; }
make_lone_surrogates() { repeat "$1" 'a\355\240\200b '; }
make_overlong_forms() { repeat "$1" 'a\300\257b '; }
make_bidi_controls() { repeat "$1" '\342\200\256a\342\201\246b '; }
make_combining_marks() {
    printf '1 The e'
    repeat "$1" '\314\201'
    printf ' ends.\n'
}
make_no_break_numbers() { repeat "$1" '1\302\240000\342\200\257000 per cent, '; }
make_line_ends() { repeat "$1" '1 a\r2 b\r\n3 c\302\2054 d\342\200\2505 e\342\200\251\n'; }
make_carriage_returns() { repeat "$1" '\r'; }
make_zero_width_joiners() { repeat "$1" '\360\237\221\251\342\200\215'; }
make_private_bullets() { repeat "$1" '\357\202\267\ta\n'; }
make_latin_1() { repeat "$1" 'caf\351 '; }
make_half_of_utf_16() {
    printf '\377\376'
    repeat "$1" 'a'
}
make_utf_16() {
    printf '\377\376'
    repeat "$1" '1 ' | sed 's/./&\n/g' | tr '\n' '\0'
}
make_lone_utf_16_surrogates() {
    printf '\376\377'
    repeat "$1" '\330\002'
}
make_noise() {
    LC_ALL=C awk -v n="$1" 'BEGIN {
        srand(7)
        for (i = 0; i < n; i++) printf "%c", 1 + int(rand() * 255)
    }'
}
make_end_inside_a_character() {
    repeat "$1" 'a'
    printf '\342\200'
}

# run_case FILE: the exit status of the program, and what it said in a file;
# more than 2 when it took more than 5 seconds of processor time. It is told
# that there is no more memory when it goes beyond 512 MB.
# What can be bounded is address space, of which at most half is ever touched:
# large arrays are reserved whole and grow into their room.
run_case() {
    (
        ulimit -c 0
        ulimit -t "$((5 * ${slower:-1}))"
        [ -n "${ASAN_OPTIONS-}" ] || ulimit -v $((2 * 512 * 1024))
        exec "$PLANLINT" --no-config --profile itu --format jsonl "$1" \
            >/dev/null 2>"$work/said"
    )
}

# run_cases LIST: all of them, smaller under AddressSanitizer, which is slower
# and needs several times the memory.
run_cases() {
    local name count statuses status smaller=1 failures=0
    work=$(mktemp -d)
    trap 'rm -rf -- "$work"' EXIT
    if [ -n "${ASAN_OPTIONS-}" ]; then
        smaller=20
        slower=4
    fi
    while read -r name count statuses; do
        [ -n "$name" ] || continue
        "make_$name" $((count / smaller)) >"$work/$name.txt"
        status=0
        run_case "$work/$name.txt" || status=$?
        ! grep -q 'out of memory' "$work/said" || status=memory
        case $statuses in
        *"$status"*) ;;
        *)
            echo "$name, $count: exit status $status, not one of $statuses"
            head -n 40 "$work/said"
            failures=1
            ;;
        esac
        rm -f -- "$work/$name.txt"
    done <<<"$1"
    return "$failures"
}
