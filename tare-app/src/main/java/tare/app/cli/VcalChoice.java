package tare.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tare.detectors.pixel.vcal.RingRule;
import tare.detectors.pixel.vcal.VcalTag;
import tare.detectors.pixel.vcal.VcalTagFile;
import tare.detectors.pixel.vcal.VcalTags;

/// For which luminosity VCal constants are made.
final class VcalChoice {
    @Option(
            names = "--lumi",
            paramLabel = "FB",
            description = "Luminosity delivered since the start of Run 3 [1/fb].")
    private @Nullable Double lumi;

    @Option(
            names = "--add",
            paramLabel = "NAME=FB",
            description = "A new tag after more luminosity than the last one; may be repeated.")
    private Map<String, Double> added = Map.of();

    @Option(
            names = "--lumi-file",
            paramLabel = "FILE",
            description = "CSV name,lumi of your own tags, oldest first.")
    private @Nullable Path file;

    /// Tags oldest first; the constants are those of the last.
    ///
    /// @param name as given, if any
    List<VcalTag> tags(@Nullable String name) throws IOException {
        int ways = (lumi == null ? 0 : 1) + (added.isEmpty() ? 0 : 1) + (file == null ? 0 : 1);
        if (ways > 1) {
            throw new IllegalArgumentException("give one of --lumi, --add and --lumi-file");
        }
        if (lumi != null) return List.of(byLuminosity(name, lumi));
        if (!added.isEmpty()) return chain(name);
        if (file != null) return upTo(name, VcalTagFile.read(file));
        if (name == null) {
            throw new IllegalArgumentException(
                    "which tag? Give a published name (see --list), --lumi, --add or --lumi-file");
        }
        return List.of(VcalTags.published().tag(name));
    }

    private static VcalTag byLuminosity(@Nullable String name, double luminosityFb) {
        if (name == null) throw new IllegalArgumentException("--lumi needs a name for the new tag");
        requireNew(name);
        return new VcalTag(name, luminosityFb, RingRule.EACH);
    }

    private static void requireNew(String name) {
        VcalTags.published().tags().stream()
                .filter(tag -> tag.name().equals(name))
                .findFirst()
                .ifPresent(
                        tag -> {
                            throw new IllegalArgumentException(
                                    name
                                            + " is published for "
                                            + tag.luminosityRun3Fb()
                                            + " /fb; choose another name");
                        });
    }

    /// The last published tag, or the named one, and the new ones after it.
    private List<VcalTag> chain(@Nullable String name) {
        VcalTags published = VcalTags.published();
        var tags = new ArrayList<VcalTag>();
        tags.add(name == null ? published.latest() : published.tag(name));
        added.forEach(
                (next, fb) -> {
                    requireNew(next);
                    tags.add(tags.getLast().next(next, fb));
                });
        return tags;
    }

    private static List<VcalTag> upTo(@Nullable String name, VcalTags tags) {
        if (name == null) return tags.tags();
        return tags.tags().subList(0, tags.tags().indexOf(tags.tag(name)) + 1);
    }
}
