package org.synwarden.tray;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Supplier;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.KeyStroke;

/** The menu of a table's rows: opened by the right button, which selects the row first, or by the keyboard. */
final class RowMenu extends MouseAdapter {
    private final JTable table;
    private final Supplier<JPopupMenu> menu;

    private RowMenu(JTable table, Supplier<JPopupMenu> menu) {
        this.table = table;
        this.menu = menu;
    }

    static void install(JTable table, Supplier<JPopupMenu> menu) {
        RowMenu rows = new RowMenu(table, menu);
        table.addMouseListener(rows);
        Actions.bind(table, KeyStroke.getKeyStroke(KeyEvent.VK_F10, KeyEvent.SHIFT_DOWN_MASK), rows::openAtSelection);
        Actions.bind(table, KeyStroke.getKeyStroke(KeyEvent.VK_CONTEXT_MENU, 0), rows::openAtSelection);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        openAtPointer(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        openAtPointer(event);
    }

    private void openAtPointer(MouseEvent event) {
        int row = table.rowAtPoint(event.getPoint());
        if (event.isPopupTrigger() && row >= 0) {
            table.setRowSelectionInterval(row, row);
            menu.get().show(table, event.getX(), event.getY());
        }
    }

    private void openAtSelection() {
        if (table.getSelectedRow() >= 0) {
            Rectangle cell = table.getCellRect(table.getSelectedRow(), 0, true);
            menu.get().show(table, cell.x + cell.height, cell.y + cell.height);
        }
    }
}
