/* What Linux's C library has for GNU programs alone, which the Glibc module leaves out. */
#include <stddef.h>

extern int syncfs(int descriptor);
extern int malloc_trim(size_t kept);
extern const void *memmem(const void *bytes, size_t count, const void *text, size_t length);
