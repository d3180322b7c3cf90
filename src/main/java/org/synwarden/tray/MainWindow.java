package org.synwarden.tray;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Frame;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import net.miginfocom.swing.MigLayout;

/** The window: its tabs and the status bar. Closing it leaves the icon at work. Event thread. */
final class MainWindow {
    /** Which tab was seen last, by its place in reading order; the connections at first. */
    private static final UserSetting<Integer> TAB = UserSetting.number("window.tab", 1, 0, 15);

    private final JFrame frame;
    private final Runnable closed;
    private final Events events = new Events();
    private final Hiding hiding = new Hiding();
    private final JTabbedPane pane = new JTabbedPane();
    private final List<Tab> tabs;
    private final StatusBar statusBar;
    private Optional<Tab> inView = Optional.empty();

    /**
     * Puts into that frame what is to be seen in it, with the tab that was seen last.
     *
     * @param tabs in reading order
     * @param closed called when the user closes the window
     */
    MainWindow(JFrame frame, Texts texts, List<Tab> tabs, StatusBar statusBar, UserSettings settings, Runnable closed) {
        this.frame = frame;
        this.closed = closed;
        this.tabs = List.copyOf(tabs);
        this.statusBar = statusBar;
        tabs.forEach(tab -> pane.addTab(tab.title(), tab.content()));
        pane.setSelectedIndex(Math.min(settings.get(TAB), tabs.size() - 1));
        pane.addChangeListener(event -> {
            settings.set(TAB, pane.getSelectedIndex());
            look();
        });
        JPanel content = new JPanel(new BorderLayout());
        content.add(pane);
        content.add(statusBar, BorderLayout.SOUTH);
        frame.setTitle(texts.of("product"));
        frame.setContentPane(content);
        frame.revalidate();
        frame.addWindowListener(events);
        frame.addWindowStateListener(events);
        frame.addComponentListener(hiding);
    }

    /** Puts a button at the end of the row of tabs. */
    void offer(String label, Runnable task) {
        JButton button = new JButton(label);
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
        button.addActionListener(event -> task.run());
        JPanel end = new JPanel(new MigLayout("insets 2 6 2 6", "push[]", "push[]push"));
        end.setOpaque(false);
        end.add(button);
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TRAILING_COMPONENT, end);
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
    void look() {
        Optional<Tab> now = isSeen() ? Optional.of(tabs.get(pane.getSelectedIndex())) : Optional.empty();
        if (!now.equals(inView)) {
            inView.ifPresent(tab -> tab.inView(false));
            inView = now;
            now.ifPresent(tab -> tab.inView(true));
        }
        now.ifPresent(Tab::refresh);
    }

    /** The service is there now: what is in view may have asked it in vain. */
    void askAgain() {
        inView.ifPresent(tab -> tab.inView(true));
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

    /** Leaves the frame to others; no tab is in view from now on. */
    void close() {
        inView.ifPresent(tab -> tab.inView(false));
        inView = Optional.empty();
        frame.removeWindowListener(events);
        frame.removeWindowStateListener(events);
        frame.removeComponentListener(hiding);
    }

    private final class Events extends WindowAdapter {
        @Override
        public void windowClosing(WindowEvent event) {
            closed.run();
        }

        @Override
        public void windowStateChanged(WindowEvent event) {
            look();
        }
    }

    private final class Hiding extends ComponentAdapter {
        @Override
        public void componentHidden(ComponentEvent event) {
            look();
        }
    }
}
