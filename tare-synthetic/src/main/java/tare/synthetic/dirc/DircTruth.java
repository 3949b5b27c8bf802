package tare.synthetic.dirc;

import java.util.SplittableRandom;
import tare.detectors.dirc.DircSetup;

/// The true state of every tube, in columns by dense index. Immutable.
///
/// T0 is normally distributed, 50 ± 5 ns and no farther off than 20 ns. The flasher lights the
/// middle of a sector more than its edges, so tubes answer 16 to 60 % of the flashes. Pedestals are
/// 60 ± 4 ADC counts. All three depend on the seed alone: a run with faults is a run of the same
/// tubes.
public final class DircTruth {
    /// How much later a shifted tube answers [ns].
    public static final double SHIFT_NANOS = 10;

    private static final double MEAN_NANOS = 50;
    private static final double SPREAD_NANOS = 5;
    private static final double MOST_OFF_NANOS = 20;
    private static final double EDGE_LIGHT = 0.2;
    private static final double MIDDLE_LIGHT = 0.3;
    private static final double LIGHT_SPREAD = 0.2;
    private static final double PEDESTAL_ADC = 60;
    private static final double PEDESTAL_SPREAD_ADC = 4;

    private final double[] t0Nanos;
    private final double[] illumination;
    private final double[] pedestalAdc;
    private final DircFault[] faults;

    private DircTruth(int tubes) {
        t0Nanos = new double[tubes];
        illumination = new double[tubes];
        pedestalAdc = new double[tubes];
        faults = new DircFault[tubes];
    }

    /// @throws IllegalArgumentException if more tubes are faulty than there are
    public static DircTruth draw(DircSetup setup, DircFaults faults, long seed) {
        if (faults.sum() > setup.tubes()) {
            throw new IllegalArgumentException(
                    faults.sum() + " faulty tubes of " + setup.tubes() + " are too many");
        }
        var random = new SplittableRandom(seed);
        SplittableRandom ofTubes = random.split();
        SplittableRandom ofFaults = random.split();
        SplittableRandom ofPedestals = random.split();
        var truth = new DircTruth(setup.tubes());
        int[] places = shuffled(setup.tubes(), ofFaults);
        for (int tube = 0; tube < places.length; tube++) {
            truth.faults[tube] = faults.at(places[tube]);
            truth.t0Nanos[tube] = t0(ofTubes);
            truth.illumination[tube] = illumination(setup, tube, ofTubes);
            truth.pedestalAdc[tube] =
                    PEDESTAL_ADC + PEDESTAL_SPREAD_ADC * ofPedestals.nextGaussian();
            if (truth.faults[tube] == DircFault.SHIFTED) truth.t0Nanos[tube] += SHIFT_NANOS;
        }
        return truth;
    }

    private static double t0(SplittableRandom random) {
        double off = SPREAD_NANOS * random.nextGaussian();
        return MEAN_NANOS + Math.clamp(off, -MOST_OFF_NANOS, MOST_OFF_NANOS);
    }

    private static double illumination(DircSetup setup, int tube, SplittableRandom random) {
        double place = (tube % setup.tubesOfSector() + 0.5) / setup.tubesOfSector();
        double light = EDGE_LIGHT + MIDDLE_LIGHT * Math.sin(Math.PI * place);
        return light * (1 + LIGHT_SPREAD * (2 * random.nextDouble() - 1));
    }

    /// The numbers below `n` in random order (Fisher and Yates).
    private static int[] shuffled(int n, SplittableRandom random) {
        int[] places = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            places[i] = places[j];
            places[j] = i;
        }
        return places;
    }

    public int tubes() {
        return faults.length;
    }

    /// What a calibration should find, the shift of a shifted tube included [ns].
    public double t0Nanos(int tube) {
        return t0Nanos[tube];
    }

    /// Probability to answer a flash.
    public double illumination(int tube) {
        return illumination[tube];
    }

    /// Mean of the ADC read-out without a signal [ADC counts].
    public double pedestalAdc(int tube) {
        return pedestalAdc[tube];
    }

    public DircFault fault(int tube) {
        return faults[tube];
    }

    /// Number of tubes with a fault, or with none.
    public int count(DircFault fault) {
        int count = 0;
        for (DircFault of : faults) if (of == fault) count++;
        return count;
    }
}
