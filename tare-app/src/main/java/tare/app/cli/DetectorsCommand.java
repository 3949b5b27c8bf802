package tare.app.cli;

import static tare.app.cli.TextTable.left;
import static tare.app.cli.TextTable.right;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tare.conditions.type.CalibrationType;
import tare.conditions.type.SystemDefinition;
import tare.core.channel.FieldScheme;
import tare.detectors.Detector;

/// Which detectors this installation serves.
@Command(
        name = "detectors",
        description = {
            "Lists the detectors that this installation serves, with their channels, banks and types.",
            "A detector is found where its folder provides one; nothing else names it."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = "  tare detectors --json")
final class DetectorsCommand implements Callable<Integer> {
    @Mixin private Output output;

    /// @param banks of the detector's own channels
    private record Document(
            String name,
            long channels,
            int banks,
            String ids,
            String addresses,
            List<TypeDocument> types) {
        static Document of(Detector detector) {
            return new Document(
                    detector.name(),
                    detector.map().size(),
                    DetectorsCommand.banks(detector.system()),
                    fields(detector.map().idScheme()),
                    fields(detector.map().addressScheme()),
                    detector.types().stream()
                            .map(type -> TypeDocument.of(detector, type))
                            .toList());
        }
    }

    private record TypeDocument(String name, String layout, int banks) {
        static TypeDocument of(Detector detector, CalibrationType type) {
            return new TypeDocument(
                    type.name(),
                    type.layout().toString(),
                    DetectorsCommand.banks(detector.systemOf(type)));
        }
    }

    @Override
    public Integer call() {
        List<Document> detectors = Detector.all().stream().map(Document::of).toList();
        var table =
                new TextTable(
                        left("Detector"),
                        right("Channels"),
                        right("Banks"),
                        left("Channel id"),
                        left("Hardware address"),
                        left("Types"));
        for (Document detector : detectors) {
            table.row(
                    detector.name,
                    String.format(Locale.ROOT, "%,d", detector.channels),
                    String.format(Locale.ROOT, "%,d", detector.banks),
                    detector.ids,
                    detector.addresses,
                    String.join(", ", detector.types.stream().map(TypeDocument::name).toList()));
        }
        table.print(output);
        output.document(detectors);
        output.flush();
        return Exit.DONE;
    }

    private static int banks(SystemDefinition system) {
        return (int) IntStream.iterate(0, n -> system.bank(n).isPresent(), n -> n + 1).count();
    }

    private static String fields(FieldScheme scheme) {
        var names = new ArrayList<String>();
        scheme.fields().forEach(field -> names.add(field.name()));
        return String.join("/", names);
    }
}
