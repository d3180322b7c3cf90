package org.synwarden.tray;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.Function;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.WindowConstants;
import org.synwarden.contract.IncidentObject;

/** The window: incidents, live connections, status bar. Closing it leaves the icon at work. Event thread. */
final class MainWindow {
    private static final int INCIDENTS = 0;
    private static final int CONNECTIONS = 1;

    private final Texts texts;
    private final ClientModel model;
    private final JFrame frame;
    private final JTabbedPane tabs = new JTabbedPane();
    private final IncidentsPanel incidents;
    private final ConnectionsPanel connections;
    private final StatusBar statusBar;

    /**
     * Makes a window that is not shown yet.
     *
     * @param presenters finds the conversation about an incident
     * @param closed called when the user closes the window
     */
    MainWindow(
            Texts texts,
            IncidentText incidentText,
            ClientModel model,
            DeedRunner runner,
            Function<IncidentObject, IncidentPresenter> presenters,
            Runnable closed) {
        this.texts = texts;
        this.model = model;
        this.frame = new JFrame(texts.of("product"));
        this.incidents =
                new IncidentsPanel(texts, new IncidentsModel(texts, incidentText, model.incidents()), presenters);
        this.connections = new ConnectionsPanel(texts, new Deeds(texts, incidentText), runner);
        this.statusBar = new StatusBar(texts, new StateText(texts, incidentText));
        tabs.addTab(texts.of("tab.incidents"), incidents);
        tabs.addTab(texts.of("tab.connections"), connections);
        tabs.setSelectedIndex(CONNECTIONS);
        frame.add(tabs);
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
    }

    /** Brings the window to the front, with the incidents when one calls. */
    void open() {
        EventThread.require();
        if (!frame.isVisible()) {
            boolean calls = !model.incidents().calling().isEmpty();
            tabs.setSelectedIndex(calls ? INCIDENTS : CONNECTIONS);
        }
        draw();
        frame.setVisible(true);
        frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
        frame.toFront();
        frame.requestFocus();
    }

    /** Brings the window to the front with that incident selected. */
    void open(IncidentId id) {
        open();
        tabs.setSelectedIndex(INCIDENTS);
        incidents.select(id);
    }

    /** Draws state and incidents as they are now. */
    void refresh() {
        EventThread.require();
        if (frame.isVisible()) {
            draw();
        }
    }

    private void draw() {
        incidents.refresh();
        int calling = model.incidents().calling().size();
        tabs.setTitleAt(INCIDENTS, texts.of("tab.incidents.count", calling));
        tabs.setIconAt(INCIDENTS, calling == 0 ? null : model.state() == TrayState.RED ? Dot.RED : Dot.AMBER);
        statusBar.show(model, connections.rows());
    }

    /** Takes over what the service says about connections. */
    void connections(ConnectionList.Change change) {
        connections.apply(change);
        if (frame.isVisible()) {
            statusBar.show(model, connections.rows());
        }
    }

    /** Says in the status bar that there is no notification area. */
    void sayNoTray() {
        statusBar.sayNoTray();
    }

    void close() {
        frame.dispose();
    }
}
