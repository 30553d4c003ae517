#!/usr/bin/env bash
# Help, the manual, the completions, a rule explained.
. "${PLANLINT_SOURCE_DIR:?}/tests/golden/lib.bash"

golden help.text 0 --help
for command in check outline ledger map explain rules test init help version; do
    golden "help-$command.text" 0 help "$command"
done
golden planlint.1 0 help --man
for shell in bash zsh fish; do
    golden "completion.$shell" 0 help --completion "$shell"
done
golden explain.text 0 explain PL107
golden explain.md 0 explain --format markdown PL107
finish
