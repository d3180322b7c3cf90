package org.synwarden.watchdog;

import java.io.IOException;
import org.synwarden.capture.CaptureFile;
import org.synwarden.capture.CaptureSummary;
import org.synwarden.capture.PacketDecoder;
import org.synwarden.contract.PacketObject;
import org.synwarden.filter.Filter;

/** The packets of a capture file that pass a filter, in the order of the file. */
public final class PacketList {
    private PacketList() {}

    /**
     * Reads the file to its end.
     *
     * @param packets gets every packet that passes
     * @throws IOException when nothing of the file can be read, the message says why and what to do; or what the
     *     consumer throws
     */
    public static CaptureSummary run(CaptureFile file, Filter filter, PacketConsumer packets) throws IOException {
        PacketDecoder decoder = new PacketDecoder();
        return file.read(frame -> {
            PacketRow row = new PacketRow(frame, decoder.decode(frame));
            if (filter.matches(row)) {
                packets.accept(row.packet());
            }
        });
    }

    /** Receives packets on the thread that reads them. */
    @FunctionalInterface
    public interface PacketConsumer {
        /**
         * Takes one packet.
         *
         * @throws IOException to end the reading
         */
        void accept(PacketObject packet) throws IOException;
    }
}
