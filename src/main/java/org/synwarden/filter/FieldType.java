package org.synwarden.filter;

/** What kind of values a field has, and so what can be asked of it. */
public enum FieldType {
    /** Only there or not there. */
    PROTOCOL("a protocol"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    IPV4("an IPv4 address"),
    IPV6("an IPv6 address"),
    TEXT("a text"),
    TIME("a time");

    private final String words;

    FieldType(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
