package tare.detectors.calorimeter.table;

/// A row of a table is not what it should be; the message names file and line.
public final class TableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TableException(String message) {
        super(message);
    }
}
