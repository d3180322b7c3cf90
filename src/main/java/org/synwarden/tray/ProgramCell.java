package org.synwarden.tray;

import java.awt.Component;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import org.synwarden.contract.ProcessObject;

/** A cell that names a program behind its icon. Event thread. */
final class ProgramCell extends PlainTable.Cell {
    private final transient IntFunction<Icon> icons;

    /**
     * Cells of a column.
     *
     * @param icons the icon of a row
     */
    ProgramCell(IntFunction<Icon> icons) {
        super(SwingConstants.LEADING);
        this.icons = icons;
    }

    /**
     * Has a column name its programs behind their icons.
     *
     * @param processes whose a row is
     */
    static void install(
            PlainTable table, int column, ProcessIcons icons, IntFunction<Optional<ProcessObject>> processes) {
        install(table, column, icons, new ProgramCell(row -> icons.of(processes.apply(row))));
    }

    /**
     * The same, where it is a program that a row is about.
     *
     * @param paths of the program's file; empty where it is not known
     */
    static void installPrograms(PlainTable table, int column, ProcessIcons icons, IntFunction<Optional<String>> paths) {
        install(
                table,
                column,
                icons,
                new ProgramCell(row -> paths.apply(row).map(icons::ofProgram).orElse(ProgramSymbol.ANY)));
    }

    private static void install(PlainTable table, int column, ProcessIcons icons, ProgramCell cell) {
        table.getColumnModel().getColumn(column).setCellRenderer(cell);
        icons.watch(table::repaint);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable owner, Object value, boolean selected, boolean focused, int row, int column) {
        Icon icon = icons.apply(row);
        setIcon(icon);
        return super.getTableCellRendererComponent(owner, value, selected, focused, row, column);
    }
}
