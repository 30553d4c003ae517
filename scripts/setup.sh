# shellcheck shell=bash
# setup.sh - what scripts/lint, scripts/test and .ci/run share; to be sourced.
#
# Sets $root. Everything these functions say goes to stderr.

root=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")

# The one list of Debian packages: package, kind of probe, what to look for,
# and the groups that need it.
packages='
cmake               command cmake                    build
ninja-build         command ninja                    build
gcc                 command cc                       build
libc6-dev           file    /usr/include/stdlib.h    build
pkg-config          command pkg-config               build
libtree-sitter-dev  module  tree-sitter              build
libpcre2-dev        module  libpcre2-8               build
libcjson-dev        module  libcjson                 build
libutf8proc-dev     module  libutf8proc              build
zlib1g-dev          module  zlib                     build
libexpat1-dev       module  expat                    build
libcmocka-dev       module  cmocka                   test
jq                  command jq                       report editor
neovim              command nvim                     editor
emacs-nox           command emacs                    editor
elpa-eglot          file    /usr/share/emacs/site-lisp/elpa-src/eglot-*/eglot.el editor
elpa-lsp-mode       file    /usr/share/emacs/site-lisp/elpa-src/lsp-mode-*/lsp-mode.el editor
vim                 command vim                      editor
vim-ale             file    /usr/share/vim-ale/plugin/ale.vim editor
bat                 command batcat                   editor
clang               command clang                    fuzz tidy
clang-tidy          command clang-tidy               tidy
clang-format        command clang-format             tidy
libclang-rt-14-dev  file    /usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a fuzz
'

say() {
    printf 'planlint: %s\n' "$*" >&2
}

die() {
    say "$*"
    exit 2 # as planlint itself: it could not do its work
}

# quietly LOG COMMAND...: its output is shown only if it fails.
quietly() {
    local log=$1
    shift
    if "$@" >"$log" 2>&1 </dev/null; then
        return 0
    fi
    cat -- "$log" >&2
    return 1
}

is_there() {
    case $1 in
    command) command -v "$2" ;;
    file) compgen -G "$2" ;;
    module) pkg-config --exists "$2" ;;
    esac >/dev/null 2>&1
}

# missing_packages GROUP...
missing_packages() {
    local package probe what groups group
    while read -r package probe what groups; do
        for group in $groups; do
            case " $* " in
            *" $group "*)
                is_there "$probe" "$what" || printf '%s ' "$package"
                break
                ;;
            esac
        done
    done <<<"$packages"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -- "$@"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -y \
        -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 \
        install --no-install-recommends "$@"
}

# install_packages PACKAGE...: the package lists are fetched only where the
# installation does not succeed with those that are there.
install_packages() {
    command -v apt-get >/dev/null ||
        die "needs $*, and this is no Debian system to install them on"
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
        die "needs root to install: apt-get install $*"
    say "installing $*"
    local log=$root/build/install.log
    mkdir -p -- "$root/build"
    if ! apt_install "$@" >"$log" 2>&1 </dev/null; then
        quietly "$log" as_root apt-get -q update ||
            die "could not fetch the package lists"
        quietly "$log" apt_install "$@" || die "could not install $*"
    fi
}

# need GROUP...: installs what those groups miss.
need() {
    local missing
    missing=$(missing_packages "$@")
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086 # a list of words
        install_packages $missing
    fi
}

# configure PRESET: once; a folder that another place or version of CMake
# left behind is made afresh.
configure() {
    local build=$root/build/$1
    if [ -e "$build/build.ninja" ] &&
        grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" \
            "$build/CMakeCache.txt" 2>/dev/null; then
        return 0
    fi
    mkdir -p -- "$build"
    (cd -- "$root" &&
        quietly "$build/configure.log" cmake --fresh --preset "$1") ||
        die "could not configure the $1 build"
}

# build PRESET [TARGET...]: two callers at a time take turns.
build() {
    local preset=$1
    shift
    mkdir -p -- "$root/build"
    exec 9>"$root/build/.lock"
    flock 9
    configure "$preset"
    quietly "$root/build/$preset/build.log" \
        cmake --build "$root/build/$preset" ${1:+--target "$@"} -- -k 0 ||
        die "could not build $preset"
    exec 9>&-
}
