package org.synwarden.tray;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.synwarden.net.Address;

/** The columns of the connection table, in their first order. */
enum ConnectionColumn {
    PROCESS("column.process", "     thunderbird.exe"),
    PID("column.pid", "99999"),
    SERVICE("column.service", "Dnscache"),
    PROTOCOL("column.protocol", "UDP"),
    LOCAL_ADDRESS("column.local.address", "192.168.255.255"),
    LOCAL_PORT("column.local.port", "65535"),
    REMOTE_ADDRESS("column.remote.address", "255.255.255.255"),
    REMOTE_HOST("column.remote.host", "example.net"),
    REMOTE_PORT("column.remote.port", "65535"),
    STATE("column.state", "UNCONNECTED"),
    RATE("column.rate", "1,000.0"),
    FAILED("column.failed", "100"),
    CREATED("column.created", "00/00/00, 00:00 PM"),
    PATH("column.path", "C:\\Windows\\System32\\svchost.exe"),
    COMMAND_LINE("column.command", "C:\\Windows\\System32\\svchost.exe -k NetworkService -p");

    private final String key;
    private final String sample;

    ConnectionColumn(String key, String sample) {
        this.key = key;
        this.sample = sample;
    }

    /** A total order: rows that are equal here are told apart by their key. */
    Comparator<ConnectionRow> order(boolean descending) {
        Comparator<ConnectionRow> order = order();
        return (descending ? order.reversed() : order).thenComparing(ConnectionRow::key);
    }

    private Comparator<ConnectionRow> order() {
        return switch (this) {
            case PROCESS -> byText(ConnectionRow::name);
            case PID -> Comparator.comparingInt(ConnectionRow::pid);
            case SERVICE -> byText(ConnectionRow::service);
            case PROTOCOL -> Comparator.comparing(row -> row.socket().protocol());
            case LOCAL_ADDRESS -> byAddress(ConnectionRow::local);
            case LOCAL_PORT ->
                Comparator.comparingInt(row -> row.socket().local().port());
            case REMOTE_ADDRESS -> byAddress(ConnectionRow::remote);
            case REMOTE_HOST -> byText(row -> row.socket().remoteName().orElse(""));
            case REMOTE_PORT -> Comparator.comparingInt(ConnectionRow::remotePort);
            case STATE -> Comparator.comparing(row -> row.socket().state());
            case RATE -> Comparator.comparingInt(ConnectionRow::attempts);
            case FAILED -> Comparator.comparingInt(ConnectionRow::failedPercent);
            case CREATED -> Comparator.comparing(row -> row.socket().since().orElse(Instant.MIN));
            case PATH -> byText(ConnectionRow::path);
            case COMMAND_LINE -> byText(ConnectionRow::commandLine);
        };
    }

    private static Comparator<ConnectionRow> byText(Function<ConnectionRow, String> text) {
        return Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER);
    }

    private static Comparator<ConnectionRow> byAddress(Function<ConnectionRow, Optional<Address>> address) {
        return Comparator.comparing(row -> address.apply(row).orElse(Address.ipv6(0, 0)));
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
        return switch (this) {
            case PID, LOCAL_PORT, REMOTE_PORT, RATE, FAILED -> true;
            default -> false;
        };
    }
}
