/* embed.c - writes a C file with tables of files, for src/lint/embedded.h.
 *
 *     planlint_embed OUTPUT FOLDER TABLE FILE... [-- TABLE FILE...]...
 *
 * Each FILE is relative to FOLDER and becomes one entry of its TABLE, named
 * after its last component; a table is sorted by name. The bytes are written
 * as string literals, which compilers read many times faster than lists of
 * numbers. A program of the build only: it ends at the first error. */
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
    size_t to;
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

/* The value of the member "examples" of an object in JSON, when it is an
 * array; no span when there is none. */
static struct span find_examples(const char *text)
{
    static const char key[] = "\"examples\":";
    struct span span = {0, 0};
    int depth = 0;
    for (size_t at = 0; text[at];) {
        if (depth == 1 && strncmp(text + at, key, sizeof(key) - 1) == 0) {
            at += sizeof(key) - 1;
            at += strspn(text + at, " \n");
            span.from = text[at] == '[' ? at : 0;
        }
        if (text[at] == '"') {
            at = skip_string(text, at);
            continue;
        }
        depth += text[at] == '{' || text[at] == '[';
        depth -= text[at] == '}' || text[at] == ']';
        at++;
        if (depth == 1 && span.from > 0 && span.to == 0) {
            span.to = text[at - 1] == ']' ? at : 0;
        }
    }
    return span.to > 0 ? span : (struct span){0, 0};
}

static void write_table(FILE *out, const char *folder, const char *table,
                        char **names, size_t count)
{
    qsort(names, count, sizeof(*names), by_name);
    fprintf(out, "\nconst struct pl_embedded_file %s[] = {\n", table);
    for (size_t i = 0; i < count; i++) {
        FILE *in = open_in(folder, names[i]);
        fprintf(out, "{\"%s\", ", base_name(names[i]));
        struct bytes bytes = read_all(in, names[i]);
        struct span examples = find_examples(bytes.data);
        write_data(out, &bytes);
        fprintf(out, ", %zu, %zu, %zu},\n", bytes.size, examples.from,
                examples.to);
        free(bytes.data);
        fclose(in);
    }
    /* C has no arrays of no elements. */
    fprintf(out, "{0, 0, 0, 0, 0}};\nconst size_t %s_count = %zu;\n", table,
            count);
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
