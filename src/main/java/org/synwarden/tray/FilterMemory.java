package org.synwarden.tray;

import java.util.List;
import java.util.Optional;

/**
 * The filters of one tab that the user has used or saved, and where the user stands among them with the arrow keys. What is
 * no filter is not remembered. Used by one thread; draws nothing.
 */
final class FilterMemory {
    private static final int TYPED = -1;

    private final UserSettings settings;
    private final UserSetting<RecentFilters> recent;
    private final UserSetting<SavedFilters> saved;
    private int place = TYPED;
    private String typed = "";

    /**
     * What is remembered.
     *
     * @param tab its name in the settings
     */
    FilterMemory(UserSettings settings, String tab) {
        this.settings = settings;
        this.recent = RecentFilters.of(tab);
        this.saved = SavedFilters.of(tab);
    }

    /** The filters that were used last, the latest first. */
    List<String> recent() {
        return settings.get(recent).filters();
    }

    /** Those that have names. */
    List<SavedFilters.Named> saved() {
        return settings.get(saved).filters();
    }

    /** The user means this one, and does not only pass it while typing. */
    void used(FilterEntry entry) {
        if (entry.tone() == FilterEntry.Tone.GOOD) {
            settings.set(recent, settings.get(recent).with(entry.text().strip()));
            place = TYPED;
        }
    }

    /** The one before that which stands in the field; what is in the field where there is none. */
    String older(String now) {
        List<String> all = recent();
        if (place == TYPED) {
            typed = now;
        }
        int next = place + 1;
        while (next < all.size() && all.get(next).equals(now)) {
            next++;
        }
        if (next >= all.size()) {
            return now;
        }
        place = next;
        return all.get(place);
    }

    /** The one after that which stands in the field, at last what was typed. */
    String newer(String now) {
        if (place == TYPED) {
            return now;
        }
        place--;
        return place == TYPED ? typed : recent().get(Math.min(place, recent().size() - 1));
    }

    /** The user types something else, and so stands before the latest. */
    void typed() {
        place = TYPED;
    }

    /** Gives a filter a name; says whether there was room for it. */
    boolean save(String name, FilterEntry entry) {
        if (entry.tone() != FilterEntry.Tone.GOOD) {
            return false;
        }
        Optional<SavedFilters> now =
                settings.get(saved).with(name.strip(), entry.text().strip());
        now.ifPresent(all -> settings.set(saved, all));
        return now.isPresent();
    }

    void delete(String name) {
        settings.set(saved, settings.get(saved).without(name));
    }
}
