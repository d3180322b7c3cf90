package org.synwarden.tray;

import java.awt.AWTError;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.StatusObject;

/**
 * The client in the notification area: wires the connection to the service to what the user sees. The service may be
 * absent: the client says so and tries again, after 1 s at first, every 10 s at last.
 *
 * <p>Threads: the event thread draws and never waits; docs/architecture.md lists those that wait for it, {@code tray-…}.
 * All methods are for any thread but the event thread.
 */
public final class TrayClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrayClient.class);

    private final Desktop desktop;
    private final QuestionReader reader;
    private final Optional<Appearance> forced;
    private final SettingsFile settingsFile;
    private final SettingsSaver saver;
    private final DesktopWorker desktopWorker;
    private final AttentionAsker attention;
    private final ProcessIcons icons;
    private volatile Optional<CallerObject> caller = Optional.empty();
    private volatile Texts texts = new Texts(Locale.getDefault());
    private final ServiceLink link;
    private final RequestWorker deeds;
    private final RequestWorker questions;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Screens> screens = new AtomicReference<>();

    /**
     * Makes a client that shows nothing yet.
     *
     * @param connector opens connections to the service
     * @param settings the file of what is remembered for this user; need not be there
     * @param reader reads what the user asks of the history
     * @param forced the look at first, whatever the user has chosen before
     */
    public TrayClient(
            Connector connector, Desktop desktop, Path settings, QuestionReader reader, Optional<Appearance> forced) {
        this.desktop = desktop;
        this.reader = reader;
        this.forced = forced;
        this.settingsFile = new SettingsFile(settings);
        this.saver = new SettingsSaver(settingsFile);
        this.link = new ServiceLink(connector, new Delivery(), System::nanoTime, new Random()::nextDouble);
        this.deeds = worker("tray-requests");
        this.questions = worker("tray-questions");
        this.attention = new AttentionAsker(desktop, EventQueue::invokeLater);
        this.icons = new ProcessIcons(desktop, EventQueue::invokeLater);
        this.desktopWorker = new DesktopWorker(desktop, EventQueue::invokeLater, () -> texts);
    }

    private RequestWorker worker(String thread) {
        return new RequestWorker(thread, link::watch, EventQueue::invokeLater, () -> texts);
    }

    /**
     * Puts the icon up and begins to look for the service; returns at once.
     *
     * @throws NoDisplayException when there is no screen to draw on
     */
    public void start() throws NoDisplayException {
        if (GraphicsEnvironment.isHeadless()) {
            throw noDisplay(new HeadlessException());
        }
        try {
            EventThread.forbid();
            desktop.introduce();
            SettingsFile.Content kept = settingsFile.read();
            kept.fault().ifPresent(LOG::warn);
            UserSettings settings = new UserSettings(kept.values(), saver);
            texts = texts(settings);
            Theme theme = settings.get(Theme.SETTING);
            Appearance appearance = forced.orElseGet(
                    () -> theme.appearance(theme == Theme.SYSTEM ? desktop.appearance() : Optional.empty()));
            ServiceSide service =
                    new ServiceSide(new DeedsOfUser(deeds, desktopWorker, () -> caller), questions, link.topics());
            UserSide user = new UserSide(settings, desktopWorker, icons, attention, reader);
            settings.watch(Language.SETTING, () -> texts = texts(settings));
            EventQueue.invokeAndWait(
                    () -> screens.set(new Screens(appearance, service, user, () -> texts, ended::countDown)));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof HeadlessException) {
                throw noDisplay(e.getCause());
            }
            throw new IllegalStateException(e);
        } catch (AWTError | LinkageError e) {
            throw noDisplay(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        SecondStart.tell(() -> show(Screen::openWindow));
        Thread service = new Thread(this::keepLink, "tray-service");
        service.setDaemon(true);
        service.start();
    }

    private static Texts texts(UserSettings settings) {
        return new Texts(settings.get(Language.SETTING).locale(Locale.getDefault()));
    }

    private NoDisplayException noDisplay(Throwable cause) {
        return new NoDisplayException(texts.of("no-display"), cause);
    }

    private void keepLink() {
        try {
            while (ended.getCount() > 0) {
                link.rest(link.step());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Consumer<Screen> task) {
        EventQueue.invokeLater(() -> {
            Screens shown = screens.get();
            if (shown != null) {
                task.accept(shown.now());
            }
        });
    }

    /** Waits until the user has chosen Exit, or {@link #close} was called. */
    public void awaitExit() throws InterruptedException {
        EventThread.forbid();
        ended.await();
    }

    /** Takes icon and windows away and ends the connection; a second time does nothing. */
    @Override
    public void close() {
        ended.countDown();
        link.close();
        deeds.close();
        questions.close();
        desktopWorker.close();
        attention.close();
        icons.close();
        saver.close();
        Screens shown = screens.getAndSet(null);
        if (shown != null) {
            EventQueue.invokeLater(shown::close);
        }
    }

    /** Carries what the service says to the event thread; what is costly to read is read before. */
    private final class Delivery implements ServiceLink.Listener {
        @Override
        public void link(LinkState state) {
            show(shown -> shown.link(state));
        }

        @Override
        public void status(StatusObject status) {
            caller = status.caller();
            show(shown -> shown.status(status));
        }

        @Override
        public void rows(Rows rows) {
            switch (rows.topic()) {
                case "incidents" -> show(shown -> shown.incidents(rows));
                case "sockets" ->
                    Optional.ofNullable(screens.get())
                            .ifPresent(shown -> shown.now().connections(rows));
                default -> show(shown -> shown.rows(rows));
            }
        }
    }
}
