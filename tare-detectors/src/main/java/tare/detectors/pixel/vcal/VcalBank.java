package tare.detectors.pixel.vcal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.bank.Scalar;
import tare.core.channel.BitField;
import tare.core.channel.FieldScheme;
import tare.core.journal.Author;
import tare.core.journal.Journal;
import tare.detectors.pixel.geometry.PixelGeometry;

/// The VCal constants of every module as a bank: one channel per module, its id the dense module
/// index 0 to 1855.
///
/// | column | unit | type | meaning |
/// | --- | --- | --- | --- |
/// | `slope` | e/VCal | f32 | charge per VCal step of the low range, correction included |
/// | `offset` | e | f32 | charge at VCal 0 |
/// | `correction` | 1 | f32 | factor that is in the slope |
public final class VcalBank {
    public static final FieldScheme MODULE =
            FieldScheme.of("pixel-module", new BitField("module", 11));

    public static final BankLayout LAYOUT =
            new BankLayout(
                    "pixel-vcal",
                    1,
                    List.of(
                            new FieldDefinition("slope", "e/VCal", FieldType.F32),
                            new FieldDefinition("offset", "e", FieldType.F32),
                            new FieldDefinition("correction", "1", FieldType.F32)));

    private VcalBank() {}

    /// Constants of all modules, with a journal entry that holds the tag, luminosities, doses and
    /// corrections.
    ///
    /// @param when passed in: no clock is read here
    /// @param why a person's comment, may be empty
    public static Bank of(
            VcalCalibration calibration,
            PixelGeometry geometry,
            Instant when,
            Author author,
            String why) {
        int modules = geometry.modules().size();
        int[] ids = new int[modules];
        float[] slopes = new float[modules];
        float[] offsets = new float[modules];
        float[] corrections = new float[modules];
        for (int i = 0; i < modules; i++) {
            RegionVcal constants = calibration.region(Region.of(geometry.module(i).position()));
            ids[i] = i;
            slopes[i] = constants.slopeElectrons();
            offsets[i] = constants.offsetElectrons();
            corrections[i] = (float) constants.correction();
        }
        return Bank.of(
                LAYOUT,
                MODULE,
                header(calibration.tag()),
                Column.of(ids),
                Column.of(new int[modules]),
                List.of(Column.of(slopes), Column.of(offsets), Column.of(corrections)),
                Journal.EMPTY.append(
                        when, author, "make VCal constants", details(calibration), why));
    }

    private static Header header(VcalTag tag) {
        return Header.of(
                0,
                Map.of(
                        "tag", Scalar.of(tag.name()),
                        "luminosity_run3_fb", Scalar.of(tag.luminosityRun3Fb())));
    }

    private static Map<String, String> details(VcalCalibration calibration) {
        VcalTag tag = calibration.tag();
        DoseModel doses = calibration.correction().doses();
        var details = new TreeMap<String, String>();
        details.put("tag", tag.name());
        details.put("rings", tag.rings().key());
        details.put("luminosity 2017 [1/fb]", Double.toString(doses.luminosity2017Fb()));
        details.put("luminosity 2018 [1/fb]", Double.toString(doses.luminosity2018Fb()));
        details.put("luminosity Run 3 [1/fb]", Double.toString(tag.luminosityRun3Fb()));
        calibration
                .regions()
                .forEach(
                        (region, constants) -> {
                            details.put("dose " + region.key() + " [Mrad]", mrad(constants));
                            details.put(
                                    "correction " + region.key(),
                                    Double.toString(constants.correction()));
                        });
        return details;
    }

    private static String mrad(RegionVcal constants) {
        return String.format(Locale.ROOT, "%.6f", constants.doseMrad());
    }
}
