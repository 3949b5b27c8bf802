package tare.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder with the simulated scan of FEDs 1240 (17 modules) and 1239, quick to calibrate: 130
/// events, four columns of a row. Made by the commands that a user would type.
record SmallScan(Path folder) {
    static final String VCAL_TAG = "SiPixelVCal_phase1_2026_v0";
    static final int MODULES_OF_1240 = 17;

    private static final String STORE = "tare.db";
    private static final String SETTINGS =
            """
            range    high
            vcal     6 12 18 24 35 56 77 98 119 140 160 180 200
            repeat   5
            columns  0 4 | 8 12
            rows     20
            """;

    static SmallScan simulate(Path folder) throws IOException {
        var small = new SmallScan(folder);
        Files.writeString(folder.resolve("settings.txt"), SETTINGS);
        small.simulate(1240);
        small.simulate(1239);
        small.storeVcal();
        return small;
    }

    private void simulate(int fed) {
        done(
                "synthetic",
                "pixel",
                folder.toString(),
                "--scan",
                folder.resolve("settings.txt").toString(),
                "--fed",
                Integer.toString(fed));
    }

    private static void done(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        if (run.exit() != Exit.DONE) throw new IllegalStateException(run.err());
    }

    Path dump(int fed) {
        return folder.resolve("GainCalibration_" + fed + "_500000.dmp");
    }

    Path scan() {
        return folder.resolve("scan.txt");
    }

    Path cabling() {
        return folder.resolve("cabling.csv");
    }

    private void storeVcal() {
        String url = url(folder);
        done("conditions", "init", "--store", url);
        done("pixel", "vcal", "2026_v0", "--store", url, "--since", "100");
    }

    /// A new store with VCal constants from run 100 on, its first commit.
    String store(Path in) throws IOException {
        Files.copy(folder.resolve(STORE), in.resolve(STORE));
        return url(in);
    }

    private static String url(Path folder) {
        return "sqlite:" + folder.resolve(STORE);
    }

    /// Calibrates with the right cabling, scan and VCal tag; options given later replace them.
    CommandLineRun calibrate(String url, Path dump, String... more) {
        var all = new ArrayList<>(List.of("pixel", "calibrate", dump.toString(), "--store", url));
        addUnless(all, more, "--cabling", cabling().toString());
        addUnless(all, more, "--scan", scan().toString());
        addUnless(all, more, "--vcal-tag", VCAL_TAG);
        addUnless(all, more, "--since", "500000");
        all.addAll(List.of(more));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private static void addUnless(List<String> all, String[] more, String option, String value) {
        if (!List.of(more).contains(option)) all.addAll(List.of(option, value));
    }
}
