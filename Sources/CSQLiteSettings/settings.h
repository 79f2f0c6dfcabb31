// SQLite's settings for the process take any number of values, which Swift can't pass.
#pragma once

// As in sqlite3.h, which belongs to the module of the store's library.
extern int sqlite3_config(int setting, ...);

/// Leaves out the count of all memory that SQLite holds, and with it the lock that every thread takes at every
/// allocation. To be called before SQLite is used at all; later it does nothing.
static inline int sqlite_count_no_memory(void) {
    const int memory_status = 9;  // SQLITE_CONFIG_MEMSTATUS
    return sqlite3_config(memory_status, 0);
}
