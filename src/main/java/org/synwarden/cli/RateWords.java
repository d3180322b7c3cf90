package org.synwarden.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.RateObject;

/** Attempts per second, for people. */
final class RateWords {
    private static final int MINUTE = 60;
    private static final String GAP = "  ";

    private RateWords() {}

    /** How many attempts began in the last minute, and what they came to, most first. */
    static String lastMinute(List<RateObject> seconds) {
        Map<String, Long> outcomes = sum(seconds.subList(Math.max(0, seconds.size() - MINUTE), seconds.size()));
        long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
        String each = outcomes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(outcome -> String.format(Locale.ROOT, "%,d %s", outcome.getValue(), word(outcome.getKey())))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "last minute: %,d attempts", all) + (each.isEmpty() ? "" : ": " + each);
    }

    /** A line for each second that had attempts, oldest first, under headings of the outcomes that there were. */
    static List<String> lines(List<RateObject> seconds) {
        List<String> outcomes = List.copyOf(sum(seconds).keySet());
        List<String> lines = new ArrayList<>();
        if (outcomes.isEmpty()) {
            return lines;
        }
        lines.add(String.format(Locale.ROOT, "%-19s%s%10s", "SECOND", GAP, "ATTEMPTS")
                + outcomes.stream()
                        .map(outcome -> GAP + word(outcome).toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining()));
        seconds.stream()
                .filter(second -> !second.outcomes().isEmpty())
                .forEach(second -> lines.add(line(second, outcomes)));
        return lines;
    }

    private static String line(RateObject second, List<String> outcomes) {
        Map<String, Long> counts = sum(List.of(second));
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-19s%s%10d",
                Words.time(second.at()),
                GAP,
                counts.values().stream().mapToLong(Long::longValue).sum()));
        for (String outcome : outcomes) {
            String count = Long.toString(counts.getOrDefault(outcome, 0L));
            line.append(GAP)
                    .append(" ".repeat(Math.max(0, word(outcome).length() - count.length())))
                    .append(count);
        }
        return line.toString();
    }

    private static String word(String outcome) {
        return Terminal.plain(outcome.replace('-', ' '));
    }

    private static Map<String, Long> sum(List<RateObject> seconds) {
        Map<String, Long> outcomes = new LinkedHashMap<>();
        for (RateObject second : seconds) {
            for (CounterObject counter : second.outcomes()) {
                outcomes.merge(counter.name(), counter.count(), Long::sum);
            }
        }
        return outcomes;
    }
}
