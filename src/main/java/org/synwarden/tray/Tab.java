package org.synwarden.tray;

import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JComponent;

/** What the window shows under one of its tabs. Event thread. */
interface Tab {
    /** The words on the tab, as they are now. */
    String title();

    /** A mark before the words. */
    default Optional<Icon> mark() {
        return Optional.empty();
    }

    /** What stands under the tab, always the same component. */
    JComponent content();

    /** Draws what is shown as it is now; called only while it is in view. */
    default void refresh() {}

    /**
     * The user begins or ceases to see it: what is dear to know need not be asked for while nobody looks. Told again while
     * it is seen when the service has come, or come back.
     */
    default void inView(boolean now) {}
}
