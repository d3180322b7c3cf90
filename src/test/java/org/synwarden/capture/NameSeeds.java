package org.synwarden.capture;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Name answers of every kind, for the fuzz. */
final class NameSeeds {
    static final List<byte[]> DICTIONARY = Stream.of(
                    "8180",
                    "8400",
                    "0100",
                    "c00c",
                    "c010",
                    "c0ff",
                    "c000",
                    "ffff",
                    "0001",
                    "001c",
                    "0005",
                    "0021",
                    "8001",
                    "00010001",
                    "001c0001",
                    "00050001",
                    "00210001",
                    "0004",
                    "0010",
                    "3f",
                    "40",
                    "80",
                    "00",
                    "03777777076578616d706c6503636f6d00",
                    "c00c00010001000000000004c0000207",
                    "c00c00050001000000000002c00c")
            .map(HexFormat.of()::parseHex)
            .toList();

    private NameSeeds() {}

    static List<byte[]> all() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(DnsBuilder.answerTo("www.example.com")
                .alias("www.example.com", "edge.example.net")
                .address("edge.example.net", "192.0.2.7")
                .address("edge.example.net", "2001:db8::7")
                .bytes());
        seeds.add(DnsBuilder.announcement()
                .address("nas.local", "10.0.0.8")
                .additionalAddress("nas.local", "fe80::8")
                .bytes());
        seeds.add(DnsBuilder.announcement()
                .alias("printer.local", "nas.local")
                .address("nas.local", "10.0.0.8")
                .bytes());
        seeds.add(DnsBuilder.answerTo("_ldap._tcp.example.com")
                .record("_ldap._tcp.example.com", 33, new byte[] {0, 0, 0, 100, 1, (byte) 0x85, 2, 'd', 'c', 0})
                .address("dc", "192.0.2.8")
                .bytes());
        seeds.add(DnsBuilder.answerTo("wWw.ExAmPlE.cOm")
                .record("www.example.com", 16, new byte[30])
                .address("www.example.com", "192.0.2.7")
                .bytes());
        seeds.add(DnsBuilder.answerTo("a b\\c\u00e9\u0007")
                .address("a b\\c\u00e9\u0007", "192.0.2.7")
                .bytes());
        seeds.add(DnsBuilder.answerTo("www.example.com").query().bytes());
        seeds.add(chain(20));
        seeds.add(pointers(20));
        seeds.add(longName());
        seeds.add(new byte[0]);
        return List.copyOf(seeds);
    }

    /** Aliases that lead on and on. */
    private static byte[] chain(int links) {
        DnsBuilder answer = DnsBuilder.answerTo("n0");
        for (int i = 0; i < links; i++) {
            answer.alias("n" + i, "n" + (i + 1));
        }
        return answer.address("n" + links, "192.0.2.7").bytes();
    }

    /** Names that are pointers to pointers. */
    private static byte[] pointers(int links) {
        DnsBuilder answer = DnsBuilder.answerTo("a");
        int at = 12 + 3 + 4;
        int target = 12;
        for (int i = 0; i < links; i++) {
            answer.raw(FrameBuilder.joined(FrameBuilder.shorts(0xC000 | target, 1, 1, 0, 0, 4), new byte[4]));
            target = at;
            at += 16;
        }
        return answer.bytes();
    }

    /** Four labels of the greatest length are one octet more than a name may have. */
    private static byte[] longName() {
        String label = "x".repeat(63);
        String name = String.join(".", label, label, label, "x".repeat(61));
        return DnsBuilder.answerTo(name)
                .address(name, "192.0.2.7")
                .address("y." + name, "192.0.2.7")
                .bytes();
    }
}
