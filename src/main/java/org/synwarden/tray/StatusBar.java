package org.synwarden.tray;

import java.awt.Cursor;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.synwarden.contract.DegradationObject;

/**
 * The last line of the window: how the client stands with the service, starting it where it does not run, what limits the view and what to do about it, and
 * how many connections there are. A click on a limit lists all of them. Event thread.
 */
final class StatusBar extends JPanel {
    private final transient StateText stateText;
    private final JLabel link = Plain.label();
    private final transient ServiceStart start;
    private final JButton startNow = Plain.plain(new JButton());
    private final JLabel limit = Plain.label();
    private final JLabel noTray = Plain.label();
    private final JLabel rows = Plain.label();
    private transient List<DegradationObject> degradations = List.of();

    StatusBar(Texts texts, StateText stateText, ServiceStart start) {
        super(new MigLayout("insets 5 12 5 12, gap 18 0, fillx, hidemode 3", "[][shrinkprio 200][grow, right]"));
        this.stateText = stateText;
        this.start = start;
        startNow.setText(texts.of("start.offer"));
        startNow.addActionListener(event -> start.begin());
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Component.borderColor")));
        limit.setIcon(Dot.AMBER);
        limit.setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        limit.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                listLimits();
            }
        });
        noTray.setVisible(false);
        noTray.setText(texts.of("status.no-tray"));
        add(link, "wmin 0");
        add(startNow, "cell 1 0");
        add(limit, "cell 1 0, wmin 0");
        add(noTray, "cell 1 0, wmin 0");
        add(rows, "cell 2 0");
    }

    private void listLimits() {
        JPopupMenu list = new JPopupMenu();
        for (DegradationObject degradation : degradations) {
            JMenuItem line = Plain.menuItem(stateText.wholeDegradation(degradation));
            line.setIcon(Dot.AMBER);
            list.add(line);
        }
        list.show(limit, 0, -list.getPreferredSize().height);
    }

    /** Says that there is no notification area, and what that means. */
    void sayNoTray() {
        noTray.setVisible(true);
    }

    /** Draws the state as it is now. */
    void show(ClientModel model, OptionalInt connections) {
        EventThread.require();
        link.setIcon(dot(model.state()));
        String state = start.told(model.link()).orElseGet(() -> stateText.link(model));
        link.setText(state);
        link.setToolTipText(state);
        startNow.setVisible(start.isOffered(model.link()));
        degradations = model.degradations();
        limit.setVisible(model.link().isConnected() && !degradations.isEmpty());
        if (!degradations.isEmpty()) {
            limit.setText(stateText.degradations(degradations));
            limit.setToolTipText(stateText.wholeDegradation(degradations.get(0)));
        }
        rows.setText(stateText.rows(model, connections));
    }

    private static Dot dot(TrayState state) {
        return switch (state) {
            case RED -> Dot.RED;
            case AMBER -> Dot.AMBER;
            case WATCHING, DEGRADED -> Dot.GREEN;
            case SUSPENDED, NOT_CONNECTED -> Dot.GREY;
        };
    }
}
