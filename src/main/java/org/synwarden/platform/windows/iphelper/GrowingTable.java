package org.synwarden.platform.windows.iphelper;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a table whose size is known only after asking, and which may have grown by then. The buffer is kept and grows
 * with headroom, so that in the long run one call reads the table. Used by one thread.
 */
final class GrowingTable {
    /** How often the table may outgrow the buffer before that is an error. */
    static final int MOST_RACES = 5;

    private static final int FIRST_SIZE = 32 * 1024;
    private static final int HEADROOM = 8 * 1024;

    private final String name;
    private final Call call;
    private Memory buffer = new Memory(FIRST_SIZE);

    /** One call of the system: fills the buffer, or says which size it needs, and returns a Windows error code. */
    @FunctionalInterface
    interface Call {
        int read(Pointer buffer, IntByReference size);
    }

    /** Reads with that call; the name is for errors. */
    GrowingTable(String name, Call call) {
        this.name = name;
        this.call = call;
    }

    /**
     * The table as it is now, little-endian; valid until the next call.
     *
     * @throws IOException when the system refuses, or the table grew faster than it could be read
     */
    ByteBuffer read() throws IOException {
        IntByReference size = new IntByReference();
        for (int race = 0; race < MOST_RACES; race++) {
            size.setValue((int) buffer.size());
            int code = call.read(buffer, size);
            if (code == WinError.ERROR_SUCCESS) {
                return buffer.getByteBuffer(0, Math.min(size.getValue(), buffer.size()))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
            if (code != WinError.ERROR_INSUFFICIENT_BUFFER) {
                throw new IOException("the " + name + " cannot be read: Windows error " + code);
            }
            buffer.close();
            buffer = new Memory(Math.addExact(Math.max(size.getValue(), 0), HEADROOM));
        }
        throw new IOException("the " + name + " grew faster than it could be read, " + MOST_RACES
                + " times in a row; it is read again at the next round");
    }
}
