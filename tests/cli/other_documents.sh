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
printf 'application/vnd.oasis.opendocument.text' >parts/mimetype
echo '<manifest/>' >parts/META-INF/manifest.xml
echo '<content/>' >parts/content.xml
(cd parts && cmake -E tar cf ../plan.odt --format=zip -- content.xml \
    META-INF/manifest.xml mimetype)
run plan.odt
expect_advice 'plan.odt: is an OpenDocument file'
finish
