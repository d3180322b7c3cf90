package org.synwarden.platform.windows.process;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What EnumServicesStatusEx answers with: an array of ENUM_SERVICE_STATUS_PROCESSW (page of that name; on 64-bit Windows
 * address of the name 0, address of the display name 8, type 16, pid 44, 56 bytes in all) and their texts behind it in
 * the same block. Pure.
 */
final class ServiceBlock {
    private static final int SIZE = 56;
    private static final int DISPLAY_NAME = 8;
    private static final int TYPE = 16;
    private static final int PID = 44;

    private ServiceBlock() {}

    /**
     * The services; what does not fit into the block is left out.
     *
     * @param block the bytes that the system wrote
     * @param address where the first of them stood
     * @param count how many services the system says there are
     */
    static List<ServiceEntry> parse(byte[] block, long address, int count) {
        ByteBuffer bytes = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        List<ServiceEntry> services = new ArrayList<>();
        for (int i = 0; i < count && (i + 1) * SIZE <= block.length; i++) {
            int at = i * SIZE;
            services.add(new ServiceEntry(
                    bytes.getInt(at + PID),
                    text(bytes, bytes.getLong(at + DISPLAY_NAME) - address),
                    bytes.getInt(at + TYPE)));
        }
        return services;
    }

    private static String text(ByteBuffer bytes, long start) {
        StringBuilder text = new StringBuilder();
        for (long at = start; at >= 0 && at + Character.BYTES <= bytes.capacity(); at += Character.BYTES) {
            char next = bytes.getChar((int) at);
            if (next == 0) {
                break;
            }
            text.append(next);
        }
        return text.toString();
    }
}
