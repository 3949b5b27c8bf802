package tare.detectors.pixel.gain;

import static tare.detectors.pixel.gain.Condition01.isPositive;

import java.util.Arrays;
import tare.calibrate.fit.LineFits;

/// Which points of a block of pixels are fitted: those on the straight part, below the plateau.
///
/// Rules and numbers of SiPixelGainCalibrationAnalysis, steps 2 to 4 of `doFits`.
final class PointSelection {
    /// The last points, which show whether the response has reached its plateau.
    static final int PLATEAU_POINTS = 4;

    private static final double NO_PLATEAU_ADC = 255;
    private static final double PLATEAU_SPREAD_ADC = 5;
    private static final double ON_PLATEAU_ADC = 10;
    private static final double SUPPRESSED_FRACTION = 0.2;
    private static final double FLAT_STEP_ADC = 5;
    private static final double FLAT_FRACTION = 0.8;
    private static final double NEVER_ADC = 1e6;
    private static final int FEW_POINTS = 4;
    private static final double RETRY_FRACTION = 0.97;
    private static final double RETRY_STEP_ADC = 0.1;

    private final int points;

    /// 1 for a point that is fitted, else 0: `[point][lane]`.
    final double[][] taken;

    final double[] takenPoints;

    /// 1 where the last points differ too much to be a plateau.
    final double[] noPlateau;

    private final double[] plateau;
    private final double[] skipAbove;
    private final double[] flatAbove;
    private final double[] walking;

    PointSelection(int points, int lanes) {
        this.points = points;
        taken = new double[points][lanes];
        takenPoints = new double[lanes];
        noPlateau = new double[lanes];
        plateau = new double[lanes];
        skipAbove = new double[lanes];
        flatAbove = new double[lanes];
        walking = new double[lanes];
    }

    /// Selects the points of all lanes.
    ///
    /// @param charge injected charge of every point [electrons]
    /// @param minCharge points at lower charge are left out
    /// @param count lanes in use
    void select(PointSums sums, double[] charge, double minCharge, int count) {
        findPlateau(sums);
        walk(sums, charge, minCharge);
        count();
        boolean retried = false;
        for (int lane = 0; lane < count; lane++) {
            if (takenPoints[lane] < FEW_POINTS) {
                retry(lane, sums.mean);
                retried = true;
            }
        }
        if (retried) count();
    }

    /// Selects again by the fitted line: where a plateau was seen, points are fitted as long as the
    /// line, not the single noisy point, is below the limit. A cut on the points themselves keeps
    /// those at the limit only if they fluctuate down, which bends the line by 0.03 errors.
    ///
    /// At most one point more is taken than before. Call after [#select] and a fit.
    void selectByLine(
            PointSums sums, LineFits lines, double[] charge, double minCharge, int count) {
        for (int lane = 0; lane < count; lane++) {
            boolean isDefined = Double.isFinite(lines.intercept(lane) + lines.slope(lane));
            if (noPlateau[lane] > 0 || takenPoints[lane] <= FEW_POINTS || !isDefined) continue;
            int end = Math.min(last(lane) + 2, points);
            for (int point = 0; point < end; point++) {
                double y = lines.intercept(lane) + lines.slope(lane) * charge[point];
                boolean isBelow = charge[point] >= minCharge && y <= skipAbove[lane];
                taken[point][lane] = isBelow ? sums.usable[point][lane] : 0;
            }
        }
        count();
    }

    /// Whether all but at most two points lie on the plateau or are silent: there is no slope.
    /// Mostly the first few points decide.
    boolean isOnPlateau(PointSums sums, int lane) {
        int sloping = 0;
        for (int point = 0; point < points && sloping < 3; point++) {
            double y = sums.mean[point][lane];
            if (y != 0 && !(Math.abs(y - plateau[lane]) < ON_PLATEAU_ADC)) sloping++;
        }
        return points >= PLATEAU_POINTS && sloping < 3;
    }

    /// Index of the first point that is fitted; some is.
    int first(int lane) {
        int point = 0;
        while (taken[point][lane] == 0) point++;
        return point;
    }

