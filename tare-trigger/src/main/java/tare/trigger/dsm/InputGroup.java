package tare.trigger.dsm;

/// Words that come into a tree of boards from outside.
///
/// @param name as wiring tables write it before the colon
/// @param count number of words
/// @param bits width of each
public record InputGroup(String name, int count, int bits) {
    public InputGroup {
        if (count < 1 || bits < 1 || bits > 16)
            throw new IllegalArgumentException(
                    name + " needs words of 1 to 16 bits, got " + count + " of " + bits + " bits");
    }
}
