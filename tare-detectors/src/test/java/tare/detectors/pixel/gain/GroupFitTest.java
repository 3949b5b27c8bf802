package tare.detectors.pixel.gain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tare.calibrate.scan.ScanCounters;
import tare.calibrate.scan.SlotTable;
import tare.core.digi.DigiBatch;
import tare.core.journal.Author;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.PixelDecoder;
import tare.detectors.pixel.vcal.ModuleVcal;
import tare.detectors.pixel.vcal.VcalBank;
import tare.detectors.pixel.vcal.VcalCalibration;
import tare.detectors.pixel.vcal.VcalTags;

/// A FED of the barrel with modules of several layers.
class GroupFitTest {
    private static final GainScan SCAN = GainScan.PRODUCTION;
    private static final int PATTERN = 8; // four columns, where most patterns have six

    private final Cabling table = CablingGenerator.phase1();
    private final FedCabling cabling = table.forFed(1240).orElseThrow();
    private final ModuleVcal vcal =
            ModuleVcal.of(
                    VcalBank.of(
                            VcalCalibration.of(VcalTags.published().latest()),
                            table.geometry(),
                            Instant.EPOCH,
                            new Author("test", "test"),
                            ""));

    private ChargeAxis axis(int roc) {
        int module = cabling.moduleIndex(roc);
        return SCAN.axis(vcal.slopeElectrons(module), vcal.offsetElectrons(module));
    }

    @Test
    void groupsHoldNeighboursOfOneAxisAndAreAsLargeAsTheyCanBe() {
        List<GroupFit.Group> groups = GroupFit.Group.divide(cabling, SCAN, vcal);

        assertThat(groups).hasSizeBetween(2, 6);
        int next = 0;
        for (GroupFit.Group group : groups) {
            assertThat(group.fromRoc()).isEqualTo(next);
            assertThat(group.untilRoc()).isGreaterThan(group.fromRoc());
            for (int roc = group.fromRoc(); roc < group.untilRoc(); roc++) {
                assertThat(axis(roc).charges()).isEqualTo(group.axis().charges());
            }
            next = group.untilRoc();
            if (next < cabling.rocCount()) {
                assertThat(axis(next).charges()).isNotEqualTo(group.axis().charges());
            }
        }
        assertThat(next).isEqualTo(cabling.rocCount());
    }

    /// Blocks that go over the boundaries of modules give every pixel what it gets by itself.
    @Test
    void everyPixelGetsWhatItGetsAlone() {
        int[] pixels = SCAN.pixels(PATTERN);
        ScanCounters counters = simulate(pixels, 5);
        var alone = new GainFit(SCAN.points(), 1, FitSettings.PRODUCTION, Counting.MENDED);
        var expected = new FitResults(1);
        var ofRoc = new ModuleGains[cabling.rocCount()];
        for (int roc = 0; roc < ofRoc.length; roc++) {
            boolean isOfTheSame =
                    roc > 0 && cabling.moduleIndex(roc) == cabling.moduleIndex(roc - 1);
            ofRoc[roc] =
                    isOfTheSame
                            ? ofRoc[roc - 1]
                            : new ModuleGains(table.geometry().module(cabling.moduleIndex(roc)));
        }

        long fitted = 0;
        for (GroupFit.Group group : GroupFit.Group.divide(cabling, SCAN, vcal)) {
            var fit = new GroupFit(group, cabling, 6, FitSettings.PRODUCTION, Counting.MENDED);
            fitted += fit.fit(pixels, counters, ofRoc);
        }

        assertThat(fitted).isEqualTo((long) cabling.rocCount() * pixels.length);
        for (int slot = 0; slot < fitted; slot++) {
            int roc = slot / pixels.length;
            int pixel = pixels[slot % pixels.length];
            int at =
                    FedCalibration.pixelOfModule(
                            ofRoc[roc].module(), cabling.position(roc), pixel / 52, pixel % 52);
            alone.fit(counters, slot, 1, axis(roc), expected);
            assertThat(ofRoc[roc].status(at)).isEqualTo(expected.status(0).code());
            assertThat(ofRoc[roc].gain(at)).isEqualTo(expected.gain(0));
            assertThat(ofRoc[roc].pedestal(at)).isEqualTo(expected.pedestal(0));
        }
    }

    /// A response of its own for every pixel, with noise.
    private ScanCounters simulate(int[] pixels, long seed) {
        var random = new SplittableRandom(seed);
        int slots = cabling.rocCount() * pixels.length;
        var counters = new ScanCounters(SCAN.points(), slots);
        SlotTable places = SlotTable.of(PixelDecoder.PIXEL_BITS, pixels);
        var hits = new DigiBatch(slots);
        double[] gain = random.doubles(slots, 150, 350).toArray();
        for (int point = 0; point < SCAN.points(); point++) {
            for (int trigger = 0; trigger < SCAN.repeat(); trigger++) {
                hits.clear();
                for (int slot = 0; slot < slots; slot++) {
                    double charge = SCAN.vcal().get(point) * 325.0;
                    double adc = Math.min(40 + charge / gain[slot], 200) + random.nextGaussian();
                    int channel =
                            slot / pixels.length << PixelDecoder.PIXEL_BITS
                                    | pixels[slot % pixels.length];
                    hits.add(channel, (int) Math.round(adc));
                }
                counters.add(point, hits, places, new long[cabling.rocCount()]);
            }
        }
        return counters;
    }
}
