package tare.core.operation;

import tare.core.bank.Bank;

/// Changing flags and nothing else. Public bits only: private ones belong to fits and to the gate.
public sealed interface Flagging extends Operation {
    /// Makes the public bits of matching channels exactly these.
    record SetPublic(Where where, int bits) implements Flagging {}

    /// Adds public bits to matching channels.
    record OrPublic(Where where, int bits) implements Flagging {}

    /// Removes public bits from matching channels.
    record ClearPublic(Where where, int bits) implements Flagging {}

    /// The worse of the flags of this bank and of another one of any layout, which may have other
    /// channels as well; a channel that it lacks keeps its flag.
    record MergeStatus(Bank status) implements Flagging {}
}
