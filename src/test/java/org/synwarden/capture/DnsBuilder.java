package org.synwarden.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.synwarden.net.Address;

/** Assembles a DNS response by hand for tests (RFC 1035); a name that was written before is a compression pointer. */
public final class DnsBuilder {
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final Map<String, Integer> places = new HashMap<>();
    private int questions;
    private int answers;
    private int additional;
    private int flags = 0x8180;

    private DnsBuilder() {}

    /** A response to this question. */
    public static DnsBuilder answerTo(String question) {
        DnsBuilder builder = new DnsBuilder();
        builder.questions = 1;
        builder.name(question);
        builder.shorts(1, 1);
        return builder;
    }

    /** A response without a question, as mDNS sends it. */
    public static DnsBuilder announcement() {
        return new DnsBuilder();
    }

    /** Makes it a question rather than a response. */
    public DnsBuilder query() {
        flags = 0x0100;
        return this;
    }

    public DnsBuilder address(String owner, String address) {
        answers++;
        addressRecord(owner, address);
        return this;
    }

    /** An address among the additional records; must come after all answers. */
    public DnsBuilder additionalAddress(String owner, String address) {
        additional++;
        addressRecord(owner, address);
        return this;
    }

    public DnsBuilder alias(String owner, String target) {
        answers++;
        name(owner);
        shorts(5, 1, 0, 60, places.containsKey(target) ? 2 : target.length() + 2);
        name(target);
        return this;
    }

    /** A record of any type. */
    public DnsBuilder record(String owner, int type, byte[] data) {
        answers++;
        name(owner);
        shorts(type, 1, 0, 60, data.length);
        records.writeBytes(data);
        return this;
    }

    /** Bytes as they are, as one more answer. */
    public DnsBuilder raw(byte... bytes) {
        answers++;
        records.writeBytes(bytes);
        return this;
    }

    public byte[] bytes() {
        byte[] header = FrameBuilder.shorts(0x1234, flags, questions, answers, 0, additional);
        return FrameBuilder.joined(header, records.toByteArray());
    }

    private void addressRecord(String owner, String text) {
        Address address = Address.parse(text);
        name(owner);
        if (address.isIpv4()) {
            shorts(1, 1, 0, 60, 4, address.ipv4Bits() >>> 16, address.ipv4Bits());
        } else {
            shorts(28, 0x8001, 0, 60, 16);
            long[] halves = {address.high(), address.low()};
            for (long half : halves) {
                shorts((int) (half >>> 48), (int) (half >>> 32), (int) (half >>> 16), (int) half);
            }
        }
    }

    private void name(String text) {
        Integer place = places.putIfAbsent(text, 12 + records.size());
        if (place != null) {
            shorts(0xC000 | place);
            return;
        }
        for (String label : text.split("\\.", -1)) {
            byte[] octets = label.getBytes(StandardCharsets.UTF_8);
            records.write(octets.length);
            records.writeBytes(octets);
        }
        records.write(0);
    }

    private void shorts(int... values) {
        records.writeBytes(FrameBuilder.shorts(values));
    }
}
