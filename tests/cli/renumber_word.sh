#!/usr/bin/env bash
# planlint renumber on Word files: differences of the text, tracked changes, and
# what is left to Word.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"
. "$PLANLINT_SOURCE_DIR/tests/cli/word.bash"

export SOURCE_DATE_EPOCH=0

# A number that is there twice: the difference is one of the text.
word_file plan.docx '1 The Council meets every year (see paragraphs 3 and 4).' \
    '2 The Assembly meets every four years.' \
    '2 The Secretariat was inserted, see paragraph 2.' \
    '3 The records are kept.' '4 The members elect the Secretary.'
cp plan.docx kept.docx
run renumber plan.docx
expect_status 1
expect_out '--- plan.docx' '+++ plan.docx' '+3 The Secretariat was inserted' \
    '+5 The members' '(see paragraphs 4 and 5)'
expect_err 'plan.docx: para 2: "paragraph 2" stays: more than one place has' \
    '3 numbers and 2 references change, 1 place stays'
run renumber --style bis plan.docx
expect_out '+2bis The Secretariat'
expect_same plan.docx kept.docx

# As tracked changes, in a copy.
run text plan.docx
cp out before
run renumber --tracked plan.docx -o changed.docx
expect_status 0
expect_no_out
expect_err '3 numbers and 2 references change'
expect_same plan.docx kept.docx
expect_part changed.docx word/document.xml \
    '<w:ins w:id="2" w:author="planlint" w:date="1970-01-01T00:00:00Z">'
run text --view original changed.docx
expect_same out before
run text --view markup changed.docx
expect_out '(see paragraphs {--3--}{++4++} and {--4--}{++5++})' \
    '{--2--}{++3++} The Secretariat was inserted, see paragraph 2.' \
    '{--3--}{++4++} The records' '{--4--}{++5++} The members'

# Doing it again changes nothing; in place it is the same.
run renumber changed.docx
expect_status 0
expect_no_out
run renumber --tracked changed.docx -o again.docx
expect_status 0
expect_same again.docx changed.docx
run renumber --tracked --in-place plan.docx
expect_status 0
expect_same plan.docx changed.docx
cp kept.docx plan.docx
run renumber --tracked --date 2026-05-04T09:30:00Z plan.docx -o dated.docx
expect_part dated.docx word/document.xml 'w:date="2026-05-04T09:30:00Z"'

# Numbers that Word computes are left to it.
word_xml automatic.docx "$(numbered 'The Council meets, see paragraph 3.')" \
    "$(numbered 'The Assembly meets.')" "$(numbered 'The members meet.')"
run renumber automatic.docx
expect_status 0
expect_no_out
expect_err 'automatic.docx: para 1: "1" stays: Word computes it'
run renumber --start 5 automatic.docx
expect_status 0
expect_no_out
expect_err 'automatic.docx: para 3: "3" stays: Word computes it' '0 numbers'
run renumber --tracked --start 5 automatic.docx -o same.docx
expect_same same.docx automatic.docx

# A series goes on as far as its typed numbers allow, or stays as a whole.
word_xml behind.docx "$(numbered 'The Chair presides.')" \
    "$(numbered 'The board sits, see paragraph 4.')" \
    "$(paragraph '4 The rest is here.')" "$(paragraph '5 The other is here.')"
run renumber behind.docx
expect_status 1
expect_out '+2	The board sits, see paragraph 3.' '+3 The rest' '+4 The other'
word_xml among.docx "$(numbered 'The Chair presides.')" \
    "$(numbered 'The board sits, see paragraph 4.')" \
    "$(paragraph '2 The rest is here.')" "$(numbered 'The staff is here.')" \
    "$(paragraph '4 The other is here.')"
run renumber among.docx
expect_status 0
expect_no_out
expect_err 'among.docx: para 2: "2" stays: a number of its series cannot be' \
    'among.docx: para 3: "3" stays: Word computes it' \
    'among.docx: para 4: "4" stays: a number of its series cannot be'

# So is the result of a field; the reference beside it is typed.
field=$(printf '</w:t></w:r>%s%s%s%s' \
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' \
    '<w:r><w:instrText> REF a \h </w:instrText></w:r>' \
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>' \
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>')
word_file fields.docx '1 The Council meets.' '2 The Assembly meets.' \
    "2 The board sits, see paragraph $field, and paragraph 4." \
    '3 The records are kept.' '4 The members meet.'
run renumber fields.docx
expect_status 1
expect_out '+3 The board sits, see paragraph 3, and paragraph 5.'
expect_err 'fields.docx: para 2: "paragraph 3" stays: Word computes it'

# A number that would need a tab is no tracked change.
tab='</w:t><w:tab/><w:t xml:space="preserve">'
word_file tab.docx "1${tab}The Council meets." "2${tab}The Assembly meets." \
    'The board sits.' "3${tab}The members meet."
run renumber --from 3 --tracked tab.docx -o tabbed.docx
expect_status 2
expect_err 'tab.docx:3:1: "3" cannot be put there as a tracked change'
[ ! -e tabbed.docx ] || complain 'writes something'

# What is refused.
run renumber --write plan.docx
expect_status 2
expect_err 'plan.docx: a Word file is not changed as a text is' '--tracked'
run renumber --tracked --write plan.docx -o other.docx
expect_status 2
expect_err 'give one of them'
run renumber --tracked plan.docx
expect_status 2
expect_err 'give one of them'
run renumber --tracked plan.docx -o changed.docx
expect_status 2
expect_err 'changed.docx is there already'
run renumber --in-place plan.docx
expect_status 2
expect_err '--in-place goes with --tracked'
run renumber --date 2026-05-04T09:30:00Z plan.docx
expect_status 2
expect_err '--date goes with --tracked'
echo '1 The plan.' >plan.txt
run renumber --tracked plan.txt --in-place
expect_status 2
expect_err 'plan.txt: not a Word file; planlint renumber --write changes texts'
expect_same plan.docx kept.docx
finish
