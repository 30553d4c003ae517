/* rule_files.h - small rule and profile files, as the build embeds them. */
#ifndef PLANLINT_TESTS_SUPPORT_RULE_FILES_H
#define PLANLINT_TESTS_SUPPORT_RULE_FILES_H

#include "lint/embedded.h"

/* All three are initialisers of a struct pl_embedded_file. */
#define EMBEDDED(file_name, text)                                   \
    {                                                               \
        .name = (file_name), .data = (const unsigned char *)(text), \
        .size = sizeof(text) - 1                                    \
    }

#define RULE_FILE(id, rule_name, severity, check)                       \
    EMBEDDED(id "-" rule_name ".json",                                  \
             "{\"id\": \"" id "\", \"name\": \"" rule_name              \
             "\", \"severity\": \"" severity "\", \"summary\": \"s\", " \
             "\"message\": \"m\", \"check\": \"" check "\"}")

#define SET_FILE(set_name, rules)     \
    EMBEDDED(set_name ".json",        \
             "{\"name\": \"" set_name \
             "\", \"summary\": \"s\", \"rules\": " rules "}")

#endif
