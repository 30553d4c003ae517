#!/usr/bin/env bash
# What the README shows is what planlint prints: before such a block stands its
# command, <!-- planlint ... -->, and each piece of the block, up to an empty
# line or a line of three dots, is found as it stands in the output.
. "${PLANLINT_SOURCE_DIR:?}/tests/cli/lib.bash"

command -v python3 >/dev/null || {
    echo 'skipped: there is no python3'
    exit 77
}
cd -- "$PLANLINT_SOURCE_DIR" || exit 1

python3 - README.md "$PLANLINT" <<'PYTHON'
import re
import subprocess
import sys

page, planlint = sys.argv[1:]
blocks = re.findall(r"<!-- planlint ([^\n]*) -->\n```\w*\n(.*?)```",
                    open(page, encoding="utf-8").read(), re.S)
failures = 0
for arguments, block in blocks:
    printed = subprocess.run([planlint, *arguments.split()], encoding="utf-8",
                             stdout=subprocess.PIPE).stdout
    for piece in re.split(r"\n\n|\n?^\.\.\.\n", block, flags=re.M):
        if piece.strip("\n") and piece.strip("\n") + "\n" not in printed:
            print(f"planlint {arguments} does not print:\n{piece}")
            failures += 1
if len(blocks) < 4:
    print(f"{page} shows {len(blocks)} outputs only")
    failures += 1
sys.exit(failures > 0)
PYTHON

