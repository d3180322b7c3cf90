package org.synwarden.contract;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The first bytes of a packet as they were captured.
 *
 * @param linkType a LINKTYPE_ number (www.tcpdump.org/linktypes.html): how they begin
 * @param bytes in Base64 (RFC 4648 section 4)
 */
public record HeaderObject(int linkType, String bytes) {
    private static final int LAST_LINK_TYPE = 0xFFFF;
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    /** Of those bytes. */
    public static HeaderObject of(int linkType, byte[] bytes) {
        return new HeaderObject(linkType, Base64.getEncoder().encodeToString(bytes));
    }

    static HeaderObject read(MemberReader in) throws ContractFormatException {
        HeaderObject header = new HeaderObject(in.integer("linkType", 0, LAST_LINK_TYPE), in.text("bytes"));
        if (!BASE64.matcher(header.bytes).matches()) {
            throw new ContractFormatException("'header.bytes' is no Base64");
        }
        return header;
    }

    /** The bytes themselves. */
    public byte[] decoded() {
        return Base64.getDecoder().decode(bytes);
    }

    void writeMembers(MemberWriter out) {
        out.number("linkType", linkType);
        out.text("bytes", bytes);
    }
}
