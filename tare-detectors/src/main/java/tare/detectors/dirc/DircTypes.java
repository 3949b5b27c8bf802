package tare.detectors.dirc;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.Check;
import tare.conditions.type.Cut;
import tare.conditions.type.CutTable;
import tare.conditions.type.FailureLimit.FewerThan;
import tare.conditions.type.FailureLimit.FewerThanFraction;
import tare.conditions.type.Flagging;
import tare.conditions.type.Marking;
import tare.conditions.type.StatusRule;
import tare.conditions.type.StatusTable;
import tare.conditions.type.Uncertainty.OfMean;
import tare.core.bank.BankLayout;
import tare.core.bank.Layouts;
import tare.core.time.TimeAxis;

/// The calibration types of the DIRC, a bank per sector.
///
/// A test that a tube fails sets a public bit of its flag; [DircBit] says which and what it means.
/// A bank is refused if [#TOO_MANY] tubes or more fail, 2 % of a sector: one board that lost its
/// cable is 64. What is stored is worth replacing once [#WORTH_NEW] tubes or more of a sector no
/// longer agree with it.
///
/// Cuts are set so that a healthy tube does not fail by chance. A run of 1,000 flashes gives a tube
/// 110 to 650 times with an rms of 1.5 ns, so T0 is known to 0.06 to 0.15 ns and its change to
/// twice that at most. A change of 5 ns is then more than 20 standard errors; one of 8 standard
/// errors happens by chance to one tube in 10¹², with Student's distribution for rms from samples.
/// The rms itself is known to 7 % or better, so its limits are 9 standard errors off; 50 samples
/// are 6 standard deviations below the darkest tube's 160.
public final class DircTypes {
    /// So many failing tubes of a bank are too many.
    public static final int TOO_MANY = 18;

    /// So many tubes of a bank that verification fails call for new constants.
    public static final int WORTH_NEW = 3;

    private static final Check FEW_BAD = new Check.BadChannels(new FewerThanFraction(0.1));

    /// Pedestals of the ADC read-out: mean and rms without a signal, of as many pulses as the
    /// header says.
    public static final CalibrationType PEDESTAL =
            type(
                    "dirc-pedestal",
                    Layouts.ms("ADC"),
                    cuts(
                            TOO_MANY,
                            DircBit.OUT_OF_RANGE.cut(new Check.Range("mean", 20, 120)),
                            DircBit.WIDE.cut(new Check.Range("rms", 0.2, 5)),
                            DircBit.MOVED.cut(new Check.Difference("mean", 10))),
                    cuts(
                            WORTH_NEW,
                            DircBit.OUT_OF_RANGE.cut(new Check.Range("mean", 20, 120)),
                            DircBit.WIDE.cut(new Check.Range("rms", 0.2, 5)),
                            DircBit.MOVED.cut(new Check.Difference("mean", 2)),
                            DircBit.SIGNIFICANT.cut(
                                    new Check.Significance("mean", new OfMean("rms", ""), 8))));

    /// Time offsets of the TDC read-out.
    public static final CalibrationType T0 =
            type(
                    "dirc-t0",
                    Layouts.msn("ns"),
                    cuts(
                            TOO_MANY,
                            DircBit.OUT_OF_RANGE.cut(new Check.Range("mean", 15, 85)),
                            DircBit.WIDE.cut(new Check.Range("rms", 0.5, 3)),
                            DircBit.MOVED.cut(new Check.Difference("mean", 5)),
                            DircBit.FEW_SAMPLES.cut(new Check.MinimumEntries("n", 50))),
                    cuts(
                            WORTH_NEW,
                            DircBit.OUT_OF_RANGE.cut(new Check.Range("mean", 15, 85)),
                            DircBit.WIDE.cut(new Check.Range("rms", 0.5, 3)),
                            DircBit.MOVED.cut(new Check.Difference("mean", 2)),
                            DircBit.FEW_SAMPLES.cut(new Check.MinimumEntries("n", 50)),
                            DircBit.SIGNIFICANT.cut(
                                    new Check.Significance("mean", new OfMean("rms", "n"), 8))));

    /// Which tubes are usable: flags without values, merged from those of the other types.
    public static final CalibrationType STATUS =
            new CalibrationType(
                            "dirc-status",
                            Layouts.STATUS,
                            DircMap.TUBES,
                            TimeAxis.RUN,
                            CutTable.of(
                                    List.of(new Check.BadChannels(new FewerThanFraction(0.2))),
                                    new FewerThan(TOO_MANY)))
                    .of(DircDetector.NAME)
                    .with(new StatusTable(rules()));

    /// All of them, the status type first.
    static final List<CalibrationType> ALL = List.of(STATUS, PEDESTAL, T0);

    private DircTypes() {}

    private static CalibrationType type(
            String name, BankLayout layout, CutTable validation, CutTable verification) {
        return new CalibrationType(name, layout, DircMap.TUBES, TimeAxis.RUN, validation)
                .of(DircDetector.NAME)
                .verifiedBy(verification)
                .with(new Flagging(DircBit.VERDICT_MASK, DircBit.ofTests()));
    }

    private static CutTable cuts(int tooMany, Cut... ofChannels) {
        var all = new ArrayList<>(List.of(ofChannels));
        all.add(new Cut(FEW_BAD, Cut.NO_BIT));
        return new CutTable(all, new FewerThan(tooMany), new TreeMap<>());
    }

    private static List<StatusRule> rules() {
        var rules = new ArrayList<StatusRule>();
        for (Marking marking : DircBit.ofStatus()) {
            rules.add(new StatusRule("dirc-pedestal", marking));
            rules.add(new StatusRule("dirc-t0", marking));
        }
        return rules;
    }
}
