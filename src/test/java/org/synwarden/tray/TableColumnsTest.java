package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.table.TableColumn;
import org.junit.jupiter.api.Test;

/** The connection table's columns over a restart. */
class TableColumnsTest {
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final List<Map<String, String>> kept = new ArrayList<>();
    private UserSettings settings = new UserSettings(Map.of(), kept::add);
    private final List<String> sorted = new ArrayList<>();
    private PlainTable table = new PlainTable(new ConnectionsModel(texts), new ConnectionsModel(texts));
    private TableColumns columns = start();

    private TableColumns start() {
        ConnectionsModel model = new ConnectionsModel(texts);
        table = new PlainTable(model, model);
        table.setRowSorter(new ConnectionSorter(model, (column, descending) -> sorted.add(column + " " + descending)));
        return TableColumns.install(
                texts,
                settings,
                table,
                "connections",
                ConnectionsModel.COLUMNS.stream().map(ConnectionColumn::key).toList());
    }

    private void restart() {
        settings = new UserSettings(kept.isEmpty() ? Map.of() : new TreeMap<>(kept.get(kept.size() - 1)), kept::add);
        sorted.clear();
        columns = start();
    }

    private List<String> headings() {
        return Collections.list(table.getColumnModel().getColumns()).stream()
                .map(column -> String.valueOf(column.getHeaderValue()))
                .toList();
    }

    private void choose(String item) {
        Component[] items = new ColumnChooser(texts, table, columns).menu().getComponents();
        Stream.of(items)
                .filter(AbstractButton.class::isInstance)
                .map(AbstractButton.class::cast)
                .filter(button -> button.getText().equals(item))
                .findFirst()
                .orElseThrow()
                .doClick();
    }

    @Test
    void whatTheUserArrangedIsThereAgainAtTheNextStart() {
        table.getColumnModel().moveColumn(0, 2);
        table.getColumnModel().getColumn(0).setPreferredWidth(333);
        choose("Path");
        choose("Service");
        table.getRowSorter().toggleSortOrder(ConnectionColumn.PID.ordinal());
        table.getRowSorter().toggleSortOrder(ConnectionColumn.PID.ordinal());
        columns.remember();
        List<String> arranged = headings();

        restart();

        assertThat(headings())
                .isEqualTo(arranged)
                .startsWith("PID", "Process", "Protocol")
                .doesNotContain("Path");
        assertThat(table.getColumnModel().getColumn(0).getPreferredWidth()).isEqualTo(333);
        assertThat(sorted).containsExactly("PID true");
    }

    @Test
    void aHeadingThatIsDraggedIsKeptOnce() {
        TableColumn column = table.getColumnModel().getColumn(0);
        for (int width = 100; width < 200; width++) {
            column.setPreferredWidth(width);
        }
        assertThat(kept).isEmpty();

        columns.remember();

        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).get("connections.columns")).contains("process:199 ");
    }

    @Test
    void resetBringsAllBackAndForgets() {
        List<String> first = headings();
        int width = table.getColumnModel().getColumn(0).getPreferredWidth();
        table.getColumnModel().getColumn(0).setPreferredWidth(333);
        choose("PID");
        columns.remember();

        choose("Reset columns");

        assertThat(headings()).isEqualTo(first);
        assertThat(table.getColumnModel().getColumn(0).getPreferredWidth()).isEqualTo(width);
        assertThat(kept.get(kept.size() - 1)).containsEntry("connections.columns", "");
    }

    @Test
    void aTableThatNobodyArrangedIsNotRemembered() {
        columns.remember();

        assertThat(kept).isEmpty();
    }

    @Test
    void anOrderThatIsNoneIsTheFirst() {
        settings = new UserSettings(Map.of("connections.sort", "colour descending"), kept::add);
        start();

        assertThat(sorted).isEmpty();
        assertThat(table.getRowSorter().getSortKeys().get(0).getColumn()).isZero();
    }
}
