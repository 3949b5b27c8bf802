package tare.detectors.pixel.gain;

import java.util.Arrays;
import java.util.List;
import tare.core.bank.Bank;
import tare.core.bank.BankLayout;
import tare.core.bank.Column;
import tare.core.bank.FieldDefinition;
import tare.core.bank.FieldType;
import tare.core.bank.Header;
import tare.core.channel.BitField;
import tare.core.channel.Condition;
import tare.core.channel.FieldScheme;
import tare.core.channel.FitStatus;
import tare.core.channel.Quality;
import tare.core.journal.Journal;
import tare.detectors.pixel.geometry.ModulePixel;
import tare.detectors.pixel.geometry.PixelModule;

/// The calibration of one module: a column per quantity, indexed `row * 416 + column` in module
/// coordinates.
///
/// Filled pixel by pixel while fits run, each pixel once; then read. Quantities of a pixel without
/// fit are 0. Pixels of ROCs that no cabling names are not instrumented; pixels that no pattern of
/// the scan pulses are not assessed.
public final class ModuleGains {
    /// Pixels of a module.
    public static final int PIXELS = ModulePixel.ROWS * ModulePixel.COLUMNS;

    /// Channel ids of pixels: dense module index, row and column in the module.
    public static final FieldScheme PIXEL_IDS =
            FieldScheme.of(
                    "pixel",
                    new BitField("module", 11),
                    new BitField("row", 8),
                    new BitField("column", 9));

    /// Columns of the bank. The gain error is that of the gain; the reference stores that of the
    /// slope, which is this one divided by gain².
    public static final BankLayout LAYOUT =
            new BankLayout(
                    "pixel-gain",
                    1,
                    List.of(
                            new FieldDefinition("pedestal", "ADC", FieldType.F32),
                            new FieldDefinition("pedestal_error", "ADC", FieldType.F32),
                            new FieldDefinition("gain", "e/ADC", FieldType.F32),
                            new FieldDefinition("gain_error", "e/ADC", FieldType.F32),
                            new FieldDefinition("chi2_per_ndf", "1", FieldType.F32),
                            new FieldDefinition("probability", "1", FieldType.F32),
                            new FieldDefinition("low_charge", "e", FieldType.F32),
                            new FieldDefinition("high_charge", "e", FieldType.F32),
                            new FieldDefinition("points", "1", FieldType.I32),
                            new FieldDefinition("dynamic_range", "ADC", FieldType.F32),
                            new FieldDefinition("saturation", "ADC", FieldType.F32),
                            new FieldDefinition("status", "1", FieldType.I32)));

    private static final int NOT_CABLED =
            GainStatus.NO_DATA.flag() & ~Condition.DEAD.bits() | Condition.NOT_INSTRUMENTED.bits();

    private static final int NOT_SCANNED =
            Quality.NOT_ASSESSED.bits() | FitStatus.NOT_FITTED.bits();

    private final PixelModule module;
    private final float[] pedestal = new float[PIXELS];
    private final float[] pedestalError = new float[PIXELS];
    private final float[] gain = new float[PIXELS];
    private final float[] gainError = new float[PIXELS];
    private final float[] chi2PerNdf = new float[PIXELS];
    private final float[] probability = new float[PIXELS];
    private final float[] lowCharge = new float[PIXELS];
    private final float[] highCharge = new float[PIXELS];
    private final int[] points = new int[PIXELS];
    private final float[] dynamicRange = new float[PIXELS];
    private final float[] saturation = new float[PIXELS];
    private final int[] status = new int[PIXELS];
    private final int[] flags = new int[PIXELS];

    ModuleGains(PixelModule module) {
        this.module = module;
        Arrays.fill(flags, NOT_CABLED);
    }

    public PixelModule module() {
        return module;
    }

    /// A pixel that is cabled, but is not in the scan.
    void instrument(int pixel) {
        flags[pixel] = NOT_SCANNED;
    }

    /// A pixel that is in the scan and, so far, has no data.
    void expect(int pixel) {
        flags[pixel] = GainStatus.NO_DATA.flag();
    }

    /// Status code of a pixel, see [GainStatus].
    public int status(int pixel) {
        return status[pixel];
    }

    /// Whether the pixel is cabled and the scan pulsed it.
    public boolean isScanned(int pixel) {
        return flags[pixel] != NOT_CABLED && flags[pixel] != NOT_SCANNED;
    }

    /// [ADC]
    public float pedestal(int pixel) {
        return pedestal[pixel];
    }

    /// [e/ADC]
    public float gain(int pixel) {
        return gain[pixel];
    }

    /// [ADC]
    public float pedestalError(int pixel) {
        return pedestalError[pixel];
    }

    /// [e/ADC]
    public float gainError(int pixel) {
        return gainError[pixel];
    }

    void set(int pixel, FitResults results, int lane) {
        float g = results.gain[lane];
        pedestal[pixel] = results.pedestal[lane];
        pedestalError[pixel] = results.pedestalError[lane];
        gain[pixel] = g;
        gainError[pixel] = results.slopeError[lane] * g * g;
        chi2PerNdf[pixel] = results.chi2PerNdf[lane];
        probability[pixel] = results.probability[lane];
        lowCharge[pixel] = results.lowCharge[lane];
        highCharge[pixel] = results.highCharge[lane];
        points[pixel] = results.points[lane];
        dynamicRange[pixel] = results.dynamicRange[lane];
        saturation[pixel] = results.saturation[lane];
        status[pixel] = results.status[lane].code();
        flags[pixel] = results.status[lane].flag();
    }

    /// Channel ids of all pixels of a module, in the order of the columns.
    public static Column channelIds(PixelModule module) {
        int[] ids = new int[PIXELS];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            int row = pixel / ModulePixel.COLUMNS;
            int column = pixel % ModulePixel.COLUMNS;
            ids[pixel] = module.index() << 17 | row << 9 | column;
        }
        return Column.of(ids);
    }

    /// The columns as a bank, which shares them: nothing may be set any more.
    public Bank toBank(Header header, Journal journal) {
        return Bank.of(
                LAYOUT,
                PIXEL_IDS,
                header,
                channelIds(module),
                Column.of(flags),
                List.of(
                        Column.of(pedestal),
                        Column.of(pedestalError),
                        Column.of(gain),
                        Column.of(gainError),
                        Column.of(chi2PerNdf),
                        Column.of(probability),
                        Column.of(lowCharge),
                        Column.of(highCharge),
                        Column.of(points),
                        Column.of(dynamicRange),
                        Column.of(saturation),
                        Column.of(status)),
                journal);
    }
}
