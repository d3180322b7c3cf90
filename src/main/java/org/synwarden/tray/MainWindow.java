package org.synwarden.tray;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.WindowConstants;

/** The window: its tabs and the status bar. Closing it leaves the icon at work. Event thread. */
final class MainWindow {
    private final JFrame frame;
    private final JTabbedPane pane = new JTabbedPane();
    private final List<Tab> tabs;
    private final StatusBar statusBar;
    private Optional<Tab> inView = Optional.empty();

    /**
     * Makes a window that is not shown yet.
     *
     * @param title of the window
     * @param tabs in reading order
     * @param closed called when the user closes the window
     */
    MainWindow(String title, List<Tab> tabs, StatusBar statusBar, Runnable closed) {
        this.frame = new JFrame(title);
        this.tabs = List.copyOf(tabs);
        this.statusBar = statusBar;
        tabs.forEach(tab -> pane.addTab(tab.title(), tab.content()));
        pane.addChangeListener(event -> look());
        frame.add(pane);
        frame.add(statusBar, BorderLayout.SOUTH);
        frame.setIconImages(IconArt.window());
        frame.setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
        frame.setMinimumSize(new Dimension(640, 420));
        frame.setSize(1140, 660);
        frame.setLocationByPlatform(true);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closed.run();
            }
        });
        frame.addWindowStateListener(event -> look());
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentHidden(ComponentEvent event) {
                look();
            }
        });
    }

    boolean isVisible() {
        return frame.isVisible();
    }

    /** Brings the window to the front, with that tab. */
    void open(Tab tab) {
        EventThread.require();
        pane.setSelectedIndex(tabs.indexOf(tab));
        open();
    }

    /** Brings the window to the front, with the tab that was seen last. */
    void open() {
        EventThread.require();
        frame.setVisible(true);
        frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
        look();
        frame.toFront();
        frame.requestFocus();
    }

    private boolean isSeen() {
        return frame.isVisible() && (frame.getExtendedState() & Frame.ICONIFIED) == 0;
    }

    /** Tells the tabs which of them the user sees now. */
    private void look() {
        Optional<Tab> now = isSeen() ? Optional.of(tabs.get(pane.getSelectedIndex())) : Optional.empty();
        if (!now.equals(inView)) {
            inView.ifPresent(tab -> tab.inView(false));
            inView = now;
            now.ifPresent(tab -> tab.inView(true));
        }
        now.ifPresent(Tab::refresh);
    }

    /** Draws everything as it is now. */
    void refresh(ClientModel model, OptionalInt connections) {
        EventThread.require();
        if (!isSeen()) {
            return;
        }
        for (int index = 0; index < tabs.size(); index++) {
            pane.setTitleAt(index, tabs.get(index).title());
            pane.setIconAt(index, tabs.get(index).mark().orElse(null));
        }
        inView.ifPresent(Tab::refresh);
        statusBar.show(model, connections);
    }

    void close() {
        frame.dispose();
    }
}
