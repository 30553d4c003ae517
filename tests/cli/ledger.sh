#!/usr/bin/env bash
# The ledgers: acronyms, and the gate "0 open issues".
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

plan clean.txt
run ledger open clean.txt
expect_status 0
expect_out '0 open issues'

printf '1 \tOverview\n1 The Council [may] [shall] meet.\n2 Costs are TBD.\tComment by Anna: Please check.\n3 A delegation reserves its position on the costs.\n' >draft.txt
run ledger open draft.txt
expect_status 1
expect_out 'bracketed-alternatives' '[may] [shall]' 'Anna' 'Please check.' \
    'by kind:' 'by author: Anna 1' '4 open issues'
expect_no_err
run ledger open --format json draft.txt
expect_status 1
expect_out '"version": 1' '"ledger": "open"' '"rule": "PL607"' '"author": "Anna"' '"open": 4'
run ledger open --format csv draft.txt
expect_status 1
expect_out 'line,address,kind,rule,author,text' \
    '3,"1, para 2",comment-left-in-text,PL601,Anna,Please check.'
run_on '1 Costs are TBD.\n' ledger open -
expect_status 1
expect_out '1 open issue'

# What the text or the configuration silences is not open.
printf '<!-- planlint-disable-next-line PL606 -->\n1 Costs are TBD.\n' >silenced.txt
run ledger open silenced.txt
expect_status 0
expect_out '0 open issues, 1 suppressed'
printf '{"rules": {"PL606": "off"}}\n' >planlint.json
run_on '1 Costs are TBD.\n' ledger open -
expect_status 0
rm planlint.json

# Rules of one's own may be kept in it.
mkdir own
cat >own/OWN101-question-left.json <<RULE
{"id": "OWN101", "name": "question-left", "severity": "info", "check": "pattern",
 "summary": "a question", "message": "a question is left", "register": "open",
 "params": {"words": ["wonder"], "pattern": "wonder"},
 "examples": [{"text": "1 We wonder.\n", "findings": ["wonder"]}]}
RULE
printf '{"rulesFolder": "own"}\n' >planlint.json
run_on '1 The members wonder about it.\n' ledger open -
expect_status 1
expect_out 'question-left' '1 open issue'
rm planlint.json

printf '1 The Coastal Alert Protocol (CAP) is new. CAP is good, and CAP is old.\n2 The Council Advisory Panel (CAP) meets.\n3 The ROMB pays.\n' >words.txt
run ledger acronyms words.txt
expect_status 0
expect_out 'CAP' 'Coastal Alert Protocol' 'Council Advisory Panel' 'PL404' '2 acronyms, 1 spelled out, 1 with problems'
run ledger acronyms --format json words.txt
expect_status 0
expect_out '"name": "CAP"' '"text": "Coastal Alert Protocol"' '"uses": 2' '"rule": "PL404"'
run ledger acronyms --format csv words.txt
expect_out 'CAP,Coastal Alert Protocol,1,para 1,1,para 1,2,0,PL404' 'ROMB,,,,3,para 3,1,0,'
run ledger acronyms -o table.csv --format csv words.txt
expect_status 0
expect_no_out
grep -q '^CAP,' table.csv || complain 'writes no table'

run ledger
expect_status 2
expect_err 'ledger needs the name of a ledger (acronyms or open) and one file'
run ledger opn clean.txt
expect_status 2
expect_err 'there is no ledger "opn", did you mean "open"?'
run ledger open missing.txt
expect_status 2
expect_err 'missing.txt'
run ledger open --format yaml clean.txt
expect_status 2
expect_err '--format is text, json or csv, not "yaml"'
finish
