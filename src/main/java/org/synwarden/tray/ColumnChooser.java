package org.synwarden.tray;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.table.TableColumn;

/**
 * Lets the user choose a table's columns: the right button on the headings lists them. The last one stays. Event thread.
 */
final class ColumnChooser extends MouseAdapter {
    private final Texts texts;
    private final JTable table;
    private final TableColumns columns;

    ColumnChooser(Texts texts, JTable table, TableColumns columns) {
        this.texts = texts;
        this.table = table;
        this.columns = columns;
    }

    void install() {
        table.getTableHeader().addMouseListener(this);
        table.getTableHeader().setToolTipText(texts.of("columns.tip"));
    }

    @Override
    public void mousePressed(MouseEvent event) {
        open(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        open(event);
    }

    private void open(MouseEvent event) {
        if (event.isPopupTrigger()) {
            menu().show(table.getTableHeader(), event.getX(), event.getY());
        }
    }

    /** All columns, ticked where they are shown, and the way back. */
    JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        for (TableColumn column : columns.all()) {
            JCheckBoxMenuItem item = Plain.plain(new JCheckBoxMenuItem());
            item.setText(String.valueOf(column.getHeaderValue()));
            item.setSelected(columns.isShown(column));
            item.setEnabled(!item.isSelected() || table.getColumnCount() > 1);
            item.addActionListener(event -> columns.show(column, item.isSelected()));
            menu.add(item);
        }
        menu.addSeparator();
        JMenuItem reset = Plain.menuItem(texts.of("columns.reset"));
        reset.addActionListener(event -> columns.reset());
        menu.add(reset);
        return menu;
    }
}
