#!/usr/bin/env bash
# planlint renumber: differences, writing, places and complaints.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

# doubled FILE: a paragraph that was inserted as a second 2.
doubled() {
    printf '1 \tOverview\n%s\n%s\n%s\n%s\n2 \tBodies\n%s\n' \
        '1 The Council meets every year (see paragraphs 3 and 4).' \
        '2 The Assembly meets every four years.' \
        '2 The Secretariat was inserted, see paragraph 2.' \
        '3 The records are kept, see section 2.' \
        '4 The members elect the Secretary.' >"$1"
}

# By default the difference is shown and nothing is written.
doubled plan.txt
cp plan.txt kept.txt
run renumber plan.txt
expect_status 1
expect_out '--- plan.txt' '+++ plan.txt' '+3 The Secretariat was inserted, see' \
    '+5 The members' '(see paragraphs 4 and 5)'
expect_err 'plan.txt:4:37: "paragraph 2" stays: more than one place' \
    '3 numbers and 2 references change, 1 place stays'
expect_same plan.txt kept.txt
cp out difference.patch
run renumber -o other.patch plan.txt
expect_status 1
expect_no_out
expect_same other.patch difference.patch

# Written in one step; a second run changes nothing.
run renumber --write plan.txt
expect_status 0
expect_no_out
grep -q '^5 The members' plan.txt || complain 'is not renumbered'
if command -v patch >/dev/null; then
    cp kept.txt patched.txt
    patch -s patched.txt difference.patch
    expect_same patched.txt plan.txt
fi
cp plan.txt once.txt
run renumber -w plan.txt
expect_status 0
expect_err '0 numbers and 0 references change'
expect_same plan.txt once.txt
run renumber plan.txt
expect_status 0
expect_no_out

# Insertions keep the numbers there are.
doubled plan.txt
run renumber --style bis plan.txt
expect_status 1
expect_out '+2bis The Secretariat'
expect_not_out '+4'
run renumber --style letter plan.txt
expect_out '+2A The Secretariat'

# From a place on, given in several ways.
for place in 7 7:3 '2, para 4' 'para 4'; do
    run renumber --from "$place" --start 9 plan.txt
    expect_status 1
    expect_out '+9 The members' 'paragraphs 3 and 9'
    expect_not_out '+3'
done
run renumber --from 2 --kind sections --start 5 plan.txt
expect_status 1
expect_out '+5 	Bodies' 'see section 5.'
run renumber --from 6 --start 5 plan.txt
expect_out '+5 	Bodies'

# Standard input: the text goes on with --write, else the difference.
shown='planlint renumber - (with input)'
"$PLANLINT" renumber --write - <kept.txt >out 2>err
status=$?
expect_status 0
expect_same out once.txt
"$PLANLINT" renumber --stdin-filename drafts/plan.txt - <kept.txt >out 2>err
status=$?
expect_status 1
expect_out '--- drafts/plan.txt'
expect_err 'drafts/plan.txt:4:37'

# The encoding, the line ends and the byte order mark stay.
printf '1 Caf\351 one.\r\n1 Two.\r\n2 See paragraph 3.\r3 The end.' >windows.txt
printf '1 Caf\351 one.\r\n2 Two.\r\n3 See paragraph 4.\r4 The end.' >expected.txt
run renumber -w windows.txt
expect_same windows.txt expected.txt
printf '\357\273\2771 One.\n1 Two.\n2 See paragraph 2.\n3 The end.' >bom.txt
printf '\357\273\2771 One.\n2 Two.\n3 See paragraph 3.\n4 The end.' >expected.txt
run renumber -w bom.txt
expect_same bom.txt expected.txt
{
    printf '\377\376'
    printf '1 One.\n1 Two.\n2 See paragraph 3.\n3 \303\211nd.' |
        iconv -f UTF-8 -t UTF-16LE
} >wide.txt
{
    printf '\377\376'
    printf '1 One.\n2 Two.\n3 See paragraph 4.\n4 \303\211nd.' |
        iconv -f UTF-8 -t UTF-16LE
} >expected.txt
run renumber -w wide.txt
expect_same wide.txt expected.txt

# What cannot be done is said, and the file stays.
run renumber
expect_status 2
expect_err 'renumber needs one file'
run renumber --from 99 plan.txt
expect_status 2
expect_err 'plan.txt has no line 99'
run renumber --from 'para 77' plan.txt
expect_status 2
expect_err 'plan.txt has no place "para 77"'
run renumber --from 'para 2' plan.txt
expect_status 2
expect_err '"para 2" is in plan.txt more than once, in line 3 and in line 4'
run renumber --kind goals --from 3 plan.txt
expect_status 2
expect_err 'there are no numbered goals from 3 on'
run renumber --kind goal plan.txt
expect_status 2
expect_err 'goal'
run renumber --start 0 plan.txt
expect_status 2
expect_err '--start "0" is no number'
run renumber --start 70000 plan.txt
expect_status 2
run renumber --start x plan.txt
expect_status 2
printf '1 One:\na) a;\nb) b.\n2 Two:\na) a;\nb) b.\n' >lists.txt
run renumber --kind items --start 3 lists.txt
expect_status 2
expect_err 'there are 2 series of items: say by --from'
run renumber --kind goals plan.txt
expect_status 0
expect_no_out
doubled kept.txt
expect_same plan.txt kept.txt
chmod 444 plan.txt
run renumber -w plan.txt
expect_status 2
expect_err 'plan.txt: cannot write: it is read-only'
expect_same plan.txt kept.txt
shown='planlint renumber - (with what is no text)'
printf 'a\0b' | "$PLANLINT" renumber - >out 2>err
status=$?
expect_status 2
shown='ls -a'
[ -z "$(find . -name '.planlint*')" ] || complain 'a temporary file is left'
finish
