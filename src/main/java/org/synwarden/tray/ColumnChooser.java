package org.synwarden.tray;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;

/** Lets the user choose a table's columns: the right button on the headings lists them. The last one stays. Event thread. */
final class ColumnChooser extends MouseAdapter {
    private final Texts texts;
    private final JTable table;
    private final List<TableColumn> all = new ArrayList<>();

    /** A chooser of the columns that the table has now. */
    ColumnChooser(Texts texts, JTable table) {
        this.texts = texts;
        this.table = table;
        for (int index = 0; index < table.getColumnCount(); index++) {
            all.add(table.getColumnModel().getColumn(index));
        }
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

    /** All columns, ticked where they are shown. */
    JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        for (TableColumn column : all) {
            JCheckBoxMenuItem item = Plain.plain(new JCheckBoxMenuItem());
            item.setText(String.valueOf(column.getHeaderValue()));
            item.setSelected(isShown(column));
            item.setEnabled(!isShown(column) || table.getColumnCount() > 1);
            item.addActionListener(event -> show(column, item.isSelected()));
            menu.add(item);
        }
        return menu;
    }

    private boolean isShown(TableColumn column) {
        return indexOf(column) >= 0;
    }

    private int indexOf(TableColumn column) {
        TableColumnModel shown = table.getColumnModel();
        for (int index = 0; index < shown.getColumnCount(); index++) {
            if (shown.getColumn(index) == column) {
                return index;
            }
        }
        return -1;
    }

    /** Shows a column behind those that come before it in the first order, or takes it away. */
    private void show(TableColumn column, boolean wanted) {
        TableColumnModel shown = table.getColumnModel();
        if (!wanted) {
            shown.removeColumn(column);
            return;
        }
        shown.addColumn(column);
        int before = (int) all.subList(0, all.indexOf(column)).stream()
                .filter(this::isShown)
                .count();
        shown.moveColumn(shown.getColumnCount() - 1, before);
    }
}
