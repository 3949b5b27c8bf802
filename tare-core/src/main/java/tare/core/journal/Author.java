package tare.core.journal;

/// Who acts, and by what.
///
/// @param who a person or a service account
/// @param where host and program with version, for example `lxbatch12 tare 0.1.0`
public record Author(String who, String where) {
    public Author {
        if (who.isBlank()) throw new IllegalArgumentException("a journal entry needs a name");
        if (where.isBlank()) throw new IllegalArgumentException("a journal entry needs a program");
    }
}
