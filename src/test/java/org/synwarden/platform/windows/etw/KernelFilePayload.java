package org.synwarden.platform.windows.etw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes what Microsoft-Windows-Kernel-File writes behind the header of event 12, as its published manifest declares it. */
final class KernelFilePayload {
    static final int CREATE = 12;

    private static final int SYNCHRONOUS = 0x20;

    private KernelFilePayload() {}

    /** {@code Irp, FileObject, IssuingThreadId, CreateOptions, CreateAttributes, ShareAccess, FileName}: version 1. */
    static byte[] create(String path) {
        return withName(fields().putLong(0xFFFF_A001L).putLong(0xFFFF_A002L).putInt(4_711), path);
    }

    /** {@code Irp, ThreadId, FileObject, CreateOptions, CreateAttributes, ShareAccess, FileName}: version 0. */
    static byte[] createOfVersion0(String path) {
        return withName(fields().putLong(0xFFFF_A001L).putLong(4_711).putLong(0xFFFF_A002L), path);
    }

    private static ByteBuffer fields() {
        return ByteBuffer.allocate(66_000).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] withName(ByteBuffer fields, String path) {
        fields.putInt(SYNCHRONOUS).putInt(0).putInt(7);
        fields.put(path.getBytes(StandardCharsets.UTF_16LE)).putChar((char) 0);
        byte[] written = new byte[fields.position()];
        fields.flip().get(written);
        return written;
    }
}
