package tare.synthetic.pixel;

import java.util.Comparator;
import java.util.stream.IntStream;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.vcal.ModuleVcal;

/// What all patterns of a simulated scan share. Immutable.
final class ScanSetup {
    final PixelTruth truth;
    final FedCabling cabling;
    final GainScan scan;
    final ReadoutFaults faults;
    final Plateau plateau;
    final long seed;

    /// ROC ordinals in the order of read-out: by link, then by ROC in the link.
    final int[] readoutOrder;

    /// Indexes of the noisy pixels.
    final int[] noisyPixels;

    private final double[][] chargeOfRoc;

    ScanSetup(
            PixelTruth truth,
            GainScan scan,
            ModuleVcal vcal,
            ReadoutFaults faults,
            Plateau plateau,
            long seed) {
        this.truth = truth;
        this.cabling = truth.cabling();
        this.scan = scan;
        this.faults = faults;
        this.plateau = plateau;
        this.seed = seed;
        readoutOrder =
                IntStream.range(0, cabling.rocCount())
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(cabling::link)
                                        .thenComparingInt(cabling::roc))
                        .mapToInt(roc -> roc)
                        .toArray();
        noisyPixels =
                IntStream.range(0, truth.size())
                        .filter(pixel -> truth.fault(pixel) == PixelFault.NOISY)
                        .toArray();
        chargeOfRoc =
                IntStream.range(0, cabling.rocCount())
                        .map(cabling::moduleIndex)
                        .mapToObj(
                                module ->
                                        scan.axis(
                                                        vcal.slopeElectrons(module),
                                                        vcal.offsetElectrons(module))
                                                .charges())
                        .toArray(double[][]::new);
    }

    /// Charge injected into the pixels of a ROC [e].
    double chargeElectrons(int roc, int point) {
        return chargeOfRoc[roc][point];
    }
}
