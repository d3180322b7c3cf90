package org.synwarden.filter;

import java.time.ZoneId;
import org.synwarden.net.Address;
import org.synwarden.net.Subnet;

/** Reads what stands on the right of a comparison, as the type of the field on the left asks. */
final class Literals {
    private final ZoneId zone;

    Literals(ZoneId zone) {
        this.zone = zone;
    }

    Operand read(Field field, Token token) throws FilterException {
        return switch (field.type()) {
            case NUMBER -> new Operand.Constant(Value.of(number(field, token)));
            case BOOLEAN -> new Operand.Constant(Value.of(truth(field, token)));
            case IPV4, IPV6 -> address(field, token);
            case TEXT -> new Operand.Constant(Value.of(token.text()));
            case TIME -> new Operand.Constant(time(token));
            case PROTOCOL -> throw new FilterException(token.offset(), "a protocol has no value");
        };
    }

    private static double number(Field field, Token token) throws FilterException {
        if (token.kind() == Token.Kind.TEXT) {
            throw new FilterException(token.offset(), "numbers stand without quotes");
        }
        double number = field == Field.ATTEMPT_RATE ? fraction(token) : whole(token);
        if (number > field.max()) {
            throw new FilterException(
                    token.offset(),
                    token.shown() + " is more than the " + (long) field.max() + " that " + field.fieldName()
                            + " can be");
        }
        return number;
    }

    private static double fraction(Token token) throws FilterException {
        if (!token.text().matches("[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            throw new FilterException(token.offset(), token.shown() + " is not a number such as 12.5");
        }
        return Double.parseDouble(token.text());
    }

    /** As in C and Wireshark: 0x1bd and 0675 are 445, too. */
    private static long whole(Token token) throws FilterException {
        String text = token.text();
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        boolean binary = text.startsWith("0b") || text.startsWith("0B");
        boolean octal = text.length() > 1 && text.startsWith("0");
        int radix = hexadecimal ? 16 : binary ? 2 : octal ? 8 : 10;
        String digits = hexadecimal || binary ? text.substring(2) : text;
        boolean clean = !digits.isEmpty()
                && digits.length() <= 40
                && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
        if (!clean) {
            throw new FilterException(token.offset(), token.shown() + " is not a number such as 445 or 0x1bd");
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = Math.min(1L << 40, value * radix + Character.digit(digits.charAt(i), radix));
        }
        return value;
    }

    private static boolean truth(Field field, Token token) throws FilterException {
        switch (token.text()) {
            case "true", "True", "TRUE", "Set" -> {
                return true;
            }
            case "false", "False", "FALSE", "Not set" -> {
                return false;
            }
            default -> {
                if (token.kind() == Token.Kind.TEXT
                        || !Character.isDigit(token.text().charAt(0))) {
                    throw new FilterException(
                            token.offset(), field.fieldName() + " is 1 or 0, true or false, not " + token.shown());
                }
                return whole(token) != 0;
            }
        }
    }

    private static Operand address(Field field, Token token) throws FilterException {
        boolean wantsIpv4 = field.type() == FieldType.IPV4;
        String example = wantsIpv4 ? "192.168.0.1 or 10.0.0.0/8" : "2001:db8::1 or 2001:db8::/32";
        String problem = token.shown() + " is not " + field.type() + " such as " + example;
        if (token.kind() == Token.Kind.TEXT) {
            throw new FilterException(token.offset(), "addresses stand without quotes");
        }
        if (token.text().indexOf('%') >= 0) {
            throw new FilterException(token.offset(), "addresses stand without a zone");
        }
        if (token.text().indexOf(':') >= 0 == wantsIpv4) {
            String twin = wantsIpv4
                    ? "ipv6" + field.fieldName().substring(2)
                    : "ip" + field.fieldName().substring(4);
            throw new FilterException(token.offset(), problem + "; did you mean " + twin + "?");
        }
        try {
            return token.text().indexOf('/') >= 0
                    ? new Operand.Network(network(token.text(), wantsIpv4))
                    : new Operand.Constant(Value.of(Address.parse(token.text())));
        } catch (IllegalArgumentException e) {
            throw new FilterException(token.offset(), problem);
        }
    }

    private static Subnet network(String text, boolean ipv4) {
        int slash = text.indexOf('/');
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(text);
        }
        Address base = Address.parse(text.substring(0, slash));
        int bits = Integer.parseInt(prefix);
        boolean mapped = !ipv4 && base.isIpv4(); // ::ffff:192.0.2.0/120 is held as IPv4
        if (mapped && bits < 96) {
            throw new IllegalArgumentException(text);
        }
        return new Subnet(base, mapped ? bits - 96 : bits);
    }

    private Value time(Token token) throws FilterException {
        return TimeText.parse(token.text(), zone)
                .map(Value::of)
                .orElseThrow(() -> new FilterException(
                        token.offset(),
                        token.shown() + " is not a time such as \"2026-01-31 13:00:00\", with Z behind it for UTC"));
    }
}
