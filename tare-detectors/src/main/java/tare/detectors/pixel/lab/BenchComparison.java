package tare.detectors.pixel.lab;

/// Our curves of a ROC against those of the bench's own fits.
///
/// @param sameRules ours fitted by the bench's rules: what differs is the minimiser
/// @param leastSquares ours fitted by plain least squares: what differs is also the rules
public record BenchComparison(CurveAgreement sameRules, CurveAgreement leastSquares) {
    /// @param bench curves of the same ROC, from [LabFitFile]
    public static BenchComparison of(RocFits ours, RocCurves bench) {
        LabScan scan = ours.scan();
        var rules = new PulseHeightFit(bench.family(), FitRules.BENCH);
        RocCurves plain =
                switch (bench.family()) {
                    case ERROR_FUNCTION -> ours.errorFunctions();
                    case HYPERBOLIC_TANGENT -> ours.tangents();
                };
        return new BenchComparison(
                CurveAgreement.of(scan, RocCurves.fit(scan, rules), bench),
                CurveAgreement.of(scan, plain, bench));
    }
}
