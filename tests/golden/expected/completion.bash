# Completions of planlint for bash.
_planlint() {
    local current=${COMP_WORDS[COMP_CWORD]}
    local before=${COMP_WORDS[COMP_CWORD - 1]}
    local command=check words=''
    case ${COMP_WORDS[1]} in
    check | outline | ledger | map | text | renumber | annotate | fix | explain | rules | test | init | lsp | help | version) command=${COMP_WORDS[1]} ;;
    esac
    case $command:$before in
    check:--severity) words='info warning error' ;;
    annotate:--severity) words='info warning error' ;;
    fix:--severity) words='info warning error' ;;
    check:--fail-level) words='off info warning error' ;;
    renumber:--kind) words='sections paragraphs items annexes figures tables footnotes pillars themes principles goals objectives targets priorities strategies outcomes results outputs indicators initiatives commitments recommendations actions activities tasks deliverables phases milestones offerings enablers components' ;;
    renumber:--style) words='plain bis letter' ;;
    check:--format | check:-f) words='text json jsonl lines counts' ;;
    outline:--format | outline:-f) words='text json' ;;
    ledger:--format | ledger:-f) words='text json csv' ;;
    map:--format | map:-f) words='text json dot svg html' ;;
    explain:--format | explain:-f) words='text markdown' ;;
    rules:--format | rules:-f) words='text json markdown' ;;
    check:--input-format) words='text tika markdown docx' ;;
    outline:--input-format) words='text tika markdown docx' ;;
    ledger:--input-format) words='text tika markdown docx' ;;
    map:--input-format) words='text tika markdown docx' ;;
    text:--input-format) words='text tika markdown docx' ;;
    renumber:--input-format) words='text tika markdown docx' ;;
    check:--view) words='final original' ;;
    outline:--view) words='final original' ;;
    ledger:--view) words='final original' ;;
    map:--view) words='final original' ;;
    text:--view) words='final original markup' ;;
    check:--color) words='auto always never' ;;
    outline:--color) words='auto always never' ;;
    ledger:--color) words='auto always never' ;;
    map:--color) words='auto always never' ;;
    text:--color) words='auto always never' ;;
    renumber:--color) words='auto always never' ;;
    annotate:--color) words='auto always never' ;;
    fix:--color) words='auto always never' ;;
    explain:--color) words='auto always never' ;;
    rules:--color) words='auto always never' ;;
    test:--color) words='auto always never' ;;
    help:--color) words='auto always never' ;;
    version:--color) words='auto always never' ;;
    help:--completion) words='bash zsh fish' ;;
    check:*) [[ $current != -* ]] || words='--profile --select --ignore --severity --fail-level --introduced --fix --diff --unsafe-fixes --format --output --input-format --view --language --stdin-filename --config --no-config --quiet --color --help --version' ;;
    outline:*) [[ $current != -* ]] || words='--format --output --input-format --view --stdin-filename --color --help --version' ;;
    ledger:*) [[ $current != -* ]] || words='--profile --format --output --input-format --view --language --stdin-filename --config --no-config --color --help --version' ;;
    map:*) [[ $current != -* ]] || words='--format --output --input-format --view --stdin-filename --color --help --version' ;;
    text:*) [[ $current != -* ]] || words='--output --input-format --view --map --stdin-filename --color --help --version' ;;
    renumber:*) [[ $current != -* ]] || words='--kind --from --style --start --write --output --tracked --in-place --date --input-format --stdin-filename --color --help --version' ;;
    annotate:*) [[ $current != -* ]] || words='--profile --select --ignore --severity --output --in-place --date --language --config --no-config --quiet --color --help --version' ;;
    fix:*) [[ $current != -* ]] || words='--profile --select --ignore --severity --output --tracked --in-place --date --language --config --no-config --quiet --color --help --version' ;;
    explain:*) [[ $current != -* ]] || words='--profile --format --output --config --no-config --color --help --version' ;;
    rules:*) [[ $current != -* ]] || words='--profile --format --output --config --no-config --color --help --version' ;;
    test:*) [[ $current != -* ]] || words='--config --no-config --quiet --coverage --over --color --help --version' ;;
    init:*) [[ $current != -* ]] || words='--profile --help --version' ;;
    lsp:*) [[ $current != -* ]] || words='--stdio --help --version' ;;
    help:*) [[ $current != -* ]] || words='--output --color --man --completion --help --version' ;;
    version:*) [[ $current != -* ]] || words='--color --help --version' ;;
    esac
    if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then
        words='check outline ledger map text renumber annotate fix explain rules test init lsp help version'
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _planlint planlint
