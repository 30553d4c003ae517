#compdef planlint
_planlint() {
    local command=check
    local -a commands=(
        'check:report what is inconsistent in plan documents'
        'outline:show what was understood of a document'
        'ledger:list the acronyms or the open issues of a document'
        'map:show how the parts of a plan hang together, and what is missing'
        'text:print the text of a document as planlint reads it'
        'renumber:renumber paragraphs, sections, items or targets with all references to them'
        'annotate:write the findings on a Word file into it as comments'
        'fix:write the safe fixes into a Word file as tracked changes'
        'explain:explain rules, with good and bad examples'
        'rules:list the rules and their severities'
        'test:run the examples of the rules'
        'init:write a planlint.json to begin with'
        'lsp:serve an editor that speaks to a language server'
        'help:show help, the manual or completions'
        'version:show the version'
    )
    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
        _describe command commands
        _files
        return
    fi
    case $words[2] in
    check | outline | ledger | map | text | renumber | annotate | fix | explain | rules | test | init | lsp | help | version)
        command=$words[2]
        shift words
        (( CURRENT-- ))
        ;;
    esac
    case $command in
    check)
        _arguments \
            '--profile=[the rules to apply\: core, un, itu or eu]:NAME:' \
            '-p+[the rules to apply\: core, un, itu or eu]:NAME:' \
            '*--select=[only these rules\: ids, beginnings of ids (PL1) or names]:RULES:' \
            '*--ignore=[all rules but these]:RULES:' \
            '--severity=[show findings of this severity and above]:LEVEL:(info warning error)' \
            '--fail-level=[exit with 1 for findings of this severity and above, off for never (by default warning)]:LEVEL:(off info warning error)' \
            '--introduced[of Word files with tracked changes show only the findings that these changes bring in]' \
            '--fix[apply the safe fixes to the files and report what remains; the fixed text of standard input goes to standard output, the report to standard error]' \
            '--diff[show what --fix would change as a unified diff, write nothing and report nothing; exit with 1 when there is a difference]' \
            '--unsafe-fixes[with --fix or --diff, apply the fixes too that a person has to look at]' \
            '--format=[form of the report]:FORM:(text json jsonl lines counts)' \
            '-f+[form of the report]:FORM:(text json jsonl lines counts)' \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--input-format=[read all files as this format, whatever they look like]:FORMAT:(text tika markdown docx)' \
            '--view=[of a Word file, the text with all tracked changes accepted (final, the default) or rejected (original)]:VIEW:(final original)' \
            '--language=[the language of the documents, such as en, instead of finding it]:CODE:' \
            '--stdin-filename=[the path to report for what is read from standard input]:PATH:_files' \
            '--config=[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '-c+[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '--no-config[use no configuration]' \
            '--quiet[leave out the summary]' \
            '-q[leave out the summary]' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    outline)
        _arguments \
            '--format=[form of the outline]:FORM:(text json)' \
            '-f+[form of the outline]:FORM:(text json)' \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--input-format=[read all files as this format, whatever they look like]:FORMAT:(text tika markdown docx)' \
            '--view=[of a Word file, the text with all tracked changes accepted (final, the default) or rejected (original)]:VIEW:(final original)' \
            '--stdin-filename=[the path to report for what is read from standard input]:PATH:_files' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    ledger)
        _arguments \
            '--profile=[the rules to apply\: core, un, itu or eu]:NAME:' \
            '-p+[the rules to apply\: core, un, itu or eu]:NAME:' \
            '--format=[form of the ledger]:FORM:(text json csv)' \
            '-f+[form of the ledger]:FORM:(text json csv)' \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--input-format=[read all files as this format, whatever they look like]:FORMAT:(text tika markdown docx)' \
            '--view=[of a Word file, the text with all tracked changes accepted (final, the default) or rejected (original)]:VIEW:(final original)' \
            '--language=[the language of the documents, such as en, instead of finding it]:CODE:' \
            '--stdin-filename=[the path to report for what is read from standard input]:PATH:_files' \
            '--config=[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '-c+[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '--no-config[use no configuration]' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    map)
        _arguments \
            '--format=[form of the map]:FORM:(text json dot svg html)' \
            '-f+[form of the map]:FORM:(text json dot svg html)' \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--input-format=[read all files as this format, whatever they look like]:FORMAT:(text tika markdown docx)' \
            '--view=[of a Word file, the text with all tracked changes accepted (final, the default) or rejected (original)]:VIEW:(final original)' \
            '--stdin-filename=[the path to report for what is read from standard input]:PATH:_files' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    text)
        _arguments \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--input-format=[read all files as this format, whatever they look like]:FORMAT:(text tika markdown docx)' \
            '--view=[of a Word file, the text with all tracked changes accepted (final, the default), rejected (original), or both marked (markup)]:VIEW:(final original markup)' \
            '--map[say as JSON where each line of a Word file'\''s text comes from\: its story, number and style, and its place in the file]' \
            '--stdin-filename=[the path to report for what is read from standard input]:PATH:_files' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    renumber)
        _arguments \
            '--kind=[what to renumber (by default what stands at --from, else paragraphs)]:KIND:(sections paragraphs items annexes figures tables footnotes pillars themes principles goals objectives targets priorities strategies outcomes results outputs indicators initiatives commitments recommendations actions activities tasks deliverables phases milestones offerings enablers components)' \
            '--from=[renumber from here to the end of the series\: a line, LINE\:COLUMN, or an address such as "2.6, para 27"]:PLACE:' \
            '--style=[plain closes gaps and resolves doubles; bis and letter keep the numbers and call what was inserted after 6 6bis or 6A]:STYLE:(plain bis letter)' \
            '--start=[the number to begin with]:NUMBER:' \
            '--write[change the file instead of showing the difference; the text of standard input goes to standard output]' \
            '-w[change the file instead of showing the difference; the text of standard input goes to standard output]' \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--tracked[write the changes into a Word file as tracked changes]' \
            '--in-place[change the file itself instead of writing a copy]' \
            '--date=[the date of what is written, such as 2026-05-04T09\:30\:00Z, instead of SOURCE_DATE_EPOCH or now]:DATE:' \
            '--input-format=[read all files as this format, whatever they look like]:FORMAT:(text tika markdown docx)' \
            '--stdin-filename=[the path to report for what is read from standard input]:PATH:_files' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    annotate)
        _arguments \
            '--profile=[the rules to apply\: core, un, itu or eu]:NAME:' \
            '-p+[the rules to apply\: core, un, itu or eu]:NAME:' \
            '*--select=[only these rules\: ids, beginnings of ids (PL1) or names]:RULES:' \
            '*--ignore=[all rules but these]:RULES:' \
            '--severity=[only findings of this severity and above]:LEVEL:(info warning error)' \
            '--output=[write the copy to FILE, which is not there yet]:FILE:_files' \
            '-o+[write the copy to FILE, which is not there yet]:FILE:_files' \
            '--in-place[change the file itself instead of writing a copy]' \
            '--date=[the date of what is written, such as 2026-05-04T09\:30\:00Z, instead of SOURCE_DATE_EPOCH or now]:DATE:' \
            '--language=[the language of the documents, such as en, instead of finding it]:CODE:' \
            '--config=[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '-c+[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '--no-config[use no configuration]' \
            '--quiet[leave out the summary]' \
            '-q[leave out the summary]' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    fix)
        _arguments \
            '--profile=[the rules to apply\: core, un, itu or eu]:NAME:' \
            '-p+[the rules to apply\: core, un, itu or eu]:NAME:' \
            '*--select=[only these rules\: ids, beginnings of ids (PL1) or names]:RULES:' \
            '*--ignore=[all rules but these]:RULES:' \
            '--severity=[only findings of this severity and above]:LEVEL:(info warning error)' \
            '--output=[write the copy to FILE, which is not there yet]:FILE:_files' \
            '-o+[write the copy to FILE, which is not there yet]:FILE:_files' \
            '--tracked[write the fixes as tracked changes, the only way there is]' \
            '--in-place[change the file itself instead of writing a copy]' \
            '--date=[the date of what is written, such as 2026-05-04T09\:30\:00Z, instead of SOURCE_DATE_EPOCH or now]:DATE:' \
            '--language=[the language of the documents, such as en, instead of finding it]:CODE:' \
            '--config=[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '-c+[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '--no-config[use no configuration]' \
            '--quiet[leave out the summary]' \
            '-q[leave out the summary]' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    explain)
        _arguments \
            '--profile=[the rules to apply\: core, un, itu or eu]:NAME:' \
            '-p+[the rules to apply\: core, un, itu or eu]:NAME:' \
            '--format=[form of the explanation]:FORM:(text markdown)' \
            '-f+[form of the explanation]:FORM:(text markdown)' \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--config=[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '-c+[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '--no-config[use no configuration]' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    rules)
        _arguments \
            '--profile=[the rules to apply\: core, un, itu or eu]:NAME:' \
            '-p+[the rules to apply\: core, un, itu or eu]:NAME:' \
            '--format=[form of the list]:FORM:(text json markdown)' \
            '-f+[form of the list]:FORM:(text json markdown)' \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--config=[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '-c+[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '--no-config[use no configuration]' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    test)
        _arguments \
            '--config=[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '-c+[use this configuration instead of the nearest planlint.json]:FILE:_files' \
            '--no-config[use no configuration]' \
            '--quiet[leave out the summary]' \
            '-q[leave out the summary]' \
            '--coverage[say too what rules lack\: three good and three bad examples, a reason, a source; or that a rule never fires]' \
            '--over=[with --coverage, see which rules fire in these documents]:PATH:_files' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    init)
        _arguments \
            '--profile=[the rules to apply\: core, un, itu or eu]:NAME:' \
            '-p+[the rules to apply\: core, un, itu or eu]:NAME:' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    lsp)
        _arguments \
            '--stdio[use standard input and output, which is done anyway]' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]'
        ;;
    help)
        _arguments \
            '--output=[write to FILE instead of standard output]:FILE:_files' \
            '-o+[write to FILE instead of standard output]:FILE:_files' \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--man[the manual page, as source for man]' \
            '--completion=[the completions for a shell]:SHELL:(bash zsh fish)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]' \
            '*:argument:_files'
        ;;
    version)
        _arguments \
            '--color=[when to use colours, auto for on a terminal unless NO_COLOR is set]:WHEN:(auto always never)' \
            '--help[show this help]' \
            '-h[show this help]' \
            '--version[show the version]' \
            '-V[show the version]'
        ;;
    esac
}
_planlint "$@"
