package tare.detectors.pixel.vcal;

/// How a tag corrects the endcap rings, whose doses differ.
public enum RingRule {
    /// Each ring its own factor, 4 decimals.
    EACH("each", 2),
    /// Both rings the mean of their factors, 3 decimals; the listing names a third ring.
    AVERAGE("average", 3);

    private final String key;
    private final int ringsListed;

    RingRule(String key, int ringsListed) {
        this.key = key;
        this.ringsListed = ringsListed;
    }

    /// As it stands in tables and journals.
    public String key() {
        return key;
    }

    /// Rings that the published dictionary of corrections names.
    int ringsListed() {
        return ringsListed;
    }

    /// The rule with a key.
    ///
    /// @throws IllegalArgumentException if no rule has this key
    static RingRule of(String key) {
        for (RingRule rule : values()) {
            if (rule.key.equals(key)) return rule;
        }
        throw new IllegalArgumentException("rings must be 'each' or 'average', got '" + key + "'");
    }
}
