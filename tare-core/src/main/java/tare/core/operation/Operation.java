package tare.core.operation;

/// Something that can be done with a bank, as a value: its name and parameters go into the journal.
/// [Operator#apply] does it.
///
/// All operations give a new bank and leave their operands alone. Unless an operation says
/// otherwise:
///
/// - Operands have equal layouts, id schemes and channel ids; units may differ where a product or
///   a quotient makes sense of them.
/// - A channel's flag in the result is the worse of the operands' flags
///   ([tare.core.channel.WorseFlag]).
/// - The header says that the result has been neither validated, verified, overridden nor made the
///   reference. Of two operands the result is derived, partial if one is, for the uses that both
///   are for; pulses and extra values are kept where they agree.
/// - A value that cannot be computed (0 in the denominator) becomes NaN, and its channel's flag
///   says `NON_FINITE_RESULT` and `BAD`.
public sealed interface Operation permits Arithmetic, Averaging, Selection, Flagging, Reshaping {}
