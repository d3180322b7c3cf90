package org.synwarden.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. Cells are printable; the last column is as wide as it likes. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings. */
    TextTable(List<String> headings) {
        rows.add(headings);
    }

    /** Adds a row of as many cells as there are headings. */
    void row(List<String> cells) {
        rows.add(cells);
    }

    /** The table from top to bottom, each line cut at that width. */
    List<String> lines(int width) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
            }
            String whole = line.toString().stripTrailing();
            lines.add(whole.length() <= width ? whole : whole.substring(0, width - 1) + "…");
        }
        return lines;
    }
}
