#!/usr/bin/env bash
# Word files: read in each state of their changes, and reported in their terms.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

. "$PLANLINT_SOURCE_DIR/tests/cli/word.bash"

# word_with_header NAME BODY HEADER: the XML inside of w:body, and of w:hdr.
word_with_header() {
    word_parts "$2"
    relations r1 header header1.xml >parts/word/_rels/document.xml.rels
    printf '<w:hdr xmlns:w="%s">%s</w:hdr>' "$word" "$3" \
        >parts/word/header1.xml
    word_pack "$1"
}

heading='<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>2 Aims</w:t></w:r></w:p>'
changed='<w:p><w:r><w:t xml:space="preserve">7 The members </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>will</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> meet the the Council each year.</w:t></w:r></w:p>'
word_xml plan.docx "$heading$changed"

# Its text, in each state of its changes.
run text plan.docx
expect_status 0
expect_out '# 2 Aims' '7 The members shall meet the the Council'
run text --view original plan.docx
expect_out 'members will meet'
run text --view markup plan.docx
expect_out 'members {--will--}{++shall++} meet'
run text --view pretty plan.docx
expect_status 2
run text --map plan.docx
expect_status 0
expect_out '"format": "docx"' '"story": "body", "paragraph": 2' \
    '"part": "word/document.xml"' '{"kind": "made", "text": "# "}' \
    '{"kind": "text", "text": "shall", "xml": '
run text
expect_status 2
expect_err 'text needs one file'

# The header of the pages still has the years of the plan before.
title='<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Strategic plan of the Union for 2028-2031</w:t></w:r></w:p>'
old='<w:p><w:r><w:t>Strategic plan 2024-2027</w:t></w:r></w:p>'
shown="<w:sectPr xmlns:r=\"$office\"><w:headerReference w:type=\"default\" r:id=\"r1\"/></w:sectPr>"
word_with_header header.docx "$title$shown" "$old"
run header.docx
expect_status 1
expect_out 'warning  PL530  header' \
    '"2024-2027" is the period before that of the plan, 2028-2031'
run annotate header.docx -o noted.docx
expect_status 0
(cmake -E tar xf noted.docx word/comments.xml)
grep -qF 'warning, in the header: ' word/comments.xml ||
    complain 'a comment on a header does not say so'
rm -r word noted.docx

# A finding says where it is as people say it, not in lines of no file.
run plan.docx
expect_status 1
expect_out 'warning  PL701  2, para 7' '"the" stands twice running' \
    '7 The members shall meet the the Council'
run --format lines plan.docx
expect_out 'plan.docx: 2, para 7: warning: "the" stands twice running [PL701]'
run --format json plan.docx
expect_out '"format": "docx"' \
    '"word": {"story": "body", "paragraph": 2, "paraId": "", "label": "", "part": "word/document.xml", "xml": {"start": '
run outline --view original plan.docx
expect_status 0
expect_out 'Aims'
run_on '' --stdin-filename x.docx -
expect_status 0

# It is not changed as a text is.
cp plan.docx kept.docx
run --fix plan.docx
expect_err '--fix is for texts' 'planlint fix --tracked'
run --diff plan.docx
expect_err '--diff is for texts'
cmp -s plan.docx kept.docx || complain 'plan.docx has changed'

# Folders: Word files are taken, what Word keeps beside an open one is not.
mkdir folder
mv plan.docx folder
echo 'not a Word file' >'folder/~$plan.docx'
run --format lines folder
expect_status 1
expect_out 'folder/plan.docx: 2, para 7'
expect_no_err

# What is no Word file says so.
printf 'PK\003\004 and no more' >cut.docx
run cut.docx
expect_status 2
expect_err 'cut.docx: cut off'
echo 'A text.' >text.docx
run --input-format docx text.docx
expect_status 2

finish
