package org.synwarden.tray;

import java.awt.Font;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.awt.event.WindowFocusListener;
import java.util.List;
import javax.swing.JDialog;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.Timer;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import org.synwarden.contract.IncidentObject;

/**
 * The menu of the icon. It belongs to a window of no size that takes the focus while the menu is open, so that a click
 * anywhere else closes it. Event thread.
 */
final class TrayMenu implements WindowFocusListener, PopupMenuListener {
    /** What the menu can do. */
    interface Commands {
        void open();

        void open(IncidentId id);

        void exit();
    }

    private static final int RECENT = 10;
    private static final int SETTLE_MILLIS = 60;

    private final Texts texts;
    private final IncidentText text;
    private final Commands commands;
    private final JDialog owner = new JDialog();
    private final Timer opening = new Timer(SETTLE_MILLIS, event -> openNow());
    private JPopupMenu open = new JPopupMenu();
    private Point at = new Point();

    TrayMenu(Texts texts, IncidentText text, Commands commands) {
        this.texts = texts;
        this.text = text;
        this.commands = commands;
        owner.setUndecorated(true);
        owner.setAlwaysOnTop(true);
        owner.setType(Window.Type.POPUP);
        owner.setSize(1, 1);
        owner.setTitle(texts.of("product"));
        owner.addWindowFocusListener(this);
        opening.setRepeats(false);
    }

    /** Opens the menu at that point of the screen. */
    void show(Point where, List<IncidentObject> incidents) {
        EventThread.require();
        opening.stop();
        open.setVisible(false);
        open = menu(incidents);
        open.addPopupMenuListener(this);
        at = where;
        owner.setLocation(where);
        owner.setVisible(true);
        opening.restart();
    }

    /**
     * The owner has come up, perhaps not where it was asked to; a menu that opens sooner is closed again by the owner's
     * first move.
     */
    private void openNow() {
        opening.stop();
        Point corner = owner.getLocationOnScreen();
        open.show(owner.getContentPane(), at.x - corner.x, at.y - corner.y);
    }

    @Override
    public void windowGainedFocus(WindowEvent event) {
        if (!open.isVisible()) {
            opening.restart();
        }
    }

    @Override
    public void windowLostFocus(WindowEvent event) {
        open.setVisible(false);
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent event) {}

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {
        owner.setVisible(false);
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent event) {}

    private JPopupMenu menu(List<IncidentObject> incidents) {
        JPopupMenu menu = new JPopupMenu();
        JMenuItem first = item(texts.of("tray.open"), commands::open);
        first.setFont(first.getFont().deriveFont(Font.BOLD));
        menu.add(first);
        menu.add(recent(incidents));
        menu.addSeparator();
        menu.add(item(texts.of("tray.exit"), commands::exit));
        return menu;
    }

    private JMenu recent(List<IncidentObject> incidents) {
        JMenu recent = new JMenu(texts.of("tray.recent"));
        recent.setEnabled(!incidents.isEmpty());
        incidents.stream().limit(RECENT).forEach(incident -> {
            JMenuItem item = item(
                    texts.of("tray.recent.line", text.headline(incident), text.since(incident)),
                    () -> commands.open(IncidentId.of(incident)));
            item.setIcon(Incidents.isRed(incident) ? Dot.RED : Dot.AMBER);
            recent.add(item);
        });
        return recent;
    }

    private static JMenuItem item(String label, Runnable task) {
        JMenuItem item = Plain.menuItem(label);
        item.addActionListener(event -> task.run());
        return item;
    }

    void close() {
        owner.dispose();
    }
}
