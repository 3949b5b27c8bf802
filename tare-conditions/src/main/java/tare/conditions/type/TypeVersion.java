package tare.conditions.type;

/// One stored content of a calibration type.
///
/// @param version 1 for the first content of that name in a store, one more for each further one
public record TypeVersion(String name, int version) {
    @Override
    public String toString() {
        return name + "/" + version;
    }
}
