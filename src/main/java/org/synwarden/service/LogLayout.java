package org.synwarden.service;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.synwarden.contract.PlainText;

/**
 * How every line of the log looks, wherever it goes. What programs and networks put into a message cannot forge a line:
 * a line that begins with a time is an entry, one that begins with a tab belongs to the one above. Any thread.
 */
public final class LogLayout extends LayoutBase<ILoggingEvent> {
    private static final int MOST_STACK_LINES = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    @Override
    public String doLayout(ILoggingEvent event) {
        return TIME.format(event.getInstant()) + String.format(Locale.ROOT, " %-5s ", event.getLevel())
                + PlainText.line(event.getThreadName()) + ' ' + source(event) + ": " + message(event) + '\n';
    }

    /** The class that said it, without its package. */
    static String source(ILoggingEvent event) {
        return event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1);
    }

    /** The message in one line, and below it the stack of what was thrown, each line after a tab. */
    static String message(ILoggingEvent event) {
        String said = PlainText.line(event.getFormattedMessage());
        IThrowableProxy thrown = event.getThrowableProxy();
        return thrown == null
                ? said
                : ThrowableProxyUtil.asString(thrown)
                        .lines()
                        .limit(MOST_STACK_LINES)
                        .map(line -> "\n\t" + PlainText.line(line.strip()))
                        .collect(Collectors.joining("", said, ""));
    }
}
