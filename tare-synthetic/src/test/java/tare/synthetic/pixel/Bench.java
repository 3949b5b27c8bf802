package tare.synthetic.pixel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tare.core.journal.Author;
import tare.core.work.Workers;
import tare.decode.RawFile;
import tare.detectors.pixel.gain.EventNumbers;
import tare.detectors.pixel.gain.FedCalibration;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.gain.VcalRange;
import tare.detectors.pixel.geometry.CabledRoc;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.CablingException;
import tare.detectors.pixel.geometry.CablingGenerator;
import tare.detectors.pixel.geometry.CablingScope;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.geometry.PixelGeometry;
import tare.detectors.pixel.geometry.PixelPart;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.DumpIndex;
import tare.detectors.pixel.vcal.ModuleVcal;
import tare.detectors.pixel.vcal.VcalBank;
import tare.detectors.pixel.vcal.VcalCalibration;
import tare.detectors.pixel.vcal.VcalTags;

/// A few modules, their constants, and the way from a simulated dump to fitted gains.
final class Bench {
    static final PixelGeometry GEOMETRY = PixelGeometry.phase1();

    static final Cabling DETECTOR = CablingGenerator.phase1();

    /// All modules of a FED that reads layers 1 and 2, so both address formats.
    static final FedCabling WHOLE = DETECTOR.forFed(1200).orElseThrow();

    /// One module of each layer of that FED.
    static final FedCabling TWO_MODULES = modules(1200, PixelPart.BPIX_1, PixelPart.BPIX_2);

    static final ModuleVcal VCAL =
            ModuleVcal.of(
                    VcalBank.of(
                            VcalCalibration.of(VcalTags.published().latest()),
                            GEOMETRY,
                            Instant.EPOCH,
                            new Author("anna", "tare test"),
                            ""));

    private Bench() {}

    /// The first module of each of some parts.
    static FedCabling modules(int fed, PixelPart... parts) {
        List<CabledRoc> ofFed = DETECTOR.rocs().stream().filter(roc -> roc.fed() == fed).toList();
        List<CabledRoc> rocs = new ArrayList<>();
        for (PixelPart part : parts) {
            CabledRoc first =
                    ofFed.stream()
                            .filter(roc -> GEOMETRY.module(roc.module()).part() == part)
                            .findFirst()
                            .orElseThrow();
            ofFed.stream().filter(roc -> roc.module().equals(first.module())).forEach(rocs::add);
        }
        try {
            return Cabling.of(rocs, CablingScope.DETECTOR).forFed(fed).orElseThrow();
        } catch (CablingException e) {
            throw new IllegalStateException(e);
        }
    }

    static PixelTruth truth(FedCabling fed, double noiseAdc, PixelFaultRates faults, long seed) {
        return PixelTruth.draw(fed, GEOMETRY, noiseAdc, faults, seed);
    }

    /// The production scan as far as no pixel has reached its plateau, on some rows.
    static GainScan linearScan(int rows) {
        return new GainScan(
                GainScan.PRODUCTION.vcal().subList(2, 17),
                VcalRange.HIGH,
                5,
                GainScan.PRODUCTION.columnGroups(),
                IntStream.range(0, rows).mapToObj(List::of).toList());
    }

    /// What a calibration made of a dump.
    record Read(FedCalibration calibration, EventNumbers numbers) {}

    static Read read(Path dump, FedCabling fed, GainScan scan) {
        try (RawFile raw = RawFile.open(dump)) {
            DumpIndex index = DumpIndex.of(raw, Counting.MENDED);
            var calibration = new FedCalibration(fed, scan, GEOMETRY, Workers.onCallingThread());
            return new Read(calibration, calibration.add(index, 1, words -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Workers on a number of threads.
    static Workers threads(int threads) {
        return new Workers() {
            @Override
            public int threads() {
                return threads;
            }

            @Override
            public <T> void run(List<T> items, Consumer<T> task) {
                try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                    List<Future<?>> running = new ArrayList<>();
                    for (T item : items) running.add(pool.submit(() -> task.accept(item)));
                    for (Future<?> each : running) each.get();
                } catch (ExecutionException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
