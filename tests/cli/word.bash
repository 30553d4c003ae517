# word.bash - Word files for the tests of the command line; to be sourced after
# lib.bash.

command -v cmake >/dev/null || {
    echo "skipped: cmake is not there to make Word files"
    exit 77
}

word=http://schemas.openxmlformats.org/wordprocessingml/2006/main
office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
package=http://schemas.openxmlformats.org/package/2006

# relations ID TYPE TARGET
relations() {
    printf '<Relationships xmlns="%s/relationships"><Relationship Id="%s" Type="%s/%s" Target="%s"/></Relationships>' \
        "$package" "$1" "$office" "$2" "$3"
}

# word_parts XML...: the parts of a file with these paragraphs, in the folder
# parts; the list 1 is there, whose numbers are 1, 2, 3.
word_parts() {
    mkdir -p parts/_rels parts/word/_rels
    printf '<Types xmlns="%s/content-types"/>' "$package" \
        >'parts/[Content_Types].xml'
    relations r1 officeDocument word/document.xml >parts/_rels/.rels
    {
        printf '<w:document xmlns:w="%s"><w:body>' "$word"
        printf '%s' "$@"
        printf '</w:body></w:document>'
    } >parts/word/document.xml
    if grep -qF numId parts/word/document.xml; then
        relations r1 numbering numbering.xml \
            >parts/word/_rels/document.xml.rels
        printf '<w:numbering xmlns:w="%s"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>' \
            "$word" >parts/word/numbering.xml
    fi
}

# word_pack NAME: a file of the parts.
word_pack() {
    (cd parts && cmake -E tar cf "../$1" --format=zip -- \
        '[Content_Types].xml' _rels/.rels word)
    rm -r parts
}

# word_xml NAME XML...: a file with these paragraphs.
word_xml() {
    local name=$1
    shift
    word_parts "$@"
    word_pack "$name"
}

# paragraph TEXT, numbered TEXT: the XML of one, the second with a number that
# Word computes.
paragraph() {
    printf '<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' "$1"
}
numbered() {
    printf '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' \
        "$1"
}

# word_file NAME PARAGRAPH...
word_file() {
    local name=$1 text xml=()
    shift
    for text in "$@"; do
        xml+=("$(paragraph "$text")")
    done
    word_xml "$name" "${xml[@]}"
}

# part FILE NAME: what is in it.
part() {
    rm -rf taken
    mkdir taken
    (cd taken && cmake -E tar xf "../$1" && cat "$2")
}

# expect_part FILE NAME TEXT...
expect_part() {
    local file=$1 name=$2 text
    shift 2
    for text in "$@"; do
        part "$file" "$name" | grep -qF -- "$text" ||
            complain "$name of $file has no: $text"
    done
}
