package org.synwarden.net;

/** Reads and writes addresses as text (RFC 4291 section 2.2, RFC 5952 section 4). */
final class AddressText {
    private static final int GROUPS = 8;
    private static final int LONGEST = 64;

    private AddressText() {}

    static Address parse(String text) {
        if (text.length() > LONGEST) {
            throw notAnAddress(text);
        }
        int percent = text.indexOf('%');
        if (percent < 0) {
            return text.indexOf(':') < 0 ? Address.ipv4(ipv4Bits(text, text)) : ipv6(text, text, 0);
        }
        int zone = number(text.substring(percent + 1), 10, Integer.MAX_VALUE, text);
        Address address = ipv6(text.substring(0, percent), text, zone);
        if (address.isIpv4()) {
            throw notAnAddress(text); // IPv4 has no zones, and the same address with one would be another value
        }
        return address;
    }

    private static int ipv4Bits(String part, String whole) {
        String[] octets = part.split("\\.", -1);
        if (octets.length != 4) {
            throw notAnAddress(whole);
        }
        int bits = 0;
        for (String octet : octets) {
            bits = bits << 8 | number(octet, 10, 255, whole);
        }
        return bits;
    }

    private static Address ipv6(String text, String whole, int zone) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::")) {
            throw notAnAddress(whole);
        }
        int[] groups = new int[GROUPS];
        if (gap < 0) {
            if (fill(groups, 0, text, whole) != GROUPS) {
                throw notAnAddress(whole);
            }
        } else {
            int[] tail = new int[GROUPS];
            int before = fill(groups, 0, text.substring(0, gap), whole);
            int after = fill(tail, 0, text.substring(gap + 2), whole);
            if (before + after >= GROUPS) {
                throw notAnAddress(whole);
            }
            System.arraycopy(tail, 0, groups, GROUPS - after, after);
        }
        return new Address(bits(groups, 0), bits(groups, GROUPS / 2), zone);
    }

    private static int fill(int[] groups, int count, String text, String whole) {
        if (text.isEmpty()) {
            return count;
        }
        String[] parts = text.split(":", -1);
        int filled = count;
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            if (filled + (dotted ? 2 : 1) > GROUPS) {
                throw notAnAddress(whole);
            }
            if (dotted) {
                int bits = ipv4Bits(parts[i], whole);
                groups[filled++] = bits >>> 16;
                groups[filled++] = bits & 0xFFFF;
            } else {
                groups[filled++] = number(parts[i], 16, 0xFFFF, whole);
            }
        }
        return filled;
    }

    private static int number(String digits, int radix, int max, String whole) {
        boolean clean = !digits.isEmpty() && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
        if (!clean || digits.length() > 10) {
            throw notAnAddress(whole);
        }
        long value = Long.parseLong(digits, radix);
        if (value > max) {
            throw notAnAddress(whole);
        }
        return (int) value;
    }

    private static long bits(int[] groups, int from) {
        return (long) groups[from] << 48
                | (long) groups[from + 1] << 32
                | (long) groups[from + 2] << 16
                | groups[from + 3];
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException(shown(text) + " is not an IP address");
    }

    /** A text of somebody else, fit for one line of a message: quoted, short, printable ASCII only. */
    static String shown(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return "'" + cut.replaceAll("[^ -~]", "?") + "'";
    }

    static String format(Address address) {
        if (address.isIpv4()) {
            int bits = address.ipv4Bits();
            return (bits >>> 24) + "." + (bits >>> 16 & 0xFF) + "." + (bits >>> 8 & 0xFF) + "." + (bits & 0xFF);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < GROUPS / 2 ? address.high() : address.low();
            groups[i] = (int) (half >>> 48 - 16 * (i % 4)) & 0xFFFF;
        }
        int zerosAt = -1;
        int zeros = 1; // a single zero group is not shortened: RFC 5952 section 4.2.2
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > zeros) {
                zerosAt = i;
                zeros = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder text = new StringBuilder(45);
        for (int i = 0; i < GROUPS; i++) {
            if (i == zerosAt) {
                text.append("::");
                i += zeros - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return address.zone() == 0
                ? text.toString()
                : text.append('%').append(address.zone()).toString();
    }
}
