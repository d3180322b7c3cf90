package org.synwarden.detect;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.synwarden.net.Address;
import org.synwarden.net.LeastRecentMap;

/**
 * The addresses with which each image has succeeded in the last 30 days, whichever instance of it: that one of them is
 * silent now says that it is down. At most {@value #IMAGES} images and {@value #ADDRESSES} addresses an image, all together
 * {@value #BUDGET}; what is unused for longest makes room. A file that is replaced starts afresh.
 */
final class KnownDestinations {
    static final int IMAGES = 256;
    static final int ADDRESSES = 4_096;
    static final int BUDGET = 32_768;

    private static final long REMEMBER = TimeUnit.DAYS.toNanos(30);
    private static final long RENEW = TimeUnit.HOURS.toNanos(1);

    private static final class Known {
        private final LeastRecentMap<Address, Long> addresses = new LeastRecentMap<>(ADDRESSES);
        private Optional<String> sha256 = Optional.empty();
    }

    private final Map<String, Known> images = new LeastRecentMap<>(IMAGES + 1);
    private int held;
    private long evictions;

    /** An instance of that image succeeded with that address. */
    void succeeded(Image image, Address address, long at) {
        Known known = of(image);
        Long when = known.addresses.get(address);
        if (when != null && at - when < RENEW) {
            return;
        }
        int before = known.addresses.size();
        known.addresses.put(address, at);
        held += known.addresses.size() - before;
        evictions += when == null && known.addresses.size() == before ? 1 : 0;
        while (images.size() > IMAGES || held > BUDGET) {
            forgetEldest();
        }
    }

    private Known of(Image image) {
        Known known = images.computeIfAbsent(image.path(), any -> new Known());
        if (known.sha256.isEmpty()) {
            known.sha256 = image.sha256();
        }
        if (image.sha256().isPresent() && !image.sha256().equals(known.sha256)) {
            held -= known.addresses.size();
            known.addresses.clear();
            known.sha256 = image.sha256();
        }
        return known;
    }

    private void forgetEldest() {
        Iterator<Known> eldest = images.values().iterator();
        int gone = eldest.next().addresses.size();
        held -= gone;
        evictions += gone;
        eldest.remove();
    }

    /** Whether any instance of that image has succeeded with that address in the last 30 days. */
    boolean contains(Image image, Address address, long at) {
        Known known = images.get(image.path());
        if (known == null || (image.sha256().isPresent() && !image.sha256().equals(known.sha256))) {
            return false;
        }
        Long when = known.addresses.get(address);
        return when != null && at - when <= REMEMBER;
    }

    /** How many addresses are remembered. */
    int held() {
        return held;
    }

    /** How many addresses had to make room. */
    long evictions() {
        return evictions;
    }
}
