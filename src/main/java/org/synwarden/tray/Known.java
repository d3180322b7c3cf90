package org.synwarden.tray;

import java.util.Optional;

/**
 * What has to be known of a row before the desktop can be asked about it, or why it is not.
 *
 * @param value what is known; empty where it is not
 * @param refusal why it is not, and what can be done instead, one line; empty where it is known
 */
record Known<T>(Optional<T> value, String refusal) {
    static <T> Known<T> of(T value) {
        return new Known<>(Optional.of(value), "");
    }

    static <T> Known<T> refused(String why) {
        return new Known<>(Optional.empty(), why);
    }
}
