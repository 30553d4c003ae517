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

static size_t write_data(FILE *out, FILE *in, const char *name)
{
    size_t size = 0;
    int byte;
    fputs("(const unsigned char *)\"", out);
    while ((byte = fgetc(in)) != EOF) {
        write_byte(out, byte);
        size++;
        if (size % BYTES_A_LINE == 0) {
            fputs("\"\n\"", out);
        }
    }
    if (ferror(in)) {
        die("cannot read ", name);
    }
    fputs("\"", out);
    return size;
}

static void write_table(FILE *out, const char *folder, const char *table,
                        char **names, size_t count)
{
    qsort(names, count, sizeof(*names), by_name);
    fprintf(out, "\nconst struct pl_embedded_file %s[] = {\n", table);
    for (size_t i = 0; i < count; i++) {
        FILE *in = open_in(folder, names[i]);
        fprintf(out, "{\"%s\", ", base_name(names[i]));
        size_t size = write_data(out, in, names[i]);
        fprintf(out, ", %zu},\n", size);
        fclose(in);
    }
    /* C has no arrays of no elements. */
    fprintf(out, "{0, 0, 0}};\nconst size_t %s_count = %zu;\n", table, count);
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
