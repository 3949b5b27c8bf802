package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;
import tare.detectors.pixel.gain.GainScan;
import tare.detectors.pixel.gain.GainScanFile;
import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.geometry.FedCabling;
import tare.detectors.pixel.vcal.ModuleVcal;
import tare.detectors.pixel.vcal.VcalBank;
import tare.detectors.pixel.vcal.VcalCalibration;
import tare.detectors.pixel.vcal.VcalTags;
import tare.synthetic.pixel.PixelFaultRates;
import tare.synthetic.pixel.PixelTruth;
import tare.synthetic.pixel.ScanPresets;

/// What determines a simulated scan; the same options give the same truth.
final class SimulationOptions {
    enum Faults {
        NONE,
        SOME
    }

    @Option(
            names = "--fed",
            paramLabel = "FED",
            defaultValue = "1240",
            description = "FED to simulate; default ${DEFAULT-VALUE}.")
    int fed;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same data; default ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--noise",
            paramLabel = "ADC",
            defaultValue = "1.0",
            description = "Noise of a pixel [ADC]; default ${DEFAULT-VALUE}.")
    double noiseAdc;

    @Option(
            names = "--faults",
            paramLabel = "HOW-MANY",
            defaultValue = "some",
            description =
                    "Faulty pixels and read-out errors: none, some; default ${DEFAULT-VALUE}.")
    Faults faults = Faults.SOME;

    @Option(
            names = "--vcal",
            paramLabel = "NAME",
            defaultValue = "2026_v0",
            description =
                    "Published VCal constants that set the true charge; default ${DEFAULT-VALUE}.")
    String vcal = "";

    /// @throws IllegalArgumentException if the FED is not cabled
    PixelTruth truth(Cabling cabling) {
        FedCabling ofFed =
                cabling.forFed(fed)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "--fed: there is no FED "
                                                        + fed
                                                        + ", only "
                                                        + cabling.fedsInWords()));
        PixelFaultRates rates = faults == Faults.SOME ? PixelFaultRates.SOME : PixelFaultRates.NONE;
        return PixelTruth.draw(ofFed, cabling.geometry(), noiseAdc, rates, seed);
    }

    /// @throws IllegalArgumentException if there are no published constants of that name
    ModuleVcal moduleVcal(Cabling cabling) {
        VcalCalibration published = VcalCalibration.of(VcalTags.published().tag(vcal));
        return ModuleVcal.of(
                VcalBank.of(published, cabling.geometry(), Instant.EPOCH, Program.author(), ""));
    }

    /// `production`, `demo`, `small`, or a file of settings.
    static GainScan scan(String name) throws IOException {
        return switch (name) {
            case "production" -> GainScan.PRODUCTION;
            case "demo" -> ScanPresets.DEMO;
            case "small" -> ScanPresets.SMALL;
            default -> file(Path.of(name));
        };
    }

    private static GainScan file(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(
                    file.toString(),
                    null,
                    "no such file of scan settings, and no scan of that name: there are"
                            + " production, demo and small");
        }
        return GainScanFile.readAny(file);
    }
}
