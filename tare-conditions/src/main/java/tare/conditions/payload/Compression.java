package tare.conditions.payload;

/// How columns are written.
public enum Compression {
    /// As they are: larger, readable everywhere and viewed without a copy. For export.
    NONE,
    /// Each column compressed where that makes it smaller.
    SMALLER
}
