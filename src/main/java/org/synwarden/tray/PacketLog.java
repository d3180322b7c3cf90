package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.Rows;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;

/**
 * The packets that the service told of last, in their order, and which of them the filter lets through: at most
 * {@value #BOUND}, the oldest make room. A filter is asked about each packet once, and about all when it is another one.
 * Used by one thread.
 */
final class PacketLog implements PlainTable.RowKeys {
    /** How many packets are shown at most. */
    static final int BOUND = 10_000;

    private record Row(PacketObject packet, boolean passes) {}

    private final List<Row> rows = new ArrayList<>();
    private Filter filter = Filter.all();
    private List<PacketObject> shown = List.of();

    /** Takes over what the service says. */
    void apply(Rows change) {
        if (change.reset()) {
            rows.clear();
        }
        change.removed().forEach(this::remove);
        change.added().forEach(this::put);
        change.changed().forEach(this::put);
        if (rows.size() > BOUND) {
            rows.subList(0, rows.size() - BOUND).clear();
        }
        choose();
    }

    private void remove(String key) {
        int place = place(rows.size(), key.isEmpty() ? 0 : number(key));
        if (place >= 0) {
            rows.remove(place);
        }
    }

    private static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private void put(ContractObject object) {
        if (object instanceof PacketObject packet) {
            Row row = new Row(packet, passes(packet));
            int place = place(rows.size(), packet.frame());
            if (place >= 0) {
                rows.set(place, row);
            } else {
                rows.add(-place - 1, row);
            }
        }
    }

    /** Where the packet of that number stands, or minus one minus where it would; new ones come last. */
    private int place(int size, long number) {
        int low = 0;
        int high = size - 1;
        if (high >= 0 && rows.get(high).packet().frame() < number) {
            return -size - 1;
        }
        while (low <= high) {
            int middle = low + high >>> 1;
            long there = rows.get(middle).packet().frame();
            if (there == number) {
                return middle;
            }
            if (there < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private boolean passes(PacketObject packet) {
        return filter.matches(ContractRow.of(packet));
    }

    /** From now on, that filter chooses. */
    void filter(Filter now) {
        filter = now;
        rows.replaceAll(row -> new Row(row.packet(), passes(row.packet())));
        choose();
    }

    private void choose() {
        shown = rows.stream().filter(Row::passes).map(Row::packet).toList();
    }

    /** How many there are, whether the filter lets them through or not. */
    int known() {
        return rows.size();
    }

    /** Those that the filter lets through. */
    List<PacketObject> shown() {
        return shown;
    }

    @Override
    public String key(int row) {
        return shown.get(row).key();
    }

    @Override
    public OptionalInt indexOf(String key) {
        long number = number(key);
        int low = 0;
        int high = shown.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            long there = shown.get(middle).frame();
            if (there == number) {
                return OptionalInt.of(middle);
            }
            if (there < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.empty();
    }
}
