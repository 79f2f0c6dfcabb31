#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

/// How many pieces of memory this process has asked for so far, whoever asked: Swift, libxml2, SQLite, the C library.
/// A piece that is made larger counts again. 0 under a sanitizer, which needs these functions for itself.
unsigned long allocations(void);

#endif