    /// Index of the last point that is fitted; some is.
    int last(int lane) {
        int point = points - 1;
        while (taken[point][lane] == 0) point--;
        return point;
    }

    private void findPlateau(PointSums sums) {
        Arrays.fill(noPlateau, 0);
        Arrays.fill(plateau, points < PLATEAU_POINTS ? NO_PLATEAU_ADC : 0);
        if (points < PLATEAU_POINTS) return;
        for (int point = points - PLATEAU_POINTS; point < points; point++) {
            addShare(sums.mean[point], plateau);
        }
        for (int point = points - PLATEAU_POINTS; point < points; point++) {
            markSpread(sums.mean[point], plateau, noPlateau);
        }
        for (int i = 0; i < plateau.length; i++) {
            plateau[i] += noPlateau[i] * (NO_PLATEAU_ADC - plateau[i]);
        }
    }

    private static void addShare(double[] mean, double[] plateau) {
        for (int i = 0; i < mean.length; i++) plateau[i] += mean[i] / PLATEAU_POINTS;
    }

    private static void markSpread(double[] mean, double[] plateau, double[] noPlateau) {
        for (int i = 0; i < mean.length; i++) {
            double away = Math.abs(mean[i] - plateau[i]);
            noPlateau[i] = Math.max(noPlateau[i], isPositive(away - PLATEAU_SPREAD_ADC));
        }
    }

    /// Goes up the points: passes over those at VCal zero, with less than two entries or above the
    /// limit; stops for good at the first flat step near the limit.
    private void walk(PointSums sums, double[] charge, double minCharge) {
        Arrays.fill(walking, 1);
        setLimits(plateau, noPlateau, skipAbove, flatAbove);
        for (int point = 0; point < points; point++) {
            if (charge[point] < minCharge) {
                Arrays.fill(taken[point], 0);
            } else {
                take(
                        point > 1 ? 1 : 0,
                        sums.mean[point],
                        sums.mean[Math.max(point - 1, 0)],
                        sums.usable[point],
                        skipAbove,
                        flatAbove,
                        walking,
                        taken[point]);
            }
        }
    }

    /// Without a plateau no point is above the limit, but the walk still stops at a flat step.
    private static void setLimits(
            double[] plateau, double[] noPlateau, double[] skipAbove, double[] flatAbove) {
        for (int i = 0; i < plateau.length; i++) {
            double limit = plateau[i] * (1 - SUPPRESSED_FRACTION);
            skipAbove[i] = limit + noPlateau[i] * NEVER_ADC;
            flatAbove[i] = FLAT_FRACTION * limit;
        }
    }

    /// @param mayStop 1 from the third point on, else 0
    private static void take(
            double mayStop,
            double[] mean,
            double[] meanBefore,
            double[] usable,
            double[] skipAbove,
            double[] flatAbove,
            double[] walking,
            double[] taken) {
        for (int i = 0; i < mean.length; i++) {
            double above = isPositive(mean[i] - skipAbove[i]);
            double candidate = walking[i] * usable[i] * (1 - above);
            double step = Math.abs(mean[i] - meanBefore[i]);
            double flat =
                    mayStop * isPositive(Math.min(FLAT_STEP_ADC - step, mean[i] - flatAbove[i]));
            taken[i] = candidate * (1 - flat);
            walking[i] -= candidate * flat;
        }
    }

    /// Starts again from the first point, below 97 % of the plateau, for up to four rising points.
    private void retry(int lane, double[][] mean) {
        for (double[] row : taken) row[lane] = 0;
        int found = 0;
        for (int point = 0; point < points && found < FEW_POINTS; point++) {
            double y = mean[point][lane];
            if (!(y < RETRY_FRACTION * plateau[lane])) break;
            boolean rises = point == 0 || !(y - mean[point - 1][lane] < RETRY_STEP_ADC);
            if (y > 0 && rises) {
                taken[point][lane] = 1;
                found++;
            }
        }
    }

    private void count() {
        Arrays.fill(takenPoints, 0);
        for (double[] row : taken) add(row, takenPoints);
    }

    private static void add(double[] taken, double[] takenPoints) {
        for (int i = 0; i < taken.length; i++) takenPoints[i] += taken[i];
    }
}
