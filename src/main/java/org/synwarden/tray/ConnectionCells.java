package org.synwarden.tray;

import java.text.NumberFormat;
import java.util.Locale;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.TallyObject;

/** What the cells of the connection table show, as it came; the renderer makes it fit to be shown. One thread. */
final class ConnectionCells {
    private final Texts texts;
    private final NumberFormat rate;

    ConnectionCells(Texts texts) {
        this.texts = texts;
        this.rate = NumberFormat.getNumberInstance(texts.locale());
        rate.setMinimumFractionDigits(1);
        rate.setMaximumFractionDigits(1);
    }

    String text(ConnectionRow row, ConnectionColumn column) {
        return switch (column) {
            case PROCESS -> row.name();
            case PID -> number(row.pid());
            case SERVICE -> row.service();
            case PROTOCOL -> row.socket().protocol().toUpperCase(Locale.ROOT);
            case LOCAL_ADDRESS -> row.socket().local().address();
            case LOCAL_PORT -> number(row.socket().local().port());
            case REMOTE_ADDRESS ->
                row.socket().remote().map(EndpointObject::address).orElse("");
            case REMOTE_HOST -> row.socket().remoteName().orElse("");
            case REMOTE_PORT -> number(row.remotePort());
            case STATE -> row.socket().state();
            case RATE -> rate(row.attempts());
            case FAILED -> number(row.failedPercent());
            case CREATED -> row.socket().since().map(texts::timeOfDay).orElse("");
            case PATH -> row.path();
            case COMMAND_LINE -> row.commandLine();
        };
    }

    /** Nothing where a process makes no attempts: most do not, and the others are what is looked for. */
    private String rate(int attempts) {
        return attempts <= 0 ? "" : rate.format(attempts / (double) TallyObject.SECONDS);
    }

    private static String number(int value) {
        return value < 0 ? "" : Integer.toString(value);
    }
}
