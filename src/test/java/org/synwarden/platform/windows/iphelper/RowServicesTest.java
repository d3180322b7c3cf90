package org.synwarden.platform.windows.iphelper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;
import org.synwarden.sockets.SocketRow;
import org.synwarden.sockets.SocketState;

/** A Windows of two UDP rows, or more, of one host of services, whose blocks are put together as the page says. */
class RowServicesTest {
    private static final int ROW_SIZE = 160;
    private static final int HOST = 1_784;
    private static final long TAG = 0x5EC;
    private static final int FIRST_PORT = 20_000;

    private final List<Long> tagsAsked = new ArrayList<>();
    private int rows = 2;
    private int reads;
    private int needed = 64;
    private String module = "Dnscache";
    private final RowServices services = new RowServices(List.of(new RowServices.Source(
            OwnerModuleTable.UDP4,
            new GrowingTable("UDP table", (buffer, size) -> {
                reads++;
                byte[] table = table();
                size.setValue(table.length);
                if (buffer instanceof Memory memory && memory.size() < table.length) {
                    return WinError.ERROR_INSUFFICIENT_BUFFER;
                }
                buffer.write(0, table, 0, table.length);
                size.setValue(table.length);
                return WinError.ERROR_SUCCESS;
            }),
            this::module)));

    @Test
    void asksWithTheWholeRowAndTellsTheServicesName() throws IOException {
        assertThat(service(row(53, HOST))).contains("Dnscache");
        assertThat(tagsAsked).containsExactly(TAG + 53);
    }

    @Test
    void theImageIsNoService() throws IOException {
        module = "svchost.EXE";
        assertThat(service(row(53, HOST))).isEmpty();
    }

    @Test
    void asksOnceForARow() throws IOException {
        service(row(53, HOST));
        service(row(53, HOST));
        assertThat(tagsAsked).hasSize(1);
    }

    @Test
    void asksAgainWithTheRoomThatIsNeeded() throws IOException {
        needed = 10_000;
        assertThat(service(row(53, HOST))).contains("Dnscache");
        assertThat(tagsAsked).hasSize(2);
    }

    @Test
    void aRefusalIsNoName() throws IOException {
        needed = 2 << 20;
        assertThat(service(row(53, HOST))).isEmpty();
    }

    @Test
    void aRowThatIsGoneOrAnothersHasNone() throws IOException {
        assertThat(service(row(54, HOST))).isEmpty();
        assertThat(service(row(53, HOST + 4))).isEmpty();
        assertThat(tagsAsked).isEmpty();
    }

    @Test
    void forgetsTheRowUnusedForLongest() throws IOException {
        service(row(53, HOST));
        for (int port = 1_000; port < 1_000 + RowServices.REMEMBERED; port++) {
            service(row(port, HOST));
        }
        service(row(53, HOST));
        assertThat(tagsAsked).hasSize(2);
    }

    @Test
    void readsATableOnceForAListingHoweverManyRowsAreAskedAbout() throws IOException {
        rows = 500;
        List<SocketRow> listing =
                IntStream.range(0, 100).mapToObj(i -> row(FIRST_PORT + i, HOST)).toList();
        services.of(listing); // the buffer has grown now
        reads = 0;
        List<SocketRow> next = IntStream.range(100, 200)
                .mapToObj(i -> row(FIRST_PORT + i, HOST))
                .toList();
        assertThat(services.of(next)).hasSize(100);
        assertThat(reads).isEqualTo(1);
        assertThat(services.of(next)).hasSize(100);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void asksOfABoundedNumberForAListingAndOfTheOthersTheNextTime() throws IOException {
        rows = 500;
        List<SocketRow> listing =
                IntStream.range(0, 300).mapToObj(i -> row(FIRST_PORT + i, HOST)).toList();
        assertThat(services.of(listing)).hasSize(RowServices.QUESTIONS);
        assertThat(tagsAsked).hasSize(RowServices.QUESTIONS);
        assertThat(services.of(listing)).hasSize(300);
        assertThat(tagsAsked).hasSize(300);
    }

    @ParameterizedTest
    @EnumSource(names = {"SYN_SENT", "TIME_WAIT"})
    void ofWhatIsOnlyTriedOrOverNothingIsAsked(SocketState state) throws IOException {
        SocketRow row = row(53, HOST);
        assertThat(services.of(List.of(new SocketRow(row.flow(), state, row.owner()))))
                .isEmpty();
        assertThat(reads).isZero();
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

    private byte[] table() {
        ByteBuffer table = ByteBuffer.allocate(8 + rows * ROW_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(0, rows);
        for (int i = 0; i < rows; i++) {
            int at = 8 + i * ROW_SIZE;
            int port = i == 0 ? 5_353 : i == 1 ? 53 : FIRST_PORT + i - 2;
            table.put(at + 4, (byte) (port >> 8)).put(at + 5, (byte) port);
            table.putInt(at + 8, HOST);
            table.putLong(at + 32, TAG + port);
        }
        return table.array();
    }

    private Optional<String> service(SocketRow row) throws IOException {
        return Optional.ofNullable(services.of(List.of(row)).get(row));
    }

    private static SocketRow row(int port, int pid) {
        Address none = Address.parse("0.0.0.0");
        return new SocketRow(
                new Flow(Protocol.UDP, new Endpoint(none, port), new Endpoint(none, 0)),
                SocketState.UNCONNECTED,
                Optional.of(new ProcessKey(pid, 7)));
    }
}
