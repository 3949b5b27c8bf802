package tare.trigger.tcu;

/// One condition of a named trigger: bits that must be on, and bits that should be off.
///
/// @param index place in the hardware's list
/// @param name such as `JP1`
/// @param id trigger id; several definitions may share it, and each of them makes it fire
public record TriggerDefinition(int index, String name, int id, BitStream on, BitStream off) {
    public TriggerDefinition {
        if (id < 0)
            throw new IllegalArgumentException("trigger " + name + " needs an id >= 0, got " + id);
    }
}
