package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/** A Windows of two UDP rows of one host of services, whose blocks are put together as the page says. */
class RowServicesTest {
    private static final int ROW_SIZE = 160;
    private static final int HOST = 1_784;
    private static final long TAG = 0x5EC;

    private final List<Long> tagsAsked = new ArrayList<>();
    private int needed = 64;
    private String module = "Dnscache";
    private final RowServices services = new RowServices(List.of(new RowServices.Source(
            OwnerModuleTable.UDP4,
            new GrowingTable("UDP table", (buffer, size) -> {
                byte[] table = table();
                buffer.write(0, table, 0, table.length);
                size.setValue(table.length);
                return WinError.ERROR_SUCCESS;
            }),
            this::module)));

    @Test
    void asksWithTheWholeRowAndTellsTheServicesName() throws IOException {
        assertThat(services.of(row(53, HOST))).contains("Dnscache");
        assertThat(tagsAsked).containsExactly(TAG + 53);
    }

    @Test
    void theImageIsNoService() throws IOException {
        module = "svchost.EXE";
        assertThat(services.of(row(53, HOST))).isEmpty();
    }

    @Test
    void asksOnceForARow() throws IOException {
        services.of(row(53, HOST));
        services.of(row(53, HOST));
        assertThat(tagsAsked).hasSize(1);
    }

    @Test
    void asksAgainWithTheRoomThatIsNeeded() throws IOException {
        needed = 10_000;
        assertThat(services.of(row(53, HOST))).contains("Dnscache");
        assertThat(tagsAsked).hasSize(2);
    }

    @Test
    void aRefusalIsNoName() throws IOException {
        needed = 2 << 20;
        assertThat(services.of(row(53, HOST))).isEmpty();
    }

    @Test
    void aRowThatIsGoneOrAnothersHasNone() throws IOException {
        assertThat(services.of(row(54, HOST))).isEmpty();
        assertThat(services.of(row(53, HOST + 4))).isEmpty();
        assertThat(tagsAsked).isEmpty();
    }

    @Test
    void forgetsTheRowUnusedForLongest() throws IOException {
        services.of(row(53, HOST));
        for (int port = 1_000; port < 1_000 + RowServices.REMEMBERED; port++) {
            services.of(row(port, HOST));
        }
        services.of(row(53, HOST));
        assertThat(tagsAsked).hasSize(2);
    }

    @Test
    void believesNoAddressOutsideTheBlock() {
        byte[] block = block("Dnscache", 0x1000, 16);
        assertThat(OwnerModuleBlock.name(block, 0x1000)).contains("Dnscache");
        assertThat(OwnerModuleBlock.name(block, 0x1000 + 8)).isEmpty();
        assertThat(OwnerModuleBlock.name(block, 0x1000 - block.length)).isEmpty();
        assertThat(OwnerModuleBlock.name(block, Long.MIN_VALUE)).isEmpty();
        assertThat(OwnerModuleBlock.name(new byte[15], 0)).isEmpty();
        assertThat(OwnerModuleBlock.name(block("", 0x1000, 16), 0x1000)).isEmpty();
    }

    private int module(Pointer row, Pointer buffer, IntByReference size) {
        tagsAsked.add(row.getLong(32));
        if (size.getValue() < needed) {
            size.setValue(needed);
            return WinError.ERROR_INSUFFICIENT_BUFFER;
        }
        byte[] block = block(module, Pointer.nativeValue(buffer), 16);
        buffer.write(0, block, 0, block.length);
        size.setValue(block.length);
        return WinError.ERROR_SUCCESS;
    }

    private static byte[] block(String name, long address, int textAt) {
        byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
        return ByteBuffer.allocate(textAt + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(address + textAt)
                .putLong(address + textAt)
                .put(text)
                .array();
    }

    private static byte[] table() {
        ByteBuffer table = ByteBuffer.allocate(8 + 2 * ROW_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(0, 2);
        for (int i = 0; i < 2; i++) {
            int at = 8 + i * ROW_SIZE;
            int port = i == 0 ? 5_353 : 53;
            table.put(at + 4, (byte) (port >> 8)).put(at + 5, (byte) port);
            table.putInt(at + 8, HOST);
            table.putLong(at + 32, TAG + port);
        }
        return table.array();
    }

    private static SocketRow row(int port, int pid) {
        Address none = Address.parse("0.0.0.0");
        return new SocketRow(
                new Flow(Protocol.UDP, new Endpoint(none, port), new Endpoint(none, 0)),
                SocketState.UNCONNECTED,
                Optional.of(new ProcessKey(pid, 7)));
    }
}
