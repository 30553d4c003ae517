/* scanner.h - what the generated parser calls. */
#ifndef PLAN_SCANNER_H
#define PLAN_SCANNER_H

#include "tree_sitter/parser.h"

void *tree_sitter_plan_external_scanner_create(void);
void tree_sitter_plan_external_scanner_destroy(void *payload);

/* There is no state: nothing is written or read. */
unsigned tree_sitter_plan_external_scanner_serialize(void *payload,
                                                     char *buffer);
void tree_sitter_plan_external_scanner_deserialize(void *payload,
                                                   const char *buffer,
                                                   unsigned length);

/* Makes the token at the lexer's place. False at the end of the text. */
bool tree_sitter_plan_external_scanner_scan(void *payload, TSLexer *lexer,
                                            const bool *valid);

#endif
