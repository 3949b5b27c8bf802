package tare.detectors.pixel.gain;

import tare.detectors.pixel.geometry.Cabling;
import tare.detectors.pixel.raw.Counting;
import tare.detectors.pixel.raw.FedHeader;

/// All that a gain calibration is told.
///
/// @param firstEvent recorded number of the scan's first event, usually 1
public record GainSettings(
        Cabling cabling, GainScan scan, FitSettings fit, Counting counting, int firstEvent) {
    public GainSettings {
        if (firstEvent < 0 || firstEvent > FedHeader.MAX_EVENT) {
            throw new IllegalArgumentException(
                    "the first event must be 0.." + FedHeader.MAX_EVENT + ", got " + firstEvent);
        }
    }

    /// The production scan and fit on a cabling.
    public static GainSettings production(Cabling cabling) {
        return new GainSettings(
                cabling, GainScan.PRODUCTION, FitSettings.PRODUCTION, Counting.MENDED, 1);
    }
}
