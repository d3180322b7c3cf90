package org.synwarden.tray;

import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.RowSorter;
import javax.swing.SortOrder;

/**
 * Lets a click on a heading sort the list itself, which stays sorted as it changes; so view and model have the same
 * rows in the same places. Event thread.
 */
final class ConnectionSorter extends RowSorter<ConnectionsModel> {
    private final ConnectionsModel model;
    private final BiConsumer<ConnectionColumn, Boolean> sortBy;
    private List<? extends SortKey> keys = List.of(new SortKey(0, SortOrder.ASCENDING));

    /**
     * Sorted by the first column.
     *
     * @param sortBy told the column, and whether it descends, when the user wants another order
     */
    ConnectionSorter(ConnectionsModel model, BiConsumer<ConnectionColumn, Boolean> sortBy) {
        this.model = model;
        this.sortBy = sortBy;
    }

    @Override
    public void toggleSortOrder(int column) {
        boolean again = keys.get(0).getColumn() == column && keys.get(0).getSortOrder() == SortOrder.ASCENDING;
        setSortKeys(List.of(new SortKey(column, again ? SortOrder.DESCENDING : SortOrder.ASCENDING)));
    }

    @Override
    public void setSortKeys(List<? extends SortKey> wanted) {
        if (wanted.isEmpty() || wanted.equals(keys)) {
            return;
        }
        keys = List.copyOf(wanted);
        SortKey first = keys.get(0);
        sortBy.accept(ConnectionsModel.COLUMNS.get(first.getColumn()), first.getSortOrder() == SortOrder.DESCENDING);
        fireSortOrderChanged();
    }

    @Override
    public List<? extends SortKey> getSortKeys() {
        return keys;
    }

    @Override
    public ConnectionsModel getModel() {
        return model;
    }

    @Override
    public int convertRowIndexToModel(int index) {
        return index;
    }

    @Override
    public int convertRowIndexToView(int index) {
        return index;
    }

    @Override
    public int getViewRowCount() {
        return model.getRowCount();
    }

    @Override
    public int getModelRowCount() {
        return model.getRowCount();
    }

    @Override
    public void modelStructureChanged() {}

    @Override
    public void allRowsChanged() {}

    @Override
    public void rowsInserted(int first, int last) {}

    @Override
    public void rowsDeleted(int first, int last) {}

    @Override
    public void rowsUpdated(int first, int last) {}

    @Override
    public void rowsUpdated(int first, int last, int column) {}
}
