package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.TableModel;
import org.junit.jupiter.api.Test;

class FindBarTest {
    private final TableModel rows = new DefaultTableModel(
            new Object[][] {{"svchost.exe", 1044}, {"dial.exe", 4312}, {"Dial.EXE", 5000}},
            new Object[] {"name", "pid"});

    @Test
    void findsInAnyColumnInUpperOrLowerCase() {
        assertThat(FindBar.next(rows, "dial", 0, 1)).hasValue(1);
        assertThat(FindBar.next(rows, "dial", 2, 1)).hasValue(2);
        assertThat(FindBar.next(rows, "1044", 2, 1)).hasValue(0);
    }

    @Test
    void goesOnRoundTheEndInBothDirections() {
        assertThat(FindBar.next(rows, "dial", 3, 1)).hasValue(1);
        assertThat(FindBar.next(rows, "svc", -1, -1)).hasValue(0);
        assertThat(FindBar.next(rows, "dial", -1, -1)).hasValue(2);
    }

    @Test
    void saysSoWhenThereIsNothing() {
        assertThat(FindBar.next(rows, "worm", 0, 1)).isEqualTo(OptionalInt.empty());
        assertThat(FindBar.next(new DefaultTableModel(), "worm", 0, 1)).isEqualTo(OptionalInt.empty());
    }
}
