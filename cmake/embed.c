/* embed.c - writes a C file with tables of files, for src/lint/embedded.h.
 *
 *     planlint_embed OUTPUT FOLDER TABLE FILE... [-- TABLE FILE...]...
 *
 * Each FILE is relative to FOLDER and becomes one entry of its TABLE, named
 * after its last component; a table is sorted by name. The bytes are written
 * as string literals, which compilers read many times faster than lists of
 * numbers. Of a rule, what every run needs is written once more, as a head. A
 * program of the build only: it ends at the first error. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_A_LINE = 4096 };

static void die(const char *what, const char *name)
{
    fprintf(stderr, "planlint_embed: %s", what);
    perror(name);
    exit(EXIT_FAILURE);
}

static FILE *open_in(const char *folder, const char *name)
{
    char path[4096];
    int length = snprintf(path, sizeof(path), "%s/%s", folder, name);
    if (length < 0 || (size_t)length >= sizeof(path)) {
        die("path too long: ", name);
    }
    FILE *file = fopen(path, "rb");
    if (!file) {
        die("cannot open ", path);
    }
    return file;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static int by_name(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(base_name(*left), base_name(*right));
}

/* Octal escapes of full length: they cannot swallow the digit that follows.
 * Escaping '?' keeps trigraphs out. */
static void write_byte(FILE *out, int byte)
{
    bool plain = byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\' &&
                 byte != '?';
    if (plain) {
        fputc(byte, out);
    } else {
        fprintf(out, "\\%03o", (unsigned)byte);
    }
}

struct bytes {
    char *data; /* a NUL follows */
    size_t size;
};

static struct bytes read_all(FILE *in, const char *name)
{
    struct bytes bytes = {NULL, 0};
    size_t room = 0;
    size_t got = 0;
    do {
        bytes.size += got;
        if (room - bytes.size < 2) {
            room = room ? room * 2 : 4096;
            bytes.data = realloc(bytes.data, room);
            if (!bytes.data) {
                die("no memory for ", name);
            }
        }
        got = fread(bytes.data + bytes.size, 1, room - bytes.size - 1, in);
    } while (got > 0);
    if (ferror(in)) {
        die("cannot read ", name);
    }
    bytes.data[bytes.size] = '\0';
    return bytes;
}

static void write_data(FILE *out, const struct bytes *bytes)
{
    fputs("(const unsigned char *)\"", out);
    for (size_t i = 0; i < bytes->size; i++) {
        write_byte(out, (unsigned char)bytes->data[i]);
        if (i % BYTES_A_LINE == BYTES_A_LINE - 1) {
            fputs("\"\n\"", out);
        }
    }
    fputs("\"", out);
}

struct span {
    size_t from;
    size_t to; /* 0: there is none */
};

/* After the string that begins at `at`. */
static size_t skip_string(const char *text, size_t at)
{
    at++;
    while (text[at] && text[at] != '"') {
        at += text[at] == '\\' && text[at + 1] ? 2 : 1;
    }
    return at + (text[at] == '"');
}

/* After the value that begins at `at`. */
static size_t skip_value(const char *text, size_t at)
{
    int depth = 0;
    do {
        if (text[at] == '"') {
            at = skip_string(text, at);
            continue;
        }
        depth += text[at] == '{' || text[at] == '[';
        depth -= text[at] == '}' || text[at] == ']';
        at++;
    } while (text[at] && (depth > 0 || !strchr(",}] \n", text[at])));
    return at;
}

static size_t skip_space(const char *text, size_t at)
{
    return at + strspn(text + at, " \n\r\t");
}

/* The value of a member of the object that the text is. */
static struct span find_member(const char *text, const char *key)
{
    size_t length = strlen(key);
    size_t at = skip_space(text, 0) + 1;
    while (text[at = skip_space(text, at)] == '"') {
        size_t name = at + 1;
        at = skip_string(text, at);
        bool is_it =
            at - name - 1 == length && strncmp(text + name, key, length) == 0;
        at = skip_space(text, at);
        struct span value = {skip_space(text, at + (text[at] == ':')), 0};
        value.to = skip_value(text, value.from);
        if (is_it) {
            return value;
        }
        at = skip_space(text, value.to);
        at += text[at] == ',';
    }
    return (struct span){0, 0};
}

/* Of "\n" and the like; heads write other characters as they are. */
static int unescaped(char c, const char *name)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    const char *found = c ? strchr(letters, c) : NULL;
    if (!found) {
        die("write the character itself instead of its escape in ", name);
    }
    return (unsigned char)meant[found - letters];
}

/* The string in JSON between the quotes as a pl_str. */
static void write_string(FILE *out, const char *text, struct span quoted,
                         const char *name)
{
    size_t length = 0;
    fputs("{\"", out);
    for (size_t at = quoted.from + 1; at + 1 < quoted.to; at++) {
        bool is_escape = text[at] == '\\';
        at += is_escape;
        write_byte(out, is_escape ? unescaped(text[at], name)
                                  : (unsigned char)text[at]);
        length++;
    }
    fprintf(out, "\", %zu}", length);
}

