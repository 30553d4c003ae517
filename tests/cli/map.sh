#!/usr/bin/env bash
# The map: its forms, its statuses, and that other programs can read what it
# writes; those that are not installed are left out.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

example=$PLANLINT_SOURCE_DIR/examples/strategic-plan.txt
printf '%b' '# Plan\n\n## Goal 1: "A" <b>&amp; \\\\ \001\n\nTarget 1.1: B\n\n' \
    'Target 1.3: Light & {C}, see also Goal 9.\n' >hostile.md
printf 'Good morning.\n' >none.txt

run map
expect_status 2
expect_err 'map needs one file'
run map none.txt none.txt
expect_status 2
run map nowhere.txt
expect_status 2
expect_err 'nowhere.txt'
run map --format pdf none.txt
expect_status 2
expect_err 'pdf'

for form in text json dot svg html; do
    for plan in "$example" hostile.md none.txt; do
        run map --format "$form" "$plan"
        expect_status 0
        expect_no_err
        cp out "first.$form"
        run map --format "$form" --output "second.$form" "$plan"
        expect_same "first.$form" "second.$form"
        run map --color always --format "$form" "$plan"
        [ "$form" = text ] || expect_same "first.$form" out
    done
done

run map none.txt
expect_out 'no goals, targets, priorities or other parts of a plan were found'
run map hostile.md
expect_out '1.2  missing' 'goal 9 is mentioned and does not exist'
run map "$example"
expect_out 'target 2.3 is missing' 'component "Resource plan" has no section'
run_on '# Plan\n\n## Goal 1: Ports\n' map --stdin-filename a.md -
expect_status 0
expect_out 'a.md' '1 goal' 'Ports'

# can NAME: whether a program is there.
can() {
    command -v "$1" >/dev/null
}

for plan in "$example" hostile.md none.txt; do
    run map --format dot --output map.dot "$plan"
    ! can dot || dot -Tsvg map.dot >map.drawn 2>err || complain "dot fails"
    [ ! -s err ] || complain "dot complains"
    run map --format svg --output map.svg "$plan"
    ! can xmllint || xmllint --noout map.svg 2>err || complain "is not XML"
    ! can rsvg-convert || rsvg-convert map.svg >map.png 2>err ||
        complain "is not drawn"
    run map --format html --output map.html "$plan"
    ! can xmllint || tail -n +2 map.html | xmllint --noout - 2>err ||
        complain "is not well-formed"
    ! grep -qE '(src|href)=' map.html || complain "loads something"
done
finish
