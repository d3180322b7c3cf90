package org.synwarden.tray;

import java.util.Optional;

/**
 * What can be had of a row, such as a deed about it or where its file lies, or why it cannot.
 *
 * @param value what can be had; empty where it cannot
 * @param refusal why it is not, and what can be done instead, one line; empty where it can
 */
record Known<T>(Optional<T> value, String refusal) {
    static <T> Known<T> of(T value) {
        return new Known<>(Optional.of(value), "");
    }

    static <T> Known<T> refused(String why) {
        return new Known<>(Optional.empty(), why);
    }
}