struct file {
    const char *name;
    struct bytes bytes;
    bool has_head;
};

/* What is not in the form of a rule is left to the reader of rules. */
static bool has_head(const char *text)
{
    static const char *const keys[] = {"id",      "name",  "severity",
                                       "summary", "check", "message"};
    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
        struct span value = find_member(text, keys[i]);
        if (value.to == 0 || text[value.from] != '"') {
            return false;
        }
    }
    return true;
}

static size_t write_languages(FILE *out, const struct file *file)
{
    const char *text = file->bytes.data;
    struct span list = find_member(text, "languages");
    size_t count = 0;
    for (size_t at = list.from; at < list.to; at++) {
        if (text[at] == '"') {
            struct span value = {at, skip_string(text, at)};
            fputs(count++ == 0 ? "        .languages = (const pl_str[]){"
                               : ", ",
                  out);
            write_string(out, text, value, file->name);
            at = value.to;
        }
    }
    fputs(count > 0 ? "},\n" : "", out);
    return count;
}

static void write_head(FILE *out, const struct file *file)
{
    static const char *const strings[][2] = {{"id", "id"},
                                             {"name", "name"},
                                             {"severity", "severity"},
                                             {"summary", "summary"},
                                             {"why", "why"},
                                             {"source", "source"},
                                             {"check", "check"},
                                             {"message", "message"},
                                             {"fix", "fix"},
                                             {"register", "kept_in"}};
    static const char *const spans[] = {"within", "params"};
    const char *text = file->bytes.data;
    fputs("    {\n", out);
    for (size_t i = 0; i < sizeof(strings) / sizeof(*strings); i++) {
        struct span value = find_member(text, strings[i][0]);
        if (value.to > 0) {
            fprintf(out, "        .%s = ", strings[i][1]);
            write_string(out, text, value, file->name);
            fputs(",\n", out);
        }
    }
    fprintf(out, "        .language_count = %zu,\n",
            write_languages(out, file));
    for (size_t i = 0; i < sizeof(spans) / sizeof(*spans); i++) {
        struct span value = find_member(text, spans[i]);
        fprintf(out, "        .%s = {%zu, %zu},\n", spans[i], value.from,
                value.to);
    }
    fputs("    },\n", out);
}

/* C has no arrays of no elements: one more stands at the end. */
static void write_heads(FILE *out, const char *table, const struct file *files,
                        size_t count)
{
    fprintf(out, "\nstatic const struct pl_embedded_head %s_heads[] = {\n",
            table);
    for (size_t i = 0; i < count; i++) {
        if (files[i].has_head) {
            write_head(out, &files[i]);
        }
    }
    fputs("    {.language_count = 0}};\n", out);
}

static void write_files(FILE *out, const char *table, const struct file *files,
                        size_t count)
{
    size_t head = 0;
    fprintf(out, "\nconst struct pl_embedded_file %s[] = {\n", table);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "{\"%s\", ", files[i].name);
        write_data(out, &files[i].bytes);
        fprintf(out, ", %zu, ", files[i].bytes.size);
        if (files[i].has_head) {
            fprintf(out, "&%s_heads[%zu]},\n", table, head++);
        } else {
            fputs("0},\n", out);
        }
    }
    fprintf(out, "{0, 0, 0, %s_heads}};\nconst size_t %s_count = %zu;\n", table,
            table, count);
}

static struct file read_file(const char *folder, const char *name)
{
    FILE *in = open_in(folder, name);
    struct file file = {.name = base_name(name)};
    file.bytes = read_all(in, name);
    file.has_head = has_head(file.bytes.data);
    fclose(in);
    return file;
}

static void write_table(FILE *out, const char *folder, const char *table,
                        char **names, size_t count)
{
    struct file *files = calloc(count + 1, sizeof(*files));
    if (!files) {
        die("no memory for ", table);
    }
    qsort(names, count, sizeof(*names), by_name);
    for (size_t i = 0; i < count; i++) {
        files[i] = read_file(folder, names[i]);
    }
    write_heads(out, table, files, count);
    write_files(out, table, files, count);
    for (size_t i = 0; i < count; i++) {
        free(files[i].bytes.data);
    }
    free(files);
}

static size_t names_until_dashes(char **args)
{
    size_t count = 0;
    while (args[count] && strcmp(args[count], "--") != 0) {
        count++;
    }
    return count;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: planlint_embed OUTPUT FOLDER TABLE FILE...\n", stderr);
        return EXIT_FAILURE;
    }
    FILE *out = fopen(argv[1], "wb");
    if (!out) {
        die("cannot write ", argv[1]);
    }
    fputs("#include \"lint/embedded.h\"\n", out);
    for (char **at = argv + 3; *at;) {
        size_t count = names_until_dashes(at + 1);
        write_table(out, argv[2], *at, at + 1, count);
        at += 1 + count;
        at += *at ? 1 : 0; /* the "--" */
    }
    if (fclose(out) != 0) {
        die("cannot write ", argv[1]);
    }
    return EXIT_SUCCESS;
}
