#!/usr/bin/env bash
# Kate on a screen of its own, set up as editors/kate/README.md says.
. "${PLANLINT_SOURCE_DIR:?}/tests/editor/lib.bash"

need kate xvfb-run dbus-run-session xdotool import
listen
snippet kate sh >"$work/install.sh"
bash -e "$work/install.sh" || exit 1
cat >"$XDG_CONFIG_HOME/katerc" <<KATERC
[General]
Show welcome view for new window=false
Startup Session=new
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines=$work/bin/planlint lsp
KATERC
drive 300 xvfb-run -a -s '-screen 0 1100x760x24' dbus-run-session -- \
    bash "$PLANLINT_SOURCE_DIR/tests/editor-heavy/kate/driver.bash"
record kate
finish
