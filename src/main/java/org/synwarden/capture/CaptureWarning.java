package org.synwarden.capture;

/** Why a capture that was read says less than its whole; shown beside the result, never instead of it. */
public sealed interface CaptureWarning {
    /** One line for people. */
    String message();

    /**
     * The capture is cut off or damaged; everything before was read, nothing after.
     *
     * @param offset where the unreadable record begins, in bytes from the start; of a gzip file, once unpacked
     * @param frame the number the frame there would have had, counted from 1
     * @param reason what is wrong, as a clause
     */
    record Damaged(long offset, long frame, String reason) implements CaptureWarning {
        @Override
        public String message() {
            return "damaged at byte " + offset + ", frame " + frame + ": " + reason + "; what comes before was read";
        }
    }

    /**
     * Frames of link layers that cannot be decoded were passed over; others were read.
     *
     * @param linkType the first such LINKTYPE_ number
     * @param frames how many frames
     */
    record LinkTypePassedOver(int linkType, long frames) implements CaptureWarning {
        @Override
        public String message() {
            return frames + " frames passed over: " + LinkLayer.describe(linkType) + " is not supported";
        }
    }

    /**
     * Frames from pcapng Simple Packet Blocks carry no time and got that of the frame before.
     *
     * @param frames how many frames
     */
    record TimesMissing(long frames) implements CaptureWarning {
        @Override
        public String message() {
            return frames + " frames carry no time and were given that of the frame before; timeouts may be wrong";
        }
    }

    /**
     * The times of the frames go back, as where captures were joined: what follows was judged by itself, as if it were
     * another capture.
     *
     * @param times how often
     * @param frame the number of the first frame after the first time, counted from 1
     */
    record ClockSetBack(int times, long frame) implements CaptureWarning {
        @Override
        public String message() {
            return "the clock goes back at frame " + frame + (times > 1 ? " and " + (times - 1) + " times more" : "")
                    + "; what follows is judged by itself";
        }
    }
}
