package tare.core.histogram;

/// Statistics of two coordinates filled together.
///
/// @param sumWxy Σ w x y
public record Statistics2D(Statistics x, Statistics y, double sumWxy) {

    public double covariance() {
        return x.sumW() == 0 ? 0 : sumWxy / x.sumW() - x.mean() * y.mean();
    }

    /// Correlation coefficient; 0 where one of the coordinates does not vary.
    public double correlation() {
        double spread = x.standardDeviation() * y.standardDeviation();
        return spread == 0 ? 0 : covariance() / spread;
    }
}
