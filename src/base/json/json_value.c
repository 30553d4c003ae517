/* What a value is, and what it holds. */
#include <math.h>

#include "base/array.h"
#include "base/json.h"
#include "base/json/json_file.h"

enum pl_json_kind pl_json_kind(struct pl_json value)
{
    static const struct {
        int type;
        enum pl_json_kind kind;
    } kinds[] = {
        {cJSON_NULL, PL_JSON_NULL},     {cJSON_True, PL_JSON_BOOL},
        {cJSON_False, PL_JSON_BOOL},    {cJSON_Number, PL_JSON_NUMBER},
        {cJSON_String, PL_JSON_STRING}, {cJSON_Array, PL_JSON_ARRAY},
        {cJSON_Object, PL_JSON_OBJECT},
    };
    for (size_t i = 0; value.item && i < PL_COUNT(kinds); i++) {
        if ((value.item->type & 0xFF) == kinds[i].type) {
            return kinds[i].kind;
        }
    }
    return PL_JSON_NOTHING;
}

const char *pl_json_kind_name(enum pl_json_kind kind)
{
    static const char *const names[] = {
        [PL_JSON_NOTHING] = "nothing",    [PL_JSON_NULL] = "null",
        [PL_JSON_BOOL] = "true or false", [PL_JSON_NUMBER] = "a number",
        [PL_JSON_STRING] = "a string",    [PL_JSON_ARRAY] = "an array",
        [PL_JSON_OBJECT] = "an object",
    };
    return names[kind];
}

static bool has_children(struct pl_json value)
{
    return value.item &&
           (cJSON_IsObject(value.item) || cJSON_IsArray(value.item));
}

size_t pl_json_count(struct pl_json value)
{
    return has_children(value) ? (size_t)cJSON_GetArraySize(value.item) : 0;
}

struct pl_json pl_json_first(struct pl_json value)
{
    const cJSON *first = has_children(value) ? value.item->child : NULL;
    return (struct pl_json){value.file, first};
}

struct pl_json pl_json_next(struct pl_json item)
{
    const cJSON *next = item.item ? item.item->next : NULL;
    return (struct pl_json){item.file, next};
}

pl_str pl_json_key(struct pl_json member)
{
    return pl_str_from(member.item ? member.item->string : NULL);
}

struct pl_json pl_json_get(struct pl_json object, const char *key)
{
    const cJSON *found = NULL;
    if (object.item && cJSON_IsObject(object.item)) {
        found = cJSON_GetObjectItemCaseSensitive(object.item, key);
    }
    return (struct pl_json){object.file, found};
}

bool pl_json_integer(struct pl_json value, int64_t *out)
{
    if (!value.item || !cJSON_IsNumber(value.item)) {
        return false;
    }
    double number = value.item->valuedouble;
    if (!(fabs(number) <= 0x1p53) || floor(number) != number) {
        return false;
    }
    *out = (int64_t)number;
    return true;
}
