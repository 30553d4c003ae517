#include "plan/entities/entity_key.h"

enum { LETTER = 1 << 16 }; /* beyond the value of any part of a label */

size_t pl_entity_key_put(char *out, uint32_t number)
{
    for (size_t i = 0; i < sizeof(number); i++) {
        out[i] = (char)(unsigned char)(number >> (8 * i));
    }
    return sizeof(number);
}

struct pl_entity_key pl_entity_key_of(enum pl_entity_kind kind, uint32_t family,
                                      struct pl_label label)
{
    struct pl_entity_key key = {{0}, 0};
    key.bytes[key.len++] = (char)kind;
    key.len += pl_entity_key_put(key.bytes + key.len, family);
    for (uint8_t i = 0; i < label.count; i++) {
        bool is_letter = label.parts[i].style == PL_LABEL_LOWER ||
                         label.parts[i].style == PL_LABEL_UPPER;
        uint32_t value = label.parts[i].value;
        key.len += pl_entity_key_put(key.bytes + key.len,
                                     is_letter ? value | LETTER : value);
        key.bytes[key.len++] = label.parts[i].letter;
        key.bytes[key.len++] = (char)label.parts[i].bis;
    }
    return key;
}
