// SQLite's settings for the process take any number of values, which Swift can't pass.
#pragma once

#include <sqlite3.h>

/// Leaves out the count of all memory that SQLite holds, and with it the lock that every thread takes at every
/// allocation. To be called before SQLite is used at all; later it does nothing.
static inline int sqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
