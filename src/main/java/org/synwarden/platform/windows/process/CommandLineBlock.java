package org.synwarden.platform.windows.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What ProcessCommandLineInformation answers with: a UNICODE_STRING (length in bytes 0, room 2, address of the text 8)
 * with its text somewhere behind it in the same block. Page "UNICODE_STRING structure". Pure.
 */
final class CommandLineBlock {
    /** More characters are cut off. */
    static final int LONGEST = 4_096;

    private static final int TEXT_ADDRESS = 8;
    private static final int HEAD = 16;

    private CommandLineBlock() {}

    /**
     * The arguments as one text, cut at {@value #LONGEST} characters; empty where there are none, or the block is none.
     *
     * @param block the bytes that the system wrote
     * @param address where the first of them stood
     */
    static Optional<String> parse(byte[] block, long address) {
        if (block.length < HEAD) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        int length = Short.toUnsignedInt(bytes.getShort(0));
        long start = bytes.getLong(TEXT_ADDRESS) - address;
        if (start < HEAD || start > block.length || length > block.length - start) {
            return Optional.empty();
        }
        int kept = Math.min(length, LONGEST * Character.BYTES) / Character.BYTES * Character.BYTES;
        return Optional.of(new String(block, (int) start, kept, StandardCharsets.UTF_16LE).strip())
                .filter(text -> !text.isEmpty());
    }
}
