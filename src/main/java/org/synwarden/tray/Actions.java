package org.synwarden.tray;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** Ties keys to what they do. */
final class Actions {
    private Actions() {}

    static Action of(Runnable task) {
        return new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                task.run();
            }
        };
    }

    /** Lets a key do something while the focus is anywhere in that component. */
    static void bind(JComponent component, KeyStroke key, Runnable task) {
        component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(key, key);
        component.getActionMap().put(key, of(task));
    }

    /**
     * Writes beside an entry of a menu by which key the same is done without the menu. While the menu is open the key does
     * nothing of its own: otherwise Enter would take the entry that it is written beside, and not the one that is marked.
     */
    static void show(JMenuItem item, KeyStroke key) {
        item.setAccelerator(key);
        item.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(key, "none");
    }
}
