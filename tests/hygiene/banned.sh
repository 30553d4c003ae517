#!/usr/bin/env bash
# Functions that do not know the size of what they write, that hide an error,
# or whose answer depends on the locale or on a hidden state, are not called.
. "$PLANLINT_SOURCE_DIR/tests/support/hygiene.sh"

banned='strcpy|strcat|strncpy|strncat|stpcpy|sprintf|vsprintf|gets|strtok'
banned+='|atoi|atol|atoll|atof|v?[fs]?w?scanf|setlocale|uselocale'
banned+='|tmpnam|tempnam|mktemp|rand|srand|alloca|system|popen|asctime|ctime'
banned+='|gmtime|localtime|strcoll|strxfrm|mbstowcs|wcstombs|strcasecmp'
banned+='|strncasecmp'

problems() {
    find "$1/src" "$1/grammar/src/scanner.c" "$1/cmake" "$1/bench" \
        -name '*.[ch]' 2>/dev/null | sort |
        xargs -d '\n' grep -HnE "(^|[^[:alnum:]_])($banned)[[:space:]]*\\(" |
        sed "s#^$1/##"
}

expect_clean

for call in 'strcpy(a, b)' 'sprintf (a, "%d", 1)' 'x = atoi(a)' \
    'sscanf(a, "%d", &n)' 'setlocale(LC_ALL, "")' 'strtok(a, b)'; do
    plant src/base/bad.c <<<"    $call;"
    expect_problem "src/base/bad.c:1:    $call"
done
finish
