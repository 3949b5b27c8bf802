package tare.synthetic.pixel;

/// How the response turns from its slope into its plateau.
public enum Plateau {
    /// Exactly linear up to the saturation.
    SHARP {
        @Override
        double response(double linearAdc, double saturationAdc) {
            return Math.min(linearAdc, saturationAdc);
        }
    },
    /// Bends over a few counts around the saturation: `s - w ln(1 + exp((s - linear) / w))` with
    /// w = 6 ADC. A straight line then fits the upper points less well, as on real modules.
    SOFT {
        private static final double WIDTH_ADC = 6;

        @Override
        double response(double linearAdc, double saturationAdc) {
            double below = (saturationAdc - linearAdc) / WIDTH_ADC;
            // The plain formula overflows far below saturation, where it is the identity.
            double bent = below > 40 ? below : Math.log1p(Math.exp(below));
            return saturationAdc - WIDTH_ADC * bent;
        }
    };

    abstract double response(double linearAdc, double saturationAdc);
}
