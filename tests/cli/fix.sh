#!/usr/bin/env bash
# --fix, --unsafe-fixes and --diff.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

# slips FILE: a space too many (safe to fix), a doubled word (not safe) and a
# number that nothing can mend.
slips() {
    mkdir -p -- "$(dirname -- "$1")"
    printf '1 \tOverview\n1 The Council  meets every year.\n%s\n%s\n' \
        '2 The Assembly will will adopt the plan of the Union.' \
        '4 The records are kept.' >"$1"
}
fixed='1 The Council meets every year.'
doubled='Assembly will will adopt'
undoubled='Assembly will adopt'

# expect_in FILE TEXT, expect_not_in FILE TEXT
expect_in() {
    grep -qF -- "$2" "$1" || complain "$1 is without: $2"
}
expect_not_in() {
    ! grep -qF -- "$2" "$1" || complain "$1 has: $2"
}

# The safe ones, in place; the report has what remains.
slips plan.txt
run --fix plan.txt
expect_status 1
expect_out 'PL701' '1 warning' '1 fixed'
expect_not_out 'PL703'
expect_in plan.txt "$fixed"
expect_in plan.txt "$doubled"
cp plan.txt once.txt
run --fix plan.txt
expect_status 1
expect_not_out 'fixed'
expect_same plan.txt once.txt

# The others on demand; the status is that of what remains.
run --fix --unsafe-fixes plan.txt
expect_status 0
expect_out '1 fixed'
expect_in plan.txt "$undoubled"

slips plan.txt
run --fix --unsafe-fixes --format json plan.txt
expect_out '"fixed": 2'
run --format json plan.txt
expect_not_out '"fixed"'

# Only what is asked for.
slips plan.txt
cp plan.txt kept.txt
run --fix --severity warning plan.txt
expect_same plan.txt kept.txt
run --fix --ignore PL703 plan.txt
expect_same plan.txt kept.txt
run --fix --unsafe-fixes --select PL701 plan.txt
expect_in plan.txt "$undoubled"
expect_not_in plan.txt "$fixed"

# What a directive silences stays.
{
    echo '<!-- planlint-disable PL703 -->'
    cat kept.txt
} >plan.txt
cp plan.txt silenced.txt
run --fix plan.txt
expect_same plan.txt silenced.txt

# A file without anything to fix is not touched.
plan clean.txt
touch -d '2001-02-03 04:05:06' clean.txt
before=$(stat -c '%i %Y %Z' clean.txt)
run --fix clean.txt
expect_status 0
[ "$(stat -c '%i %Y %Z' clean.txt)" = "$before" ] || complain 'was touched'

# Differences, for patch and for git; nothing is written.
slips plan.txt
slips 'sub folder/other plan.md'
run --diff --unsafe-fixes plan.txt 'sub folder'
expect_status 1
expect_no_err
expect_out '--- plan.txt' '+++ plan.txt' "+$fixed" "-2 The $doubled"
expect_not_out 'PL7'
expect_same plan.txt kept.txt
cp out difference.patch
mkdir patched
cp -r plan.txt 'sub folder' patched
if command -v patch >/dev/null; then
    (cd patched && patch -s -p0 <../difference.patch) || complain 'patch fails'
fi
run --fix --unsafe-fixes plan.txt 'sub folder'
if command -v patch >/dev/null; then
    expect_same plan.txt patched/plan.txt
    expect_same 'sub folder/other plan.md' 'patched/sub folder/other plan.md'
fi
run --diff --unsafe-fixes plan.txt
expect_status 0
expect_no_out

slips plan.txt
run --diff -o difference.patch plan.txt
expect_status 1
expect_no_out
expect_in difference.patch "+$fixed"
if command -v git >/dev/null; then
    shown='git apply'
    mkdir repository
    cp plan.txt repository
    (cd repository && git init -q . && git apply ../difference.patch) ||
        complain 'git apply fails'
    expect_in repository/plan.txt "$fixed"
fi

# Whatever else is in the bytes stays: mixed line ends, a byte order mark, no
# last line end, other encodings.
printf '\357\273\2771 \tOverview\r\n1 Two  words.\n2 Two  more.\r3 The  end is here.' \
    >bytes.txt
run --diff bytes.txt
cp out bytes.patch
cp bytes.txt patched.txt
run --fix bytes.txt
printf '\357\273\2771 \tOverview\r\n1 Two words.\n2 Two more.\r3 The end is here.' \
    >expected.txt
