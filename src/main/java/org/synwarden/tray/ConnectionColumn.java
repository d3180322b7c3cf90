package org.synwarden.tray;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.synwarden.contract.EndpointObject;
import org.synwarden.net.Address;

/** The columns of the connection table, in their first order. */
enum ConnectionColumn {
    PROCESS("column.process", "thunderbird.exe"),
    PID("column.pid", "99999"),
    PROTOCOL("column.protocol", "UDP"),
    LOCAL_ADDRESS("column.local.address", "192.168.255.255"),
    LOCAL_PORT("column.local.port", "65535"),
    REMOTE_ADDRESS("column.remote.address", "255.255.255.255"),
    REMOTE_PORT("column.remote.port", "65535"),
    STATE("column.state", "UNCONNECTED"),
    PATH("column.path", "C:\\Windows\\System32\\svchost.exe");

    private final String key;
    private final String sample;

    ConnectionColumn(String key, String sample) {
        this.key = key;
        this.sample = sample;
    }

    /** What the cell shows, as it came; the renderer makes it fit to be shown. */
    String text(ConnectionRow row) {
        return switch (this) {
            case PROCESS -> row.name();
            case PID -> number(row.pid());
            case PROTOCOL -> row.socket().protocol().toUpperCase(Locale.ROOT);
            case LOCAL_ADDRESS -> row.socket().local().address();
            case LOCAL_PORT -> number(row.socket().local().port());
            case REMOTE_ADDRESS ->
                row.socket().remote().map(EndpointObject::address).orElse("");
            case REMOTE_PORT -> number(row.remotePort());
            case STATE -> row.socket().state();
            case PATH -> row.path();
        };
    }

    /** A total order: rows that are equal here are told apart by their key. */
    Comparator<ConnectionRow> order(boolean descending) {
        Comparator<ConnectionRow> order = order();
        return (descending ? order.reversed() : order).thenComparing(ConnectionRow::key);
    }

    private Comparator<ConnectionRow> order() {
        return switch (this) {
            case PROCESS -> Comparator.comparing(ConnectionRow::name, String.CASE_INSENSITIVE_ORDER);
            case PID -> Comparator.comparingInt(ConnectionRow::pid);
            case PROTOCOL -> Comparator.comparing(row -> row.socket().protocol());
            case LOCAL_ADDRESS -> byAddress(ConnectionRow::local);
            case LOCAL_PORT ->
                Comparator.comparingInt(row -> row.socket().local().port());
            case REMOTE_ADDRESS -> byAddress(ConnectionRow::remote);
            case REMOTE_PORT -> Comparator.comparingInt(ConnectionRow::remotePort);
            case STATE -> Comparator.comparing(row -> row.socket().state());
            case PATH -> Comparator.comparing(ConnectionRow::path, String.CASE_INSENSITIVE_ORDER);
        };
    }

    private static Comparator<ConnectionRow> byAddress(Function<ConnectionRow, Optional<Address>> address) {
        return Comparator.comparing(row -> address.apply(row).orElse(Address.ipv6(0, 0)));
    }

    private static String number(int value) {
        return value < 0 ? "" : Integer.toString(value);
    }

    /** Key of the heading in the texts. */
    String key() {
        return key;
    }

    /** A value that the column has room for at first. */
    String sample() {
        return sample;
    }

    boolean isNumber() {
        return this == PID || this == LOCAL_PORT || this == REMOTE_PORT;
    }
}
