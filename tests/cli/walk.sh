#!/usr/bin/env bash
# The files of a folder: the same that git would not ignore.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

# paths: those of the documents in a JSON report, one a line.
paths() {
    sed -n -E 's/^    \{"path": "([^"]*)", "format".*/\1/p' "$1"
}

expect_paths() {
    paths out >found
    printf '%s\n' "$@" >wanted
    expect_same found wanted
}

plan docs/b.md
plan docs/a.txt
plan docs/deep/er/c.markdown
plan docs/.hidden.md
plan docs/.hidden/d.md
plan docs/e.rtf
plan docs/f.plan
run --format json docs
expect_paths docs/a.txt docs/b.md docs/deep/er/c.markdown docs/f.plan

# The order and doubles of arguments change nothing.
cp out first
run --format json docs/b.md docs ./docs/a.txt docs//deep
expect_same out first

# Links that lead in circles are not followed.
ln -s .. docs/up
ln -s self docs/self
run --format json docs
expect_same out first
rm docs/up docs/self

# include and exclude of the configuration.
printf '{"exclude": ["docs/deep"]}\n' >planlint.json
run --format json docs
expect_paths docs/a.txt docs/b.md docs/f.plan
run --format json docs/deep/er/c.markdown
expect_paths docs/deep/er/c.markdown
printf '{"include": ["*.rtf"]}\n' >planlint.json
run --format json docs
expect_paths docs/e.rtf
rm planlint.json

command -v git >/dev/null || finish
rm -r .git docs
git init -q . 2>/dev/null

plan plans/a.txt
plan plans/b.txt
plan plans/old/a.txt
plan plans/old/new/c.md
plan plans/build/d.md
plan plans/x/build/e.md
plan plans/keep/f.md
plan plans/keep/g.md
plan 'plans/odd [name].md'
plan 'plans/odd name .md'
plan 'plans/#hash.md'
plan 'plans/!bang.md'
plan plans/déjà.md
plan plans/a/b/c/d.txt
plan plans/a/x/d.txt
plan other/foo.md
plan other/bar/foo.md
plan other/bar/baz/foo.md

# check NAME: our walk and git agree on what the .gitignore files say.
check() {
    find plans other -name '*.txt' -o -name '*.md' | sort >all
    git -c core.quotePath=false check-ignore --no-index --stdin <all >ignored
    sort ignored | comm -23 all - >wanted
    run --format json .
    paths out >found
    shown="$1"
    expect_same found wanted
}

check 'no .gitignore'
while IFS= read -r rules; do
    printf '%b\n' "$rules" >.gitignore
    check ".gitignore: $rules"
done <<'RULES'
*.txt
*.txt\n!b.txt
/plans/*.txt
plans/old
plans/old/
build/
build/\n!plans/build/
/build
**/build
**/old/**
plans/**/d.txt
plans/a/**/d.txt
other/**/foo.md
other/*/foo.md
foo.md\n!/other/foo.md
other/bar/*\n!other/bar/baz
[a-b].txt
[!a].txt
plans/odd*
plans/odd \\[name\\].md
plans/odd name\\ .md
odd name .md   
\\#hash.md
#hash.md
\\!bang.md
d*j*.md
d??j??.md
?.txt
*
*\n!*/\n!*.md
/*\n!/plans\n/plans/*\n!/plans/keep
[[:alpha:]].txt
a/
!a.txt
plans/keep/[fg].md
plans/keep/[^f].md
**
/**/c/d.txt
a/**
**/a/**
other/
*.m[d]
*.[!t]*
/plans/a.txt\r
RULES

rm .gitignore
printf '*.md\n' >plans/.gitignore
printf '!g.md\n/f.md\n' >plans/keep/.gitignore
check 'rules in folders'
printf 'a.txt\n' >.gitignore
printf '!a.txt\n' >plans/old/.gitignore
check 'a deeper folder has the last word'
finish
