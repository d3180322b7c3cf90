package org.synwarden.platform.linux.process;

import java.util.UUID;
import org.synwarden.process.ProcessKey;

/**
 * The identity of one boot of the kernel, {@code /proc/sys/kernel/random/boot_id} (random(4)). Start times count from
 * boot, so only together with it do they name an instance that cannot come again.
 *
 * @param bits the 128 random bits folded to 64
 */
record BootId(long bits) {
    /**
     * Reads the kernel's text.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    static BootId parse(String text) {
        UUID id = uuid(text.strip());
        return new BootId(id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("the kernel's boot id is no UUID", malformed);
        }
    }

    /** The key of a process that started so many clock ticks after boot; its start token is positive. */
    ProcessKey key(int pid, long startTicks) {
        long token = (startTicks ^ bits) & Long.MAX_VALUE;
        return new ProcessKey(pid, token == 0 ? Long.MAX_VALUE : token);
    }
}
