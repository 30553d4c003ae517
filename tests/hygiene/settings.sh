#!/usr/bin/env bash
# What editors are told of the settings is what their schema says.
. "$PLANLINT_SOURCE_DIR/tests/support/hygiene.sh"

command -v python3 >/dev/null || {
    echo 'skipped: there is no python3'
    exit 77
}

schema=rules/schema/editor-settings.schema.json
package=editors/vscode/package.json

problems() {
    "$PLANLINT_SOURCE_DIR/editors/generate-settings" --check "$1" 2>&1 |
        sed 's/$/: run editors\/generate-settings/'
}

copy() {
    plant "$1" <"$PLANLINT_SOURCE_DIR/$1"
}

expect_clean

copy "$package"
sed 's/"default": true/"default": false/' "$PLANLINT_SOURCE_DIR/$schema" |
    plant "$schema"
expect_problem "$package: run"
copy "$schema"
copy "$package"
plant editors/other/README.md <<'PAGE'
<!-- settings of the server: begin -->
| setting |
<!-- settings: end -->
PAGE
expect_problem 'editors/other/README.md: run'
finish
