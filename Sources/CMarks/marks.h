// Where marks lie among 64 bytes, as bits. Swift can compare sixteen bytes at once, but has no word for the
// instruction that gathers what came of it.
#pragma once

#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>

static inline uint64_t marks_among_16(const void *bytes, __m128i separator) {
    const __m128i text = _mm_loadu_si128((const __m128i *)bytes);
    const __m128i quoteOrSeparator =
        _mm_or_si128(_mm_cmpeq_epi8(text, separator), _mm_cmpeq_epi8(text, _mm_set1_epi8('"')));
    const __m128i lineBreak =
        _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\r')));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(quoteOrSeparator, lineBreak));
}

/// A bit for each of 64 bytes, the lowest for the first: set where it is the separator, `"`, a line feed or a carriage
/// return.
static inline uint64_t marks_among_64(const void *bytes, uint8_t separator) {
    const char *start = (const char *)bytes;
    const __m128i separators = _mm_set1_epi8((char)separator);
    return marks_among_16(start, separators) | marks_among_16(start + 16, separators) << 16
        | marks_among_16(start + 32, separators) << 32 | marks_among_16(start + 48, separators) << 48;
}
#else
/// A bit for each of 64 bytes, the lowest for the first: set where it is the separator, `"`, a line feed or a carriage
/// return.
static inline uint64_t marks_among_64(const void *bytes, uint8_t separator) {
    const uint8_t *start = (const uint8_t *)bytes;
    uint64_t marks = 0;
    for (int place = 0; place < 64; place++) {
        const uint8_t byte = start[place];
        const uint64_t is_mark = byte == separator || byte == '"' || byte == '\n' || byte == '\r';
        marks |= is_mark << place;
    }
    return marks;
}
#endif
