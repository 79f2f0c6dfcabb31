import CSQLiteSettings

/// SQLite as the whole process uses it.
public enum StoreLibrary {
    /// Lets threads that use the store's library not wait for each other where each has a connection of its own. To be
    /// called before anything else is done, by a program's own start.
    public static func begin() { _ = sqlite_count_no_memory() }
}
