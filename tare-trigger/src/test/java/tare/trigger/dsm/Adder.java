package tare.trigger.dsm;

/// A board for tests: two channels of 8 bits, their sum in 9, and an information word, their
/// difference from register 0.
record Adder(AlgorithmSheet sheet) implements DsmAlgorithm {
    static Adder of(String name) {
        return new Adder(
                AlgorithmSheet.of(name, 2, 8, 9).register(0, "offset", 8).information("offset"));
    }

    @Override
    public void run(BoardWords words, Registers registers) {
        Field byteField = Field.bits(0, 7);
        Lanes.take(words.output(), words.inputs()[0], byteField, words.events());
        Lanes.add(words.output(), words.inputs()[1], byteField, words.events());
        for (int e = 0; e < words.events(); e++) {
            words.information()[0][e] = words.output()[e] - registers.get(0);
        }
    }
}
