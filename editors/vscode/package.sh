#!/usr/bin/env bash
# package.sh [FILE.vsix] - packs the extension, by default as planlint.vsix in
# the working folder.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
out=$(realpath -m -- "${1:-planlint.vsix}")
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

"$here/prepare.sh" "$work"
cd -- "$work"
node build.js "$here/../.."
node_modules/.bin/vsce package --no-dependencies --allow-missing-repository \
    --no-rewrite-relative-links --out "$out"
