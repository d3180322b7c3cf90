package org.synwarden.lab;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a window shows, in the words that a screen reader has for it.
 *
 * @param role what it is, in English: {@code push button}, {@code page tab}, {@code cell}
 * @param name the words on it
 * @param value what it holds or stands at: the chosen one of a box, the colour behind a window; empty where that is nothing
 * @param bounds where on the screen, in pixels
 * @param states of {@code focused}, {@code selected}, {@code armed} (the entry of a menu that Enter would take), {@code enabled}
 */
public record Seen(String role, String name, String value, Rectangle bounds, Set<String> states) {
    private static final int FIELDS = 8;

    /** As one line of text, its fields apart by tabs. */
    String line() {
        return Stream.of(
                        role,
                        name,
                        value,
                        Integer.toString(bounds.x),
                        Integer.toString(bounds.y),
                        Integer.toString(bounds.width),
                        Integer.toString(bounds.height),
                        String.join(",", new TreeSet<>(states)))
                .map(field -> field.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\t"));
    }

    /** Reads what {@link #line} has written. */
    static Seen parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("no such line: " + line);
        }
        return new Seen(
                fields[0],
                fields[1],
                fields[2],
                new Rectangle(number(fields[3]), number(fields[4]), number(fields[5]), number(fields[6])),
                Set.copyOf(Arrays.asList(fields[7].split(","))));
    }

    private static int number(String field) {
        return Integer.parseInt(field);
    }

    /** Whether it is of that role, with these very words. */
    public boolean is(String wantedRole, String words) {
        return role.equals(wantedRole) && name.equals(words);
    }

    /** Whether it is in that state. */
    public boolean has(String state) {
        return states.contains(state);
    }
}
