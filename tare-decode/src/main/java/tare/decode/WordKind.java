package tare.decode;

/// What a raw word turned out to be. A decoder lists its kinds in an enum that implements this.
public interface WordKind {
    /// Every word read belongs to exactly one group.
    enum Group {
        FRAME("framing"),
        HIT("hits"),
        ERROR("errors"),
        PADDING("padding"),
        IGNORED("ignored"),
        REFUSED("refused");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// What people call it.
    String label();

    Group group();
}
