package org.synwarden.platform.windows.etw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads event 12 (Create) of Microsoft-Windows-Kernel-File, versions 0 and 1, as a 64-bit kernel writes it: little-endian,
 * packed. Source: the provider's manifest as github.com/OTRF/OSSEM publishes it ({@code event-12.md},
 * {@code event-12_v1.md}). Pure.
 */
final class FileCreate {
    private static final int CREATE = 12;

    /** After {@code Irp, ThreadId, FileObject} (pointers), {@code CreateOptions, CreateAttributes, ShareAccess} (32 bits). */
    private static final int NAME_OF_VERSION_0 = 3 * Long.BYTES + 3 * Integer.BYTES;

    /** After {@code Irp, FileObject} (pointers), {@code IssuingThreadId} and the same three. */
    private static final int NAME_OF_VERSION_1 = 2 * Long.BYTES + 4 * Integer.BYTES;

    private FileCreate() {}

    /** Which file is to be opened or made, by its path in the kernel; empty when it is another event or cannot be read. */
    static Optional<String> path(int id, int version, ByteBuffer data) {
        int name = version == 0 ? NAME_OF_VERSION_0 : NAME_OF_VERSION_1;
        if (id != CREATE || version < 0 || version > 1 || data.remaining() < name) {
            return Optional.empty();
        }
        ByteBuffer text =
                data.slice().order(ByteOrder.LITTLE_ENDIAN).position(name).slice();
        text.order(ByteOrder.LITTLE_ENDIAN);
        for (int end = 0; end + Character.BYTES <= text.remaining(); end += Character.BYTES) {
            if (text.getChar(end) == 0) {
                return Optional.of(
                        StandardCharsets.UTF_16LE.decode(text.limit(end)).toString());
            }
        }
        return Optional.empty();
    }
}
