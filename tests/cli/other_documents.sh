#!/usr/bin/env bash
# Documents of other programs: what they are, and how they become Word files.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"
. "$PLANLINT_SOURCE_DIR/tests/cli/word.bash"

# expect_advice WHAT
expect_advice() {
    expect_status 2
    expect_err "$1" 'keeps its tracked changes' \
        'soffice --headless --convert-to docx FILE'
}

# The names do not matter.
printf '{\\rtf1\\ansi The plan.}' >plan.rtf
cp plan.rtf rich.txt
for name in plan.rtf rich.txt; do
    run "$name"
    expect_advice "$name: is a Rich Text document (.rtf)"
done

# Packed by others, its type does not come first.
mkdir -p parts/META-INF
odf=urn:oasis:names:tc:opendocument:xmlns
printf 'application/vnd.oasis.opendocument.text' >parts/mimetype
echo '<manifest/>' >parts/META-INF/manifest.xml
cat >parts/content.xml <<EOF
<office:document-content xmlns:office="$odf:office:1.0"
 xmlns:text="$odf:text:1.0"><office:body><office:text>
<text:h text:outline-level="1">Aims</text:h>
<text:p>It will reaches all.</text:p>
</office:text></office:body></office:document-content>
EOF
(cd parts && cmake -E tar cf ../plan.odt --format=zip -- content.xml \
    META-INF/manifest.xml mimetype)
run text plan.odt
expect_status 0
expect_out '# Aims' 'It will reaches all.'

# It is read as a Word file is, wherever it is found; nothing is written to it.
mkdir -p folder
cp plan.odt folder/plan.odt
run folder
expect_status 0
expect_out 'no findings in 1 file'
for answer in 'annotate' 'fix --tracked' 'renumber --tracked'; do
    # shellcheck disable=SC2086 # words of a command
    run $answer plan.odt -o out.odt
    expect_advice 'plan.odt: an OpenDocument text is only read'
done
run --fix plan.odt
expect_advice 'plan.odt: an OpenDocument text is only read'

# Its tracked changes are read: what they bring in, and who did.
cat >parts/content.xml <<EOF
<office:document-content xmlns:office="$odf:office:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:text="$odf:text:1.0"><office:body><office:text>
<text:tracked-changes><text:changed-region xml:id="c1"><text:insertion>
<office:change-info><dc:creator>A. Drafter</dc:creator>
<dc:date>2026-05-04T09:30:00</dc:date></office:change-info>
</text:insertion></text:changed-region></text:tracked-changes>
<text:p>It follows the the plan of the Union for all of its ports.</text:p>
<text:p>It reaches <text:change-start text:change-id="c1"/>all of the the
<text:change-end text:change-id="c1"/>ports.</text:p>
</office:text></office:body></office:document-content>
EOF
(cd parts && cmake -E tar cf ../changed.odt --format=zip -- content.xml \
    META-INF/manifest.xml mimetype)
run text --view original changed.odt
expect_status 0
expect_out 'It reaches ports.'
run --introduced --format json changed.odt
expect_out '"introduced": 1' '"line": 2, "column": 19' '"author": "A. Drafter"'
expect_not_out '"line": 1,'

# Protected with a password.
echo '<manifest><encryption-data/></manifest>' >parts/META-INF/manifest.xml
(cd parts && cmake -E tar cf ../locked.odt --format=zip -- content.xml \
    META-INF/manifest.xml mimetype)
run locked.odt
expect_status 2
expect_err 'locked.odt: protected with a password'
finish
