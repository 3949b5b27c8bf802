package tare.conditions.history;

import tare.core.journal.JournalEntry;

/// One commit: who, when, where, what with which numbers, why.
///
/// Its `details` hold the digest of all rows it wrote, its `previous` the hash of the commit
/// before.
public record Commit(long sequence, JournalEntry entry) {}
