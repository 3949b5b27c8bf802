package tare.detectors.pixel.lab;

import java.util.List;

/// How well a model describes the pixels of a module.
///
/// @param pixels of the module
/// @param fitted of them with a usable fit
/// @param residualAdc root mean squared residual of these at all points with a response [ADC]
/// @param residualOnLineAdc the same at the points between the ends of the pixel's straight line
/// [ADC]
public record ModelSummary(
        PulseHeightModel model,
        int pixels,
        int fitted,
        double residualAdc,
        double residualOnLineAdc) {
    static ModelSummary of(PulseHeightModel model, List<RocFits> rocs) {
        var sums = new Residuals(model);
        rocs.forEach(sums::add);
        return new ModelSummary(
                model,
                rocs.size() * LabRoc.PIXELS,
                sums.fitted,
                Math.sqrt(sums.squares / sums.points),
                Math.sqrt(sums.squaresOnLine / sums.pointsOnLine));
    }

    public double fraction() {
        return (double) fitted / pixels;
    }

    private static final class Residuals {
        private final PulseHeightModel model;
        private int fitted;
        private long points;
        private double squares;
        private long pointsOnLine;
        private double squaresOnLine;

        Residuals(PulseHeightModel model) {
            this.model = model;
        }

        void add(RocFits roc) {
            double[] vcal = roc.scan().vcalLow();
            for (int pixel = 0; pixel < LabRoc.PIXELS; pixel++) {
                if (!roc.isFitted(model, pixel)) continue;
                fitted++;
                for (int i = 0; i < vcal.length; i++) add(roc, pixel, vcal[i], i);
            }
        }

        private void add(RocFits roc, int pixel, double vcal, int point) {
            int adc = roc.scan().meanAdc(pixel, point);
            if (adc == 0) return;
            double residual = roc.adc(model, pixel, vcal) - adc;
            squares += residual * residual;
            points++;
            if (roc.lines().covers(pixel, vcal)) {
                squaresOnLine += residual * residual;
                pointsOnLine++;
            }
        }
    }
}
