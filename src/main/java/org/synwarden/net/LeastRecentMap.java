package org.synwarden.net;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map with a bound: when it is full, the entry that was used longest ago makes room, and that is counted.
 * Reading an entry uses it.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class LeastRecentMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int bound;
    private long evictions;

    /** An empty map that never holds more than {@code bound} entries. */
    public LeastRecentMap(int bound) {
        super(16, 0.75f, true);
        this.bound = bound;
    }

    /** How many entries had to make room. */
    public long evictions() {
        return evictions;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        boolean full = size() > bound;
        if (full) {
            evictions++;
        }
        return full;
    }
}
