package org.synwarden.capture;

import java.util.List;

/**
 * What became of reading a capture to its end.
 *
 * @param frames how many frames were handed over
 * @param warnings why the picture is less than whole; empty when it is whole
 */
public record CaptureSummary(long frames, List<CaptureWarning> warnings) {
    /** Keeps a copy of the warnings. */
    public CaptureSummary {
        warnings = List.copyOf(warnings);
    }
}
