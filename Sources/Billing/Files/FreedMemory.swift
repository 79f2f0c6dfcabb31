import CLinux

/// Memory that was used and is free again.
enum FreedMemory {
    /// Gives it back to the system, so that what one part of a large night needed does not stand beside what the next
    /// one needs: the C library keeps what threads have freed, each for itself.
    static func giveBack() { _ = malloc_trim(0) }
}
