package org.synwarden.tray;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.swing.Icon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ProcessObject;

/**
 * The icons of programs. One that is not known yet is had of the operating system on a thread of its own,
 * {@code tray-icons}; until then, and where there is none, the program has the symbol that all have. Presenters' thread.
 *
 * <p>Bounds: {@value #BOUND} programs are known, the one unused for longest makes room; {@value #WAITING} wait, and what
 * finds no room is asked again when it is drawn again.
 */
final class ProcessIcons implements AutoCloseable {
    static final int BOUND = 256;
    static final int WAITING = 64;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessIcons.class);

    private final Desktop desktop;
    private final Executor presenters;
    private final List<Runnable> watchers = new ArrayList<>();
    private final Set<String> awaited = new HashSet<>();
    private final Map<String, Icon> known = new LinkedHashMap<>(BOUND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Icon> eldest) {
            return size() > BOUND;
        }
    };
    private final ThreadPoolExecutor loader = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), new DaemonThread("tray-icons"));

    /**
     * Knows none yet.
     *
     * @param presenters where icons arrive: the event thread
     */
    ProcessIcons(Desktop desktop, Executor presenters) {
        this.desktop = desktop;
        this.presenters = presenters;
    }

    /** Calls {@code redraw} whenever there is an icon that was not there before. */
    void watch(Runnable redraw) {
        watchers.add(redraw);
    }

    /** Nobody draws any of them any more: the tables of a screen that is made anew. */
    void watchNoMore() {
        watchers.clear();
    }

    /** The icon of what the process runs, as far as it is known; nothing of that size where there is no process. */
    Icon of(Optional<ProcessObject> process) {
        return process.map(one -> one.path().map(this::ofProgram).orElse(ProgramSymbol.ANY))
                .orElse(ProgramSymbol.NONE);
    }

    /** The icon of the program in that file. */
    Icon ofProgram(String path) {
        Icon icon = known.get(path);
        if (icon != null) {
            return icon;
        }
        load(path);
        return ProgramSymbol.ANY;
    }

    private void load(String path) {
        if (!awaited.add(path)) {
            return;
        }
        try {
            loader.execute(() -> {
                Icon icon = ask(path);
                presenters.execute(() -> take(path, icon));
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("no room for the icon of {} now", path);
            awaited.remove(path);
        }
    }

    private Icon ask(String path) {
        EventThread.forbid();
        try {
            return desktop.programIcon(path).<Icon>map(ProgramIconImage::new).orElse(ProgramSymbol.ANY);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("no icon of {}", path, e);
            return ProgramSymbol.ANY;
        }
    }

    private void take(String path, Icon icon) {
        awaited.remove(path);
        known.put(path, icon);
        if (icon != ProgramSymbol.ANY) {
            watchers.forEach(Runnable::run);
        }
    }

    /** Loads no more. */
    @Override
    public void close() {
        loader.shutdownNow();
    }

    /** An image of any size, drawn as large as an icon in a row. */
    private record ProgramIconImage(Image image) implements Icon {
        @Override
        public void paintIcon(Component owner, Graphics graphics, int x, int y) {
            Graphics2D fine = (Graphics2D) graphics.create();
            fine.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            fine.drawImage(image, x, y, ProgramSymbol.SIZE, ProgramSymbol.SIZE, null);
            fine.dispose();
        }

        @Override
        public int getIconWidth() {
            return ProgramSymbol.SIZE;
        }

        @Override
        public int getIconHeight() {
            return ProgramSymbol.SIZE;
        }
    }
}
