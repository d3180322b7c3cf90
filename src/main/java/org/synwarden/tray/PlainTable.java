package org.synwarden.tray;

import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.event.TableModelEvent;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

/**
 * A table of foreign strings: cells and tips are text letter by letter, copying copies text. Event
 * thread.
 */
final class PlainTable extends JTable {
    /** What tells the rows of the model apart while they move. */
    interface RowKeys {
        String key(int row);

        /** Where the row with that key stands now; empty when it is gone. */
        OptionalInt indexOf(String key);
    }

    private static final int ARROW = 12;
    private static final int MARGINS = 20;

    private final transient RowKeys keys;
    private transient Optional<String> selectedKey = Optional.empty();
    private transient IntFunction<Optional<Color>> tints = row -> Optional.empty();
    private boolean changing;

    PlainTable(TableModel model, RowKeys keys) {
        super(model);
        this.keys = keys;
        getSelectionModel().addListSelectionListener(event -> remember());
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
        setFillsViewportHeight(true);
        setShowVerticalLines(false);
        setTransferHandler(null);
        Actions.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_C, KeyEvent.CTRL_DOWN_MASK), this::copy);
    }

    private void remember() {
        if (!changing) {
            int row = getSelectedRow();
            selectedKey = row < 0 || row >= getRowCount() ? Optional.empty() : Optional.of(keys.key(row));
        }
    }

    /** Whatever moves, the selected row stays selected as long as it lives. */
    @Override
    public void tableChanged(TableModelEvent event) {
        if (keys == null) { // called by the constructor of JTable
            super.tableChanged(event);
            return;
        }
        changing = true;
        getSelectionModel().setValueIsAdjusting(true);
        super.tableChanged(event);
        selectedKey.map(keys::indexOf).ifPresent(this::select);
        getSelectionModel().setValueIsAdjusting(false);
        changing = false;
        remember();
    }

    private void select(OptionalInt row) {
        row.ifPresent(index -> setRowSelectionInterval(index, index));
    }

    /** Selects that row and brings it into view. */
    void selectAndShow(int row) {
        setRowSelectionInterval(row, row);
        scrollRectToVisible(getCellRect(row, 0, true));
    }

    /**
     * Makes each column wide enough for its value here, and aligns it.
     *
     * @param samples a long value of each column, in the order of the model
     * @param numbers which of them hold numbers
     */
    void arrange(List<String> samples, IntPredicate numbers) {
        for (int column = 0; column < samples.size(); column++) {
            makeRoom(column, samples.get(column));
            align(column, numbers.test(column));
        }
    }

    /** Makes a column wide enough for its heading with the arrow of the order, and for that value. */
    private void makeRoom(int column, String sample) {
        int text = getFontMetrics(getFont()).stringWidth(sample);
        int heading = getFontMetrics(getTableHeader().getFont()).stringWidth(getColumnName(column)) + ARROW;
        getColumnModel().getColumn(column).setPreferredWidth(Math.max(text, heading) + MARGINS);
    }

    /** Aligns a column and its heading: numbers to the right, words to the left. */
    void align(int column, boolean number) {
        int alignment = number ? SwingConstants.TRAILING : SwingConstants.LEADING;
        TableColumn aligned = getColumnModel().getColumn(column);
        aligned.setCellRenderer(new Cell(alignment));
        aligned.setHeaderRenderer((table, value, selected, focused, row, index) -> {
            Component heading = table.getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(table, value, selected, focused, row, index);
            if (heading instanceof JLabel label) {
                label.setHorizontalAlignment(alignment);
            }
            return heading;
        });
    }

    /** Gives the rows a menu; {@code menu} is asked when it opens, with the row selected. */
    void menu(Supplier<JPopupMenu> menu) {
        RowMenu.install(this, menu);
    }

    /** From now on, rows that are not selected have the colour that {@code tints} has for them, if it has one. */
    void tint(IntFunction<Optional<Color>> tints) {
        this.tints = tints;
    }

    @Override
    public Component prepareRenderer(TableCellRenderer renderer, int row, int column) {
        Component cell = super.prepareRenderer(renderer, row, column);
        if (!isRowSelected(row)) {
            cell.setBackground(tints.apply(row).orElseGet(this::getBackground));
        }
        return cell;
    }

    /** Puts the selected row on the clipboard, its cells apart by tabs. */
    void copy() {
        int row = getSelectedRow();
        if (row >= 0) {
            String line = IntStream.range(0, getColumnCount())
                    .mapToObj(column -> ForeignText.clean(String.valueOf(getValueAt(row, column))))
                    .collect(Collectors.joining("\t"));
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(line), null);
        }
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.toolTip(this);
    }

    /** The whole cell, where it is cut off. */
    @Override
    public String getToolTipText(MouseEvent event) {
        Point point = event.getPoint();
        int row = rowAtPoint(point);
        int column = columnAtPoint(point);
        if (row < 0 || column < 0) {
            return null;
        }
        Component cell = prepareRenderer(getCellRenderer(row, column), row, column);
        boolean whole = cell.getPreferredSize().width <= getCellRect(row, column, false).width;
        return whole ? null : ForeignText.shorten(String.valueOf(getValueAt(row, column)), 400);
    }

    /** A cell that shows text letter by letter. */
    static class Cell extends DefaultTableCellRenderer {
        Cell(int alignment) {
            Plain.plain(this);
            setHorizontalAlignment(alignment);
        }

        @Override
        protected void setValue(Object value) {
            setText(ForeignText.clean(String.valueOf(value)));
        }
    }
}
