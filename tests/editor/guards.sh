#!/usr/bin/env bash
# What the server says in each recorded session has the form that the guards of
# vscode-languageserver-types, which VS Code trusts, ask for.
set -u

skip() {
    echo "skipped: $1"
    exit 77
}

for program in node npm; do
    command -v "$program" >/dev/null || skip "there is no $program"
done
prepared=$("$PLANLINT_SOURCE_DIR/editors/vscode/prepare.sh") ||
    skip 'npm brings no modules'
types=$prepared/node_modules/vscode-languageserver-types
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# Each line in its frame.
frames() {
    local line
    while IFS= read -r line; do
        LC_ALL=C
        printf 'Content-Length: %d\r\n\r\n%s' "${#line}" "$line"
    done
}

judge() {
    node "$PLANLINT_SOURCE_DIR/tests/editor/guards.js" "$types" "$@"
}

failures=0
for session in "$PLANLINT_SOURCE_DIR"/tests/lsp/sessions/*.jsonl; do
    echo "${session##*/}"
    frames <"$session" | "$PLANLINT" lsp >"$work/output" 2>"$work/log"
    judge "$session" "$work/output" || failures=1
done

# It can fail: a range without an end.
sed 's/"end":/"enb":/g' "$work/output" >"$work/wrong"
if judge "$session" "$work/wrong" >/dev/null; then
    echo 'did not find the planted fault'
    failures=1
fi
exit "$failures"
