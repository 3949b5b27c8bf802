package tare.conditions.type;

import java.util.Optional;
import tare.core.bank.Bank;

/// What a candidate is held against.
///
/// @param reference the standard of comparison, empty if there is none yet
/// @param status the detector's general status of these channels, empty if none is consulted
public record Evidence(Optional<Bank> reference, Optional<Bank> status) {
    public static final Evidence NONE = new Evidence(Optional.empty(), Optional.empty());

    public static Evidence of(Bank reference) {
        return new Evidence(Optional.of(reference), Optional.empty());
    }
}
