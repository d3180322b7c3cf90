package org.synwarden.platform.windows.iphelper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;

/** Windows' tables of sockets under fuzz: an octet that chooses the table, then the table. */
public final class IphelperFuzz {
    private static final int LEAST_ROW = 160;

    private IphelperFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(new FuzzTarget(
                "owner-module-tables",
                List.of(OwnerModuleTable.class),
                tables(),
                Stream.of(
                                "01000000",
                                "02000000",
                                "ffffffff",
                                "00000080",
                                "fe800000",
                                "0000ffff",
                                "01000000",
                                "05000000",
                                "0c000000")
                        .map(HexFormat.of()::parseHex)
                        .toList(),
                Set.of(IOException.class),
                new Budget(64 << 10, 64),
                IphelperFuzz::read));
    }

    private static List<byte[]> tables() {
        String head = "01000000" + "00000000";
        String end = "80e6ba1c66a6c501" + "ee".repeat(128);
        String udpEnd = "00000000" + "80e6ba1c66a6c501" + "0100000000000000" + "ee".repeat(128);
        List<byte[]> tables = new ArrayList<>();
        for (int state = 0; state < 14; state++) {
            String number = "%02x000000".formatted(state);
            tables.add(hex("00" + head + number + "0a420001c00100000a42010701bd000067120000" + end));
            tables.add(hex("01" + head + "fe80" + "00".repeat(13) + "05" + "03000000" + "c0010000" + "20010db8"
                    + "00".repeat(12) + "00000003" + "01bd0000" + number + "67120000" + end));
        }
        tables.add(hex("02" + head + "0a4200010035000067120000" + udpEnd));
        tables.add(hex("03" + head + "fe80" + "00".repeat(13) + "05" + "00000003" + "01bd0000" + "67120000" + udpEnd));
        tables.add(hex("03" + head + "00".repeat(16) + "00000003" + "01bd0000" + "67120000" + udpEnd));
        tables.add(hex("00"));
        tables.add(hex("00ffffffff"));
        return tables;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static void read(byte[] input) throws IOException {
        byte[] table = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        OwnerModuleTable format = OwnerModuleTable.values()[input.length == 0 ? 0 : input[0] & 3];
        List<OwnedRow> rows = new ArrayList<>();
        format.read(ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN), rows::add);
        FuzzTarget.require(rows.size() * LEAST_ROW <= table.length, rows.size() + " rows");
    }
}
