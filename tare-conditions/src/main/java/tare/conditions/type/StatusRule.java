package tare.conditions.type;

/// What one type's flags say about the general status.
///
/// @param type name of the type whose public bits are looked at
public record StatusRule(String type, Marking marking) {}
