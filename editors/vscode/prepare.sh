#!/usr/bin/env bash
# prepare.sh - lays this folder beside the npm modules that it needs, in a
# cache, and prints where. Nothing is written into the checkout; a second run
# needs no network.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/planlint-editors/vscode

mkdir -p -- "$cache"
exec 9>"$cache/.lock"
flock 9

find "$cache" -mindepth 1 -maxdepth 1 \
    ! -name node_modules ! -name installed.json ! -name .lock \
    -exec rm -rf -- {} +
(cd -- "$here" && tar -c --exclude=./node_modules --exclude='*.vsix' .) |
    tar -x -C "$cache"
cd -- "$cache"
if ! cmp -s package-lock.json installed.json; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
        --fetch-retries=1 --fetch-timeout=60000 >&2
    cp -- package-lock.json installed.json
fi
printf '%s\n' "$cache"
