#!/usr/bin/env bash
# A report is the same bytes whatever the locale, the time zone, what fresh
# memory holds and the order of arguments.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

cp "$PLANLINT_SOURCE_DIR"/examples/*.txt "$PLANLINT_SOURCE_DIR"/examples/*.md .
plan doubled.txt doubled
files=(*.txt *.md)
for ((i = ${#files[@]} - 1; i >= 0; i--)); do
    backwards+=("${files[i]}")
done

for form in text counts lines json jsonl; do
    run --profile itu --format "$form" "${files[@]}"
    expect_no_err
    cp out first
    run --profile itu --format "$form" "${backwards[@]}"
    expect_same out first
    shown="planlint --format $form elsewhere"
    env LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo MALLOC_PERTURB_=85 "$PLANLINT" \
        --profile itu --format "$form" . >out 2>err
    expect_same out first
done

# One file at a time says the same about each.
run --profile itu --format jsonl "${files[@]}"
cp out together
LC_ALL=C
for file in $(printf '%s\n' "${files[@]}" | sort); do
    "$PLANLINT" --profile itu --format jsonl "$file"
done >apart
expect_same together apart
finish
