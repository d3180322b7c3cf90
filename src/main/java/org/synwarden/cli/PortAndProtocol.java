package org.synwarden.cli;

import java.util.Locale;
import org.synwarden.net.Protocol;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port of TCP or of UDP. */
record PortAndProtocol(int port, Protocol protocol) {
    /** Reads {@code 445}, {@code 445/tcp} or {@code 445/udp}. */
    static final class Converter implements ITypeConverter<PortAndProtocol> {
        @Override
        public PortAndProtocol convert(String text) {
            int slash = text.indexOf('/');
            int port = new Port().convert(slash < 0 ? text : text.substring(0, slash));
            return switch (slash < 0 ? "tcp" : text.substring(slash + 1).toLowerCase(Locale.ROOT)) {
                case "tcp" -> new PortAndProtocol(port, Protocol.TCP);
                case "udp" -> new PortAndProtocol(port, Protocol.UDP);
                default -> throw new TypeConversionException("'" + text + "' is not a port such as 445/tcp or 53/udp");
            };
        }
    }
}
