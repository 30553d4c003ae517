#!/usr/bin/env bash
# prepare.sh FOLDER - copies this folder to FOLDER and puts the npm modules
# there that it needs. They stay in a cache: a second run needs no network.
# Nothing is written into the checkout.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/planlint-editors/vscode
modules=$cache/$(sha256sum <"$here/package-lock.json" | cut -c 1-16)

mkdir -p -- "$1" "$modules"
(cd -- "$here" && tar -c --exclude=./node_modules --exclude='*.vsix' .) |
    tar -x -C "$1"

exec 9>"$cache/.lock"
flock 9
if [ ! -e "$modules/complete" ]; then
    cp -- "$here/package.json" "$here/package-lock.json" "$modules"
    (cd -- "$modules" && npm ci --ignore-scripts --no-audit --no-fund \
        --loglevel=error --fetch-retries=1 --fetch-timeout=60000) >&2
    touch -- "$modules/complete"
fi
ln -s -- "$modules/node_modules" "$1/node_modules"
