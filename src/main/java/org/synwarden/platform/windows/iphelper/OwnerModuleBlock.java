package org.synwarden.platform.windows.iphelper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What GetOwnerModuleFromTcpEntry and its like answer with: a TCPIP_OWNER_MODULE_BASIC_INFO (addresses of the module's
 * name 0 and of its path 8), the texts, ended by a NUL, somewhere behind it in the same block. The name is that of the
 * service where one made the socket, else that of the image. Page "TCPIP_OWNER_MODULE_BASIC_INFO structure". Pure.
 */
final class OwnerModuleBlock {
    private static final int HEAD = 16;
    private static final int LONGEST = 256;

    private OwnerModuleBlock() {}

    /**
     * The module's name; empty where there is none, it is longer than any service's, or the block is none.
     *
     * @param block the bytes that the system wrote
     * @param address where the first of them stood
     */
    static Optional<String> name(byte[] block, long address) {
        if (block.length < HEAD) {
            return Optional.empty();
        }
        long start = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getLong(0) - address;
        if (start < HEAD || start > block.length - Character.BYTES) {
            return Optional.empty();
        }
        String text = new String(block, (int) start, block.length - (int) start, StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return end > 0 && end <= LONGEST ? Optional.of(text.substring(0, end)) : Optional.empty();
    }
}
