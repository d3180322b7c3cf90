package org.synwarden.tray;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;

/** Where the popup stands: in the lower right corner, above the place where the desktop shows its own messages. Pure. */
final class PopupPlace {
    private static final int MARGIN = 16;
    private static final int MESSAGES = 152;

    private PopupPlace() {}

    /**
     * The popup's upper left corner. On a screen that is too small, seeing the whole popup counts more than keeping the
     * place for messages free.
     *
     * @param work the screen without its task bars
     */
    static Point of(Rectangle work, Dimension popup) {
        int x = work.x + work.width - popup.width - MARGIN;
        int y = work.y + work.height - popup.height - MARGIN - MESSAGES;
        return new Point(Math.max(work.x, x), Math.max(work.y, y));
    }
}
