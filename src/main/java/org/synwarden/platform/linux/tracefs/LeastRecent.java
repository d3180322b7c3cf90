package org.synwarden.platform.linux.tracefs;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets the entry unused for longest when it is full. One thread. */
final class LeastRecent<K, V> extends LinkedHashMap<K, V> {
    private final int bound;

    LeastRecent(int bound) {
        super(16, 0.75f, true);
        this.bound = bound;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > bound;
    }
}
