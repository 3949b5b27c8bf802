package tare.conditions.view;

import tare.conditions.type.BankName;
import tare.conditions.type.TypeVersion;
import tare.core.hash.Sha256;
import tare.core.time.IntervalOfValidity;

/// Which payload holds for a bank.
///
/// @param valid the effective interval: it ends where a later one begins
/// @param sequence the commit that stored it
/// @param type the content of the calibration type that accepted it
public record Entry(
        String tag,
        BankName bank,
        IntervalOfValidity valid,
        Sha256 payload,
        long sequence,
        TypeVersion type) {
    @Override
    public String toString() {
        return tag
                + " "
                + bank
                + " "
                + valid
                + " payload "
                + payload.brief()
                + " sequence "
                + sequence;
    }
}
