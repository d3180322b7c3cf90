package org.synwarden.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the members of one JSON object by name, in any order; members that nobody asks for are ignored, and a JSON null
 * counts as absent. Every error names the member. Immutable.
 */
public final class MemberReader {

    private final String where;
    private final Map<String, Object> members;

    MemberReader(String where, Map<String, Object> members) {
        this.where = where;
        this.members = members;
    }

    /** A text that has to be there. */
    public String text(String name) throws ContractFormatException {
        return required(name, optionalText(name));
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String name) throws ContractFormatException {
        return member(name, String.class, "a text");
    }

    /** A whole number that has to be there. */
    public long number(String name, long min, long max) throws ContractFormatException {
        return required(name, optionalNumber(name, min, max));
    }

    /** A whole number that may be absent. */
    public Optional<Long> optionalNumber(String name, long min, long max) throws ContractFormatException {
        Optional<Long> value = member(name, Long.class, "a whole number");
        if (value.isPresent() && (value.get() < min || value.get() > max)) {
            throw wrong(name, "is " + value.get() + ", not from " + min + " to " + max);
        }
        return value;
    }

    /** A whole number in the range of an int that has to be there. */
    public int integer(String name, int min, int max) throws ContractFormatException {
        return (int) number(name, min, max);
    }

    /** A whole number in the range of an int that may be absent. */
    public Optional<Integer> optionalInteger(String name, int min, int max) throws ContractFormatException {
        return optionalNumber(name, min, max).map(Long::intValue);
    }

    /** True or false; false when absent. */
    public boolean flag(String name) throws ContractFormatException {
        return member(name, Boolean.class, "true or false").orElse(false);
    }

    /** An instant that has to be there, in the years 0 to 9999 that RFC 3339 knows. */
    public Instant instant(String name) throws ContractFormatException {
        String text = text(name);
        Optional<Instant> instant = InstantText.parse(text);
        if (instant.isEmpty()) {
            throw wrong(name, "is no RFC 3339 instant: " + PlainText.shown(text));
        }
        return instant.get();
    }

    /** An instant that may be absent. */
    public Optional<Instant> optionalInstant(String name) throws ContractFormatException {
        return members.get(name) == null ? Optional.empty() : Optional.of(instant(name));
    }

    /** An array of texts; empty when absent. */
    public List<String> texts(String name) throws ContractFormatException {
        return array(name, String.class, "a text");
    }

    /** An array of whole numbers; empty when absent. */
    public List<Integer> integers(String name, int min, int max) throws ContractFormatException {
        List<Integer> values = new ArrayList<>();
        for (long value : array(name, Long.class, "a whole number")) {
            if (value < min || value > max) {
                throw wrong(name, "holds " + value + ", not from " + min + " to " + max);
            }
            values.add((int) value);
        }
        return List.copyOf(values);
    }

    /** An object that has to be there. */
    public MemberReader object(String name) throws ContractFormatException {
        return required(name, optionalObject(name));
    }

    /** An object that may be absent. */
    public Optional<MemberReader> optionalObject(String name) throws ContractFormatException {
        return member(name, Map.class, "an object").map(members -> reader(name, members));
    }

    /** An array of objects; empty when absent. */
    public List<MemberReader> objects(String name) throws ContractFormatException {
        List<MemberReader> values = new ArrayList<>();
        for (Map<?, ?> members : array(name, Map.class, "an object")) {
            values.add(reader(name, members));
        }
        return values;
    }

    private MemberReader reader(String name, Map<?, ?> members) {
        @SuppressWarnings("unchecked") // JsonTree makes no others
        Map<String, Object> typed = (Map<String, Object>) members;
        return new MemberReader(where + name + ".", typed);
    }

    private <T> Optional<T> member(String name, Class<T> type, String kind) throws ContractFormatException {
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, "is not " + kind);
        }
        return Optional.ofNullable(type.cast(value));
    }

    private <T> List<T> array(String name, Class<T> type, String kind) throws ContractFormatException {
        List<T> values = new ArrayList<>();
        for (Object value : member(name, List.class, "an array").orElse(List.of())) {
            if (!type.isInstance(value)) {
                throw wrong(name, "holds something that is not " + kind);
            }
            values.add(type.cast(value));
        }
        return List.copyOf(values);
    }

    private <T> T required(String name, Optional<T> value) throws ContractFormatException {
        if (value.isEmpty()) {
            throw wrong(name, "is missing");
        }
        return value.get();
    }

    private ContractFormatException wrong(String name, String how) {
        return new ContractFormatException("'" + where + name + "' " + how);
    }
}
