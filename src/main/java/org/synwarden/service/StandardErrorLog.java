package org.synwarden.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.Charset;

/**
 * The log of every command as it begins: where a terminal, systemd or procrun has put standard error, there it goes. A
 * service adds files and the ring ({@link ServiceLog}). In Java and not in logback.xml: reading XML cost each command a
 * tenth of its start. Logback finds it by {@code META-INF/services}.
 *
 * @see <a href="https://logback.qos.ch/manual/configuration.html#auto_configuration">Logback manual, "Configuration"</a>
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class StandardErrorLog extends ContextAwareBase implements Configurator {
    /** From which level on; WARN where it is not set. */
    private static final String LEVEL = "synwarden.log";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LogLayout layout = new LogLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.setCharset(Charset.defaultCharset());
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setTarget(ConsoleTarget.SystemErr.getName());
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        context.getLogger("org.synwarden").setLevel(Level.toLevel(System.getProperty(LEVEL), Level.WARN));
        // What goes wrong with packets comes as exceptions too, and is told in words of our own.
        context.getLogger("org.pcap4j").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
