package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GrowingTableTest {
    @Test
    void aTableThatFitsIsReadInOneCall() throws IOException {
        FakeTable system = new FakeTable(1_000, 0);
        assertThat(new GrowingTable("TCP table", system).read().limit()).isEqualTo(1_000);
        assertThat(system.calls).isEqualTo(1);
    }

    @Test
    void catchesUpWithATableThatGrowsWhileItIsRead() throws IOException {
        FakeTable system = new FakeTable(100_000, 20_000);
        system.growths = GrowingTable.MOST_RACES - 2;
        int size = 100_000 + (GrowingTable.MOST_RACES - 2) * 20_000;
        ByteBuffer read = new GrowingTable("TCP table", system).read();
        assertThat(read.limit()).isEqualTo(size);
        assertThat(read.get(size - 1)).isEqualTo((byte) 7);
    }

    @Test
    void headroomSparesTheNextReadTheSecondCall() throws IOException {
        FakeTable system = new FakeTable(100_000, 0);
        GrowingTable table = new GrowingTable("TCP table", system);
        table.read();
        system.size += 5_000;
        system.calls = 0;
        assertThat(table.read().limit()).isEqualTo(105_000);
        assertThat(system.calls).isEqualTo(1);
    }

    @Test
    void givesUpWithOneClearLineWhenTheTableAlwaysWins() {
        FakeTable system = new FakeTable(100_000, 20_000);
        system.growths = Integer.MAX_VALUE;
        GrowingTable table = new GrowingTable("TCP table", system);
        assertThatIOException()
                .isThrownBy(table::read)
                .withMessage("the TCP table grew faster than it could be read, 5 times in a row;"
                        + " it is read again at the next round");
    }

    @Test
    void namesTheErrorOfTheSystem() {
        GrowingTable table = new GrowingTable("TCP table", (buffer, size) -> 50);
        assertThatIOException().isThrownBy(table::read).withMessage("the TCP table cannot be read: Windows error 50");
    }

    /** A system whose table grows by {@code step} after each of the first {@code growths} calls that saw it too big. */
    private static final class FakeTable implements GrowingTable.Call {
        private final int step;
        private int size;
        private int growths;
        private int calls;

        FakeTable(int size, int step) {
            this.size = size;
            this.step = step;
        }

        @Override
        public int read(Pointer buffer, IntByReference needed) {
            calls++;
            boolean fits = needed.getValue() >= size;
            needed.setValue(size);
            if (!fits) {
                size += growths-- > 0 ? step : 0;
                return WinError.ERROR_INSUFFICIENT_BUFFER;
            }
            buffer.setByte(size - 1L, (byte) 7);
            return WinError.ERROR_SUCCESS;
        }
    }
}
