#!/usr/bin/env bash
# The TextMate grammar gives each construct of a plan its scope.
set -u

skip() {
    echo "skipped: $1"
    exit 77
}

for program in node npm; do
    command -v "$program" >/dev/null || skip "there is no $program"
done
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
"$PLANLINT_SOURCE_DIR/editors/vscode/prepare.sh" "$work" ||
    skip 'npm brings no modules'
cd -- "$work" || exit 1

grammar_test() {
    node_modules/.bin/vscode-tmgrammar-test "$1" 2>&1
}

failures=0
grammar_test 'test/*.plan' || failures=1

# It can fail: a number that is called a list marker.
cat >wrong.plan <<'PLAN'
// SYNTAX TEST "text.plan" "wrong on purpose"
9 The Council meets every year.
// <- punctuation.definition.list.begin.plan
PLAN
if grammar_test wrong.plan >/dev/null; then
    echo 'did not find the planted fault'
    failures=1
fi

# Headings and numbers are coloured where the program sees them.
plans=$PLANLINT_SOURCE_DIR/tests/fixtures/plans
agreement() {
    node "$PLANLINT_SOURCE_DIR/tests/editor/textmate/agreement.mjs" "$work" \
        "$1" "$PLANLINT" "$PLANLINT_SOURCE_DIR/examples/strategic-plan.txt" \
        "$plans/clean-plan.txt" "$plans/clean-plan-es.txt" "$plans/clean-plan-fr.txt"
}
agreement syntaxes/plan.tmLanguage.json || failures=1
sed 's/constant.numeric.paragraph.plan/constant.numeric.other.plan/' \
    syntaxes/plan.tmLanguage.json >wrong.tmLanguage.json
if agreement wrong.tmLanguage.json >/dev/null; then
    echo 'did not find numbers that are not coloured'
    failures=1
fi
exit "$failures"
