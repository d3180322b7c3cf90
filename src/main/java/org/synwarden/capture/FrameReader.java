package org.synwarden.capture;

/** Reads the frames of one capture format in the order of the file. */
interface FrameReader {
    /**
     * Shows the next frame, with its time and link type; its number is the caller's to give.
     *
     * @return false at the clean end of the capture
     * @throws DamageException where the bytes stop making sense
     */
    boolean next(Frame frame) throws DamageException;

    /** How many frames so far had no time of their own. */
    long framesWithoutTime();
}
