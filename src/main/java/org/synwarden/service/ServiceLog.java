package org.synwarden.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.LogLineObject;
import org.synwarden.watchdog.Settings.LogSettings;

/**
 * Where the log of a service goes, beside standard error: into memory, with more detail ({@link RingLog}), and, where the
 * system runs the service and no terminal, into {@value #FILES} files of the data folder, which take no more room than is
 * set. Standard error keeps what it had. Any thread.
 */
final class ServiceLog {
    private static final int FILES = 5;
    private static final String OURS = "org.synwarden";

    private final RingLog ring = new RingLog();
    private final Optional<ThresholdFilter> fileLevel;

    private ServiceLog(Optional<ThresholdFilter> fileLevel) {
        this.fileLevel = fileLevel;
    }

    /**
     * Begins to keep it.
     *
     * @param folder where the files are to be; empty for none
     */
    static ServiceLog start(Optional<Path> folder, LogSettings settings) {
        Logger ours = (Logger) LoggerFactory.getLogger(OURS);
        LoggerContext context = ours.getLoggerContext();
        hearDetails(ours);
        ServiceLog log = new ServiceLog(folder.map(any -> new ThresholdFilter()));
        List<Appender<ILoggingEvent>> begun = new ArrayList<>();
        begun.add(log.ring);
        if (folder.isPresent()) {
            ThresholdFilter level = log.fileLevel.orElseThrow();
            log.set(settings);
            level.start();
            begun.add(file(folder.get(), settings, level, context));
        }
        begun.forEach(appender -> begin(appender, context, ours));
        EarlyLog.end(ours).forEach(event -> begun.forEach(appender -> appender.doAppend(event)));
        return log;
    }

    /** From now on what is logged is kept for {@link #start}, which comes when the folder of the files is known to be safe. */
    static void keepUntilStarted() {
        Logger ours = (Logger) LoggerFactory.getLogger(OURS);
        hearDetails(ours);
        EarlyLog.begin(ours);
    }

    private static void hearDetails(Logger ours) {
        Logger root = ours.getLoggerContext().getLogger(Logger.ROOT_LOGGER_NAME);
        leaveOthersAsTheyWere(root, ours.getEffectiveLevel());
        ours.setLevel(Level.DEBUG);
    }

    /** The level of our loggers goes down, so that the ring hears more; what is there already hears no more than before. */
    private static void leaveOthersAsTheyWere(Logger root, Level before) {
        Iterator<Appender<ILoggingEvent>> appenders = root.iteratorForAppenders();
        while (appenders.hasNext()) {
            ThresholdFilter filter = new ThresholdFilter();
            filter.setLevel(before.toString());
            filter.start();
            appenders.next().addFilter(filter);
        }
    }

    private static void begin(Appender<ILoggingEvent> appender, LoggerContext context, Logger ours) {
        appender.setContext(context);
        appender.start();
        ours.addAppender(appender);
    }

    private static Appender<ILoggingEvent> file(
            Path folder, LogSettings settings, ThresholdFilter level, LoggerContext context) {
        LogLayout layout = new LogLayout();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(folder.resolve("synwarden.log").toString());
        appender.setEncoder(encoder);
        appender.addFilter(level);
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder.resolve("synwarden.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(FILES - 1);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(settings.maxMegabytes() * FileSize.MB_COEFFICIENT / FILES));
        size.setCheckIncrement(Duration.buildByMilliseconds(0)); // a flood of entries within a moment counts, too
        size.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        return appender;
    }

    /** From now on the file has that level. */
    void set(LogSettings settings) {
        fileLevel.ifPresent(filter -> filter.setLevel(settings.level()));
    }

    /** The latest entries, oldest first. */
    List<LogLineObject> latest() {
        return ring.entries();
    }
}
