package org.synwarden.filter;

import java.time.Instant;
import org.synwarden.net.Address;

/** One value of a field. Values of one kind have an order; those of different kinds are never compared. */
public sealed interface Value {
    /** Less than, equal to or greater than 0, as {@link Comparable} has it; the other must be of the same kind. */
    int compare(Value other);

    /** A number or, as 0 and 1, a truth. */
    record Numeric(double number) implements Value {
        @Override
        public int compare(Value other) {
            return Double.compare(number, ((Numeric) other).number);
        }
    }

    /** An address; its zone does not matter. */
    record Ip(Address address) implements Value {
        @Override
        public int compare(Value other) {
            return address.withoutZone().compareTo(((Ip) other).address.withoutZone());
        }
    }

    /** A text, compared by its UTF-16 code units. */
    record Text(String text) implements Value {
        @Override
        public int compare(Value other) {
            return text.compareTo(((Text) other).text);
        }
    }

    /** A moment. */
    record Time(Instant instant) implements Value {
        @Override
        public int compare(Value other) {
            return instant.compareTo(((Time) other).instant);
        }
    }

    static Value of(double number) {
        return new Numeric(number);
    }

    static Value of(long number) {
        return new Numeric((double) number);
    }

    static Value of(boolean truth) {
        return new Numeric(truth ? 1 : 0);
    }

    static Value of(Address address) {
        return new Ip(address);
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(Instant instant) {
        return new Time(instant);
    }
}
