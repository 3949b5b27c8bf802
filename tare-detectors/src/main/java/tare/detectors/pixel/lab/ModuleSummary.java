package tare.detectors.pixel.lab;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tare.detectors.pixel.gain.GainStatus;

/// The calibration of a module on the bench, in numbers.
///
/// @param rocs that were measured
/// @param statuses of the straight lines, those that occur
/// @param gain of the accepted pixels [e/ADC]
/// @param pedestal of the accepted pixels [ADC]
/// @param gainInRoc mean over the ROCs of the root mean square deviation inside one [e/ADC]
/// @param pedestalInRoc the same of the pedestal [ADC]
/// @param models in the order of [PulseHeightModel]
public record ModuleSummary(
        String module,
        int rocs,
        Map<GainStatus, Integer> statuses,
        Spread gain,
        Spread pedestal,
        double gainInRoc,
        double pedestalInRoc,
        List<ModelSummary> models) {
    /// Sums up the ROCs of a module, one or more.
    public static ModuleSummary of(String module, List<RocFits> rocs) {
        var statuses = new EnumMap<GainStatus, Integer>(GainStatus.class);
        var sums = new Sums();
        for (RocFits roc : rocs) {
            for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
                statuses.merge(roc.lines().status(pixel), 1, Integer::sum);
            }
            sums.add(roc.lines());
        }
        return new ModuleSummary(
                module,
                rocs.size(),
                Map.copyOf(statuses),
                sums.gain.spread(),
                sums.pedestal.spread(),
                sums.gainInRoc.spread().mean(),
                sums.pedestalInRoc.spread().mean(),
                Stream.of(PulseHeightModel.values())
                        .map(model -> ModelSummary.of(model, rocs))
                        .toList());
    }

    public int pixels() {
        return rocs * LabRoc.PIXELS;
    }

    /// Pixels whose straight line may be used.
    public int accepted() {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getKey().isUsable())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static final class Sums {
        private final Spread.Sum gain = new Spread.Sum();
        private final Spread.Sum pedestal = new Spread.Sum();
        private final Spread.Sum gainInRoc = new Spread.Sum();
        private final Spread.Sum pedestalInRoc = new Spread.Sum();

        void add(RocLines lines) {
            var gains = new Spread.Sum();
            var pedestals = new Spread.Sum();
            for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
                if (!lines.status(pixel).isUsable()) continue;
                gain.add(lines.gain(pixel));
                gains.add(lines.gain(pixel));
                pedestal.add(lines.pedestal(pixel));
                pedestals.add(lines.pedestal(pixel));
            }
            if (gains.spread().n() == 0) return;
            gainInRoc.add(gains.spread().rms());
            pedestalInRoc.add(pedestals.spread().rms());
        }
    }
}
