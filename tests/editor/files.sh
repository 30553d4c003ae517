#!/usr/bin/env bash
# Whatever an editor that is not here would read is well-formed, starts the
# server in the same way, and is what the page shows.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need jq
complain() {
    echo "$1"
    failures=1
}

# Each block of JSON on the pages, and each file of settings.
for page in "$editors"/*/README.md; do
    editor=$(basename "$(dirname "$page")")
    for number in {1..9}; do
        snippet "$editor" json "$number" >"$work/block"
        [ -s "$work/block" ] || break
        jq empty "$work/block" || complain "$editor: block $number is not JSON"
    done
done

# expect_command FILE FILTER
expect_command() {
    [ "$(jq -c "$2" "$editors/$1")" = '["planlint","lsp"]' ] ||
        complain "$1 does not start planlint lsp"
}
expect_command kate/settings.json '.servers.plan.command'
expect_command sublime/LSP.sublime-settings '.clients.planlint.command'
snippet sublime json | cmp -s - "$editors/sublime/LSP.sublime-settings" ||
    complain 'sublime: the page shows other settings than the file'

if command -v xmllint >/dev/null; then
    xmllint --noout "$editors/kate/plan.xml" || complain 'kate: plan.xml'
fi
if python3 -c 'import tomllib' 2>/dev/null; then
    for file in "$editors"/helix/*.toml "$editors"/zed/*.toml \
        "$editors"/zed/languages/plan/*.toml; do
        python3 -c 'import sys, tomllib; tomllib.load(open(sys.argv[1], "rb"))' \
            "$file" || complain "$file is not TOML"
    done
fi
starts=$(grep -A 1 -x 'command = "planlint"' "$editors/helix/languages.toml")
[ "$starts" = $'command = "planlint"\nargs = ["lsp"]' ] ||
    complain 'helix does not start planlint lsp'
finish
