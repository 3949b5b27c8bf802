package tare.conditions.store;

/// What somebody may do beyond storing what the gate accepts.
public enum Role {
    /// Be the first: define a detector, store the first content of a type, store banks where a type
    /// insists on a reference and there is none yet.
    BOOTSTRAP,
    /// Change and retire types.
    TYPES,
    /// Have content accepted that fails.
    OVERRIDE
}
