package tare.synthetic.pixel;

import tare.detectors.pixel.raw.BlockEnd;

/// How the frame of a block is broken. Numbers are the error types of the CMS unpacker.
public enum BlockFault {
    /// The header names another FED; the hits are good.
    WRONG_SOURCE(32, BlockEnd.CLEAN),
    /// The trailer is lost, and the block with it.
    LOST_TRAILER(33, BlockEnd.NO_TRAILER),
    /// The trailer's length is wrong; the hits are good.
    WRONG_LENGTH(34, BlockEnd.WRONG_LENGTH),
    /// The trailer says that the checksum was wrong; the block is refused.
    CRC_FLAG(39, BlockEnd.CRC_FLAG);

    private final int errorType;
    private final BlockEnd end;

    BlockFault(int errorType, BlockEnd end) {
        this.errorType = errorType;
        this.end = end;
    }

    /// The error that a decoder reports.
    public int errorType() {
        return errorType;
    }

    BlockEnd end() {
        return end;
    }
}
