# Completions of planlint for bash.
_planlint() {
    local current=${COMP_WORDS[COMP_CWORD]}
    local before=${COMP_WORDS[COMP_CWORD - 1]}
    local command=check words=''
    case ${COMP_WORDS[1]} in
    check | outline | ledger | map | renumber | explain | rules | test | init | lsp | help | version) command=${COMP_WORDS[1]} ;;
    esac
    case $command:$before in
    check:--severity) words='info warning error' ;;
    check:--fail-level) words='off info warning error' ;;
    renumber:--kind) words='sections paragraphs items annexes figures tables footnotes pillars themes principles goals objectives targets priorities strategies outcomes results outputs indicators initiatives commitments recommendations actions activities tasks deliverables phases milestones offerings enablers components' ;;
    renumber:--style) words='plain bis letter' ;;
    check:--format | check:-f) words='text json jsonl lines counts' ;;
    outline:--format | outline:-f) words='text json' ;;
    ledger:--format | ledger:-f) words='text json csv' ;;
    map:--format | map:-f) words='text json dot svg html' ;;
    explain:--format | explain:-f) words='text markdown' ;;
    rules:--format | rules:-f) words='text json markdown' ;;
    check:--input-format) words='text tika markdown' ;;
    outline:--input-format) words='text tika markdown' ;;
    ledger:--input-format) words='text tika markdown' ;;
    map:--input-format) words='text tika markdown' ;;
    renumber:--input-format) words='text tika markdown' ;;
    check:--color) words='auto always never' ;;
    outline:--color) words='auto always never' ;;
    ledger:--color) words='auto always never' ;;
    map:--color) words='auto always never' ;;
    renumber:--color) words='auto always never' ;;
    explain:--color) words='auto always never' ;;
    rules:--color) words='auto always never' ;;
    test:--color) words='auto always never' ;;
    help:--color) words='auto always never' ;;
    version:--color) words='auto always never' ;;
    help:--completion) words='bash zsh fish' ;;
    check:*) [[ $current != -* ]] || words='--profile --select --ignore --severity --fail-level --fix --diff --unsafe-fixes --format --output --input-format --language --stdin-filename --config --no-config --quiet --color --help --version' ;;
    outline:*) [[ $current != -* ]] || words='--format --output --input-format --stdin-filename --color --help --version' ;;
    ledger:*) [[ $current != -* ]] || words='--profile --format --output --input-format --language --stdin-filename --config --no-config --color --help --version' ;;
    map:*) [[ $current != -* ]] || words='--format --output --input-format --stdin-filename --color --help --version' ;;
    renumber:*) [[ $current != -* ]] || words='--kind --from --style --start --write --output --input-format --stdin-filename --color --help --version' ;;
    explain:*) [[ $current != -* ]] || words='--profile --format --output --config --no-config --color --help --version' ;;
    rules:*) [[ $current != -* ]] || words='--profile --format --output --config --no-config --color --help --version' ;;
    test:*) [[ $current != -* ]] || words='--config --no-config --quiet --coverage --over --color --help --version' ;;
    init:*) [[ $current != -* ]] || words='--profile --help --version' ;;
    lsp:*) [[ $current != -* ]] || words='--stdio --help --version' ;;
    help:*) [[ $current != -* ]] || words='--output --color --man --completion --help --version' ;;
    version:*) [[ $current != -* ]] || words='--color --help --version' ;;
    esac
    if [[ $COMP_CWORD -eq 1 && $current != -* ]]; then
        words='check outline ledger map renumber explain rules test init lsp help version'
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _planlint planlint
