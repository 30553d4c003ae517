#!/usr/bin/env bash
# Lines and columns are those of the text, offsets those of the file.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

# expect_range LINE COLUMN OFFSET LINE COLUMN OFFSET
expect_range() {
    expect_out "\"start\": {\"line\": $1, \"column\": $2, \"offset\": $3}, \
\"end\": {\"line\": $4, \"column\": $5, \"offset\": $6}"
}

check() {
    run --select PL701 --format jsonl "$1"
    [ "$(wc -l <out)" -eq 2 ] || complain 'there are not two findings'
}

printf 'déjà 计划 the the end\nThe rest 𝄞 of of it\n' >plain.txt
check plain.txt
expect_range 1 9 14 1 16 21
expect_range 2 12 40 2 17 45

printf '\xef\xbb\xbfdéjà 计划 the the end\r\nThe rest 𝄞 of of it\r\n' >marked.txt
check marked.txt
expect_range 1 9 17 1 16 24
expect_range 2 12 44 2 17 49

# The same in UTF-16: two bytes each, four for the last clef.
utf16() {
    printf '\xff\xfed\x00\xe9\x00j\x00\xe0\x00 \x00\xa1\x8b\x12\x52 \x00'
    printf 't\x00h\x00e\x00 \x00t\x00h\x00e\x00 \x00e\x00n\x00d\x00\n\x00'
    printf 'T\x00h\x00e\x00 \x00r\x00e\x00s\x00t\x00 \x00\x34\xd8\x1e\xdd \x00'
    printf 'o\x00f\x00 \x00o\x00f\x00 \x00i\x00t\x00\n\x00'
}
utf16 >wide.txt
check wide.txt
expect_range 1 9 18 1 16 32
expect_range 2 12 66 2 17 76

# The text report says the same lines and columns.
run --select PL701 wide.txt
expect_out '1:9 ' '2:12 '

# So does the form that editors read, whatever is in the text.
run --select PL701 --format lines wide.txt
expect_out 'wide.txt:1:9: ' 'wide.txt:2:12: '
[ "$(wc -l <out)" -eq 2 ] || complain 'there are not two lines'

# A related place and a fix have theirs, too.
plan doubled.txt doubled
run --format jsonl doubled.txt
expect_out '"related": [{"path": "doubled.txt", "range": {"start": {"line": 4,'
run --format lines doubled.txt
expect_out 'doubled.txt:5:1: error: paragraph number "3" is used twice, and 4 is missing [PL103]'
finish
