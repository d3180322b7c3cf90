package org.synwarden.tray;

import java.awt.Point;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.awt.event.WindowFocusListener;
import javax.swing.JDialog;
import javax.swing.JPopupMenu;
import javax.swing.Timer;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/**
 * The menu of the icon. It belongs to a window of no size that takes the focus while the menu is open, so that a click
 * anywhere else closes it. Event thread.
 */
final class TrayMenu implements WindowFocusListener, PopupMenuListener {
    private static final int SETTLE_MILLIS = 60;

    private final TrayMenuContent content;
    private final JDialog owner = new JDialog();
    private final Timer opening = new Timer(SETTLE_MILLIS, event -> openNow());
    private JPopupMenu open = new JPopupMenu();
    private Point at = new Point();

    TrayMenu(Texts texts, TrayMenuContent content) {
        this.content = content;
        owner.setUndecorated(true);
        owner.setAlwaysOnTop(true);
        owner.setType(Window.Type.POPUP);
        owner.setSize(1, 1);
        owner.setTitle(texts.of("product"));
        owner.addWindowFocusListener(this);
        opening.setRepeats(false);
    }

    /** Opens the menu at that point of the screen. */
    void show(Point where, TrayMenuContent.State state) {
        EventThread.require();
        opening.stop();
        open.setVisible(false);
        open = content.menu(state);
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

    void close() {
        owner.dispose();
    }
}