expect_same bytes.txt expected.txt
if command -v patch >/dev/null; then
    patch -s --binary patched.txt bytes.patch
    expect_same patched.txt expected.txt
fi
printf '1 Caf\351  open.\r\n' >windows.txt
printf '1 Caf\351 open.\r\n' >expected.txt
run --fix windows.txt
expect_same windows.txt expected.txt
for encoding in UTF-16LE UTF-16BE; do
    mark='\377\376'
    [ "$encoding" = UTF-16LE ] || mark='\376\377'
    {
        printf '%b' "$mark"
        printf '1 Two  words.\r\n2 Caf\303\251' | iconv -f UTF-8 -t "$encoding"
    } >wide.txt
    {
        printf '%b' "$mark"
        printf '1 Two words.\r\n2 Caf\303\251' | iconv -f UTF-8 -t "$encoding"
    } >expected.txt
    run --fix wide.txt
    expect_same wide.txt expected.txt
done

# Standard input: the fixed text goes on, the report aside.
slips plan.txt
cp plan.txt kept.txt
shown='planlint --fix - (with input)'
"$PLANLINT" --fix - <plan.txt >out 2>err
status=$?
expect_status 1
expect_out "$fixed" "$doubled"
expect_not_out 'PL701'
expect_err '<stdin>' 'PL701' '1 fixed'
[ "$(wc -l <out)" -eq 4 ] || complain 'the text is not all there'
plan clean.txt
"$PLANLINT" --fix -q - <clean.txt >out 2>err
status=$?
expect_status 0
expect_no_err
expect_same out clean.txt
"$PLANLINT" --fix -o fixed.txt - <plan.txt >out 2>err
expect_no_out
expect_in fixed.txt "$fixed"
"$PLANLINT" --diff --stdin-filename drafts/plan.txt - <plan.txt >out 2>err
status=$?
expect_status 1
expect_out '--- drafts/plan.txt' "+$fixed"
shown='planlint --fix - (with what is no text)'
printf 'a\0b' | "$PLANLINT" --fix - >out 2>err
status=$?
expect_status 2
expect_no_out

# Modes and links.
slips plan.txt
chmod 640 plan.txt
ln -s plan.txt link.txt
run --fix link.txt
expect_in plan.txt "$fixed"
[ -L link.txt ] || complain 'the link is gone'
[ "$(stat -c %a plan.txt)" = 640 ] || complain 'the mode has changed'

slips plan.txt
chmod 444 plan.txt
cp plan.txt kept.txt
run --fix plan.txt
expect_status 2
expect_err 'plan.txt: cannot write: it is read-only'
expect_out 'PL703' 'PL701'
expect_not_out 'fixed'
expect_same plan.txt kept.txt
chmod 644 plan.txt

ln plan.txt other.txt
run --fix plan.txt
expect_status 2
expect_err 'plan.txt: cannot write: it has other names (hard links)'
expect_same plan.txt kept.txt
rm other.txt

mkfifo pipe
(cat plan.txt >pipe) &
run --fix pipe
expect_status 2
expect_err 'pipe: changes are written to files only'
wait

# No temporary file stays, whatever happened.
shown='ls -a'
[ -z "$(find . -name '.planlint*')" ] || complain 'a temporary file is left'

# Killed at any moment: the old file or the new one.
mkdir killed
for number in $(seq 2000); do
    echo "$number The Council  meets every year and hears the members  of it."
done >old.txt
sed 's/  / /g' old.txt >new.txt
for delay in 0.005 0.01 0.015 0.02 0.03 0.04 0.06 0.08 0.12 0.2; do
    shown="planlint --fix, killed after $delay seconds"
    cp old.txt killed/plan.txt
    "$PLANLINT" --fix --select PL703 killed/plan.txt >out 2>err &
    victim=$!
    sleep "$delay"
    kill -9 "$victim" 2>/dev/null
    wait "$victim" 2>/dev/null
    cmp -s killed/plan.txt old.txt || cmp -s killed/plan.txt new.txt ||
        complain 'neither the old file nor the new one is there'
done
cp old.txt killed/plan.txt
run --fix --select PL703 killed/plan.txt
expect_same killed/plan.txt new.txt

# Options that do not go together.
run --fix --diff plan.txt
expect_status 2
expect_err 'give one of them'
run --unsafe-fixes plan.txt
expect_status 2
expect_err '--unsafe-fixes goes with --fix or --diff'
expect_same plan.txt kept.txt
finish
