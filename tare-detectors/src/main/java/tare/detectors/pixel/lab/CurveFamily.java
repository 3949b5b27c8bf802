package tare.detectors.pixel.lab;

/// The kinds of pulse-height curve that the bench software fits.
public enum CurveFamily {
    ERROR_FUNCTION("par[3]*(TMath::Erf((x[0]-par[0])/par[1])+par[2])") {
        @Override
        ErrorFunction curve(double par0, double par1, double par2, double par3) {
            return new ErrorFunction(par0, par1, par2, par3);
        }

        @Override
        ErrorFunction through(double middleVcal, double slope, double halfHeight) {
            double width = halfHeight * ErrorFunction.SLOPE_AT_ZERO / slope;
            return new ErrorFunction(middleVcal, width, 1, halfHeight);
        }
    },
    HYPERBOLIC_TANGENT("par[3] + par[2] * TMath::TanH(par[0]*x[0] - par[1])") {
        @Override
        HyperbolicTangent curve(double par0, double par1, double par2, double par3) {
            return new HyperbolicTangent(par0, par1, par2, par3);
        }

        @Override
        HyperbolicTangent through(double middleVcal, double slope, double halfHeight) {
            double rate = slope / halfHeight;
            return new HyperbolicTangent(rate, rate * middleVcal, halfHeight, halfHeight);
        }
    };

    private final String formula;

    CurveFamily(String formula) {
        this.formula = formula;
    }

    /// The function as it stands in line 2 of a file of fit parameters.
    public String formula() {
        return formula;
    }

    /// The curve with four parameters.
    abstract PulseHeightCurve curve(double par0, double par1, double par2, double par3);

    /// A curve that starts from 0 ADC.
    ///
    /// @param middleVcal where it reaches half its height
    /// @param slope there [ADC/VCal]
    /// @param halfHeight half the height of the rise [ADC]
    abstract PulseHeightCurve through(double middleVcal, double slope, double halfHeight);
}
