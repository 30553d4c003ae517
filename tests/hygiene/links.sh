#!/usr/bin/env bash
# What the documentation points to is there: relative links, the headings of
# fragments, and `paths/in/backticks` that begin with a folder of ours.
. "$PLANLINT_SOURCE_DIR/tests/support/hygiene.sh"

# outside_fences: stdin without its code blocks.
outside_fences() {
    awk '/^ *(```|~~~)/ { fenced = !fenced; next } !fenced'
}

# headings FILE: the fragments that its headings make.
headings() {
    sed -n -E 's/^#+ +//p' "$1" | tr '[:upper:]' '[:lower:]' |
        sed -E 's/[^a-z0-9 _-]//g; s/ /-/g'
}

# check_link ROOT FILE TARGET
check_link() {
    local path=${3%%#*} fragment='' place=$2
    case $3 in
    *://* | mailto:*) return ;;
    *'#'*) fragment=${3#*#} ;;
    esac
    if [ -n "$path" ]; then
        place=$(dirname -- "$2")/$path
    fi
    if [ ! -e "$place" ]; then
        echo "${2#"$1"/}: there is no $3"
    elif [ -n "$fragment" ] && ! headings "$place" | grep -qxF "$fragment"; then
        echo "${2#"$1"/}: no heading makes #$fragment"
    fi
}

# check_path ROOT FILE PATH
check_path() {
    [ -e "$1/$3" ] || echo "${2#"$1"/}: there is no $3"
}

folders='src|grammar|rules|tests|docs|scripts|examples|editors|cmake|bench|\.ci'

problems() {
    local file target
    project_files "$1" | grep '\.md$' | grep -v /tests/fixtures/ |
        while read -r file; do
            outside_fences <"$file" | grep -oE '\]\([^) ]+' |
                cut -c 3- | while read -r target; do
                check_link "$1" "$file" "$target"
            done
            outside_fences <"$file" |
                grep -oE "\`($folders)/[A-Za-z0-9_./-]*\`" | tr -d '`' |
                while read -r target; do
                    check_path "$1" "$file" "$target"
                done
        done
}

expect_clean

plant README.md <<<'See [the rules](docs/rules.md).'
expect_problem 'README.md: there is no docs/rules.md'
plant docs/a.md <<<'See [up](../README.md).'
expect_problem 'docs/a.md: there is no ../README.md'
plant README.md <<<'Read [on](#further-down).'
expect_problem 'no heading makes #further-down'
plant README.md <<<'The scanner is `grammar/src/scanner.c`.'
expect_problem 'README.md: there is no grammar/src/scanner.c'
plant README.md <<<'The code is in [src](src/base/), see [one](#one).

# One'
plant src/base/x.c </dev/null
[ -z "$(problems "$planted")" ] || { echo 'took good links for bad'; failures=1; }
finish
