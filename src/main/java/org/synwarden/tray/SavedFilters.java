package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The filters of one tab that the user has given names, in the order of the names; at most {@value #MOST} of together
 * {@value #CHARACTERS} characters. Immutable.
 */
record SavedFilters(List<Named> filters) {
    static final int MOST = 20;
    static final int CHARACTERS = 3_000;
    static final int LONGEST_NAME = 40;

    /** A filter with its name. */
    record Named(String name, String filter) {}

    /** Copies the list. */
    SavedFilters {
        filters = List.copyOf(filters);
    }

    /** How those of a tab are remembered. */
    static UserSetting<SavedFilters> of(String tab) {
        return new UserSetting<>(
                tab + ".filters.saved",
                new SavedFilters(List.of()),
                text -> read(Lines.read(text)),
                saved -> Lines.text(saved.lines()));
    }

    private static Optional<SavedFilters> read(List<String> lines) {
        List<Named> filters = new ArrayList<>();
        for (int index = 0; index + 1 < lines.size(); index += 2) {
            filters.add(new Named(lines.get(index), lines.get(index + 1)));
        }
        return Optional.of(new SavedFilters(filters)).filter(saved -> lines.size() % 2 == 0 && saved.isBounded());
    }

    private List<String> lines() {
        return filters.stream()
                .flatMap(named -> Stream.of(named.name(), named.filter()))
                .toList();
    }

    private boolean isBounded() {
        return filters.size() <= MOST
                && Lines.length(lines()) <= CHARACTERS
                && lines().stream().allMatch(Lines::isOne)
                && filters.stream().allMatch(named -> named.name().length() <= LONGEST_NAME)
                && filters.stream().map(Named::name).distinct().count() == filters.size();
    }

    /** With this one, in the place of one of the same name; empty where there is no room for it, or it has no fit name. */
    Optional<SavedFilters> with(String name, String filter) {
        List<Named> now = new ArrayList<>(without(name).filters());
        now.add(new Named(name, filter));
        now.sort((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(one.name(), other.name()));
        return Optional.of(new SavedFilters(now)).filter(SavedFilters::isBounded);
    }

    /** Without the one of that name. */
    SavedFilters without(String name) {
        return new SavedFilters(
                filters.stream().filter(named -> !named.name().equals(name)).toList());
    }
}
