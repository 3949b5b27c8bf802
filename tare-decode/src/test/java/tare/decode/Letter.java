package tare.decode;

/// Word kinds of a made-up format.
enum Letter implements WordKind {
    HEAD(Group.FRAME),
    HIT(Group.HIT),
    LATE_HIT(Group.HIT),
    BAD(Group.REFUSED);

    private final Group group;

    Letter(Group group) {
        this.group = group;
    }

    @Override
    public String label() {
        return "letter " + ordinal();
    }

    @Override
    public Group group() {
        return group;
    }
}
