/* zip_records.h - how a zip file is built; for the files that read and write
 * them. */
#ifndef PLANLINT_TEXT_ZIP_RECORDS_H
#define PLANLINT_TEXT_ZIP_RECORDS_H

#include "text/package/zip.h"

/* Source: PKWARE APPNOTE 6.3, sections 4.3 and 4.4; ECMA-376 part 2, annex B.
 */
enum {
    PL_ZIP_LOCAL_SIGNATURE = 0x04034b50,
    PL_ZIP_CENTRAL_SIGNATURE = 0x02014b50,
    PL_ZIP_END_SIGNATURE = 0x06054b50,
    PL_ZIP_LOCAL_SIZE = 30,
    PL_ZIP_CENTRAL_SIZE = 46,
    PL_ZIP_END_SIZE = 22,
    PL_ZIP_LONGEST_COMMENT = 0xFFFF,
    PL_ZIP_LARGE = 1, /* id of the extra field with sizes of 64 bits */
    PL_ZIP_STORED = 0,
    PL_ZIP_DEFLATED = 8,
    PL_ZIP_FLAG_ENCRYPTED = 1 << 0,
    PL_ZIP_FLAG_LATER = 1 << 3, /* sizes are in a record after the data */
    PL_ZIP_FLAG_UTF8 = 1 << 11,
};

struct pl_zip_entry {
    pl_str name;
    uint16_t flags;
    uint16_t method;
    uint32_t checksum;
    uint32_t packed;
    uint32_t size;
    uint32_t local; /* offset of the local record */
    uint32_t data;  /* offset of the packed bytes */
    uint32_t end;   /* after the data, descriptor and padding: where the
                       next entry or the directory begins */
    pl_str central; /* the whole record in the directory */
};

struct pl_zip {
    const char *path;
    pl_str bytes;
    struct pl_zip_entry *entries; /* in the order of the directory */
    size_t count;
    struct pl_map *by_name; /* in small letters */
    uint32_t directory;     /* offset */
    pl_str comment;
    uint64_t inflated; /* bytes that were read so far */
};

static inline uint16_t pl_zip_get16(pl_str bytes, size_t at)
{
    const unsigned char *b = (const unsigned char *)bytes.data + at;
    return (uint16_t)(b[0] | b[1] << 8);
}

static inline uint32_t pl_zip_get32(pl_str bytes, size_t at)
{
    return pl_zip_get16(bytes, at) | (uint32_t)pl_zip_get16(bytes, at + 2)
                                         << 16;
}

/* Says that the file is damaged, and how; always false. */
bool pl_zip_damaged(const struct pl_zip *zip, struct pl_error *error,
                    const char *what);

#endif
