package tare.detectors.pixel.geometry;

/// How bits 20-8 of a hit word spell the place of a pixel in its ROC.
///
/// Each method takes the whole 32-bit word; nothing is allocated. Rows are 0..79, columns 0..51.
/// Source: CMSSW DataFormats/SiPixelDigi/interface/SiPixelDigiConstants.h.
public enum AddressFormat {
    /// All layers but barrel layer 1: double column 0..25 in bits 20-16, pixel id 2..161 in bits
    /// 15-8.
    ///
    /// column = 2 dcol + pxid mod 2; row = 80 - pxid div 2.
    DOUBLE_COLUMN {
        @Override
        public boolean isValid(int word) {
            int pixelId = word >>> 8 & 0xFF;
            return (word >>> 16 & 0x1F) < RocPixel.COLUMNS / 2
                    && pixelId >= 2
                    && pixelId < 2 + 2 * RocPixel.ROWS;
        }

        @Override
        public int row(int word) {
            return RocPixel.ROWS - (word >>> 9 & 0x7F);
        }

        @Override
        public int column(int word) {
            return 2 * ((word >>> 16) & 0x1F) + ((word >>> 8) & 1);
        }

        @Override
        int encodeChecked(int row, int column) {
            int pixelId = 2 * (RocPixel.ROWS - row) + column % 2;
            return (column / 2) << 16 | pixelId << 8;
        }
    },

    /// Barrel layer 1: column in bits 20-15 (6 bits), row in bits 14-8 (7 bits).
    ROW_COLUMN {
        @Override
        public boolean isValid(int word) {
            return row(word) < RocPixel.ROWS && column(word) < RocPixel.COLUMNS;
        }

        @Override
        public int row(int word) {
            return word >>> 8 & 0x7F;
        }

        @Override
        public int column(int word) {
            return word >>> 15 & 0x3F;
        }

        @Override
        int encodeChecked(int row, int column) {
            return column << 15 | row << 8;
        }
    };

    /// Whether the address exists in a ROC; if not, row and column mean nothing (error type 37).
    public abstract boolean isValid(int word);

    /// Row in the ROC of a valid address.
    public abstract int row(int word);

    /// Column in the ROC of a valid address.
    public abstract int column(int word);

    /// Bits 20-8 of a word that name the pixel; all other bits are zero.
    ///
    /// @throws IllegalArgumentException if row or column is outside the ROC
    public int encode(int row, int column) {
        RocPixel.check(row, column);
        return encodeChecked(row, column);
    }

    abstract int encodeChecked(int row, int column);
}
