package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The filters that were used last in one tab, the latest first, each once; at most {@value #MOST} of together
 * {@value #CHARACTERS} characters, the oldest make room. Immutable.
 */
record RecentFilters(List<String> filters) {
    static final int MOST = 20;
    static final int CHARACTERS = 3_000;

    /** Copies the list. */
    RecentFilters {
        filters = List.copyOf(filters);
    }

    /** How those of a tab are remembered. */
    static UserSetting<RecentFilters> of(String tab) {
        return new UserSetting<>(
                tab + ".filters.recent",
                new RecentFilters(List.of()),
                text -> Optional.of(Lines.read(text))
                        .filter(RecentFilters::areBounded)
                        .map(RecentFilters::new),
                recent -> Lines.text(recent.filters()));
    }

    private static boolean areBounded(List<String> filters) {
        return filters.size() <= MOST
                && Lines.length(filters) <= CHARACTERS
                && filters.stream().allMatch(Lines::isOne);
    }

    /** With this one used again, or for the first time; as they are where it cannot be remembered. */
    RecentFilters with(String used) {
        List<String> now = new ArrayList<>(List.of(used));
        filters.stream().filter(filter -> !filter.equals(used)).forEach(now::add);
        while (now.size() > MOST || Lines.length(now) > CHARACTERS && now.size() > 1) {
            now.remove(now.size() - 1);
        }
        return areBounded(now) ? new RecentFilters(now) : this;
    }
}
