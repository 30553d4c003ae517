#!/usr/bin/env bash
# planlint annotate and planlint fix --tracked: answers in Word files.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

. "$PLANLINT_SOURCE_DIR/tests/cli/word.bash"

export SOURCE_DATE_EPOCH=0
word_file plan.docx 'The Council meets the the members.' 'All is well.'
cp plan.docx kept.docx

# A copy gets the comments, the file stays as it is.
run annotate plan.docx -o noted.docx
expect_status 0
expect_no_out
expect_err '1 comment'
expect_same plan.docx kept.docx
expect_part noted.docx word/comments.xml 'w:author="planlint"' \
    'w:date="1970-01-01T00:00:00Z"' '&quot;the&quot;' '[PL701]'
expect_part noted.docx word/document.xml '<w:commentReference w:id="1"/>'

# Doing it again changes nothing; neither does checking see the comments.
run annotate noted.docx -o again.docx
expect_status 0
expect_same noted.docx again.docx
run annotate noted.docx --in-place
expect_same noted.docx again.docx
run plan.docx
cp out before
run noted.docx
sed 's/noted/plan/' out | cmp -s - before || complain "reports other things"

SOURCE_DATE_EPOCH=86400 run annotate noted.docx -o later.docx
expect_same noted.docx later.docx

# Nothing is replaced unless it is asked for.
run annotate plan.docx -o noted.docx
expect_status 2
expect_err 'noted.docx is there already'
run annotate plan.docx -o plan.docx
expect_status 2
expect_err '(--in-place changes it)'
expect_same plan.docx kept.docx
run annotate plan.docx
expect_status 2
expect_err 'give one of them'
run annotate plan.docx --in-place -o other.docx
expect_status 2

# Which findings, and when.
run annotate --ignore PL701 plan.docx -o none.docx
expect_err '0 comments'
expect_same none.docx plan.docx
run annotate --date 2026-05-04T09:30:00Z plan.docx -o dated.docx
expect_part dated.docx word/comments.xml 'w:date="2026-05-04T09:30:00Z"'
run annotate --date yesterday plan.docx -o dated2.docx
expect_status 2
expect_err '--date "yesterday" is not like'

# More findings than comments.
many=()
for number in {1..230}; do
    many+=("Item number $number is the the one.")
done
word_file many.docx "${many[@]}"
run annotate --select PL701 many.docx -o most.docx
expect_err '201 comments'
expect_part most.docx word/comments.xml '230 places; the 200 most severe'

# Safe fixes as tracked changes.
run fix --tracked plan.docx -o fixed.docx
expect_status 0
expect_err '1 fixed, 0 left alone'
expect_part fixed.docx word/document.xml '<w:del w:id="1" w:author="planlint"' \
    '</w:delText>'
run text fixed.docx
expect_out 'The Council meets the members.'
run text --view original fixed.docx
expect_out 'The Council meets the the members.'
run fix --tracked fixed.docx -o again2.docx
expect_err '0 fixed'
expect_same fixed.docx again2.docx

# What cannot be one is named by its place in the document.
word_file shown.docx 'Ports.' 'All is well.' \
    '</w:t></w:r><w:fldSimple w:instr="REF x"><w:r><w:t>Meet the the members</w:t></w:r></w:fldSimple><w:r><w:t>.'
run fix --tracked shown.docx -o shown2.docx
expect_err 'shown.docx: paragraph 3 of the text: "the the" left alone, no plain text' \
    '0 fixed, 1 left alone'

# Texts are for other commands.
echo 'The the plan.' >plan.txt
run annotate plan.txt -o noted.txt
expect_status 2
expect_err 'plan.txt: not a Word file'
run fix --tracked plan.txt --in-place
expect_status 2
expect_err 'planlint --fix changes texts'
run fix plan.docx
expect_status 2
expect_err 'fix needs --tracked'
finish
