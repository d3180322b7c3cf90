package org.synwarden.respond;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.net.Protocol;

/**
 * Whose outgoing traffic is stopped, and to which port; what is empty is not asked for.
 *
 * @param program full path of the image
 * @param service the service's short name, as {@code sc query} lists it
 * @param packageId a packaged app: the security id of its container, {@code S-1-15-2-…}
 * @param user an account, as the system writes it
 * @param protocol there exactly where the port is; without a port every protocol is stopped
 * @param remotePort 1 to 65,535; with nobody else named: of every program
 */
public record BlockScope(
        Optional<String> program,
        Optional<String> service,
        Optional<String> packageId,
        Optional<String> user,
        Optional<Protocol> protocol,
        OptionalInt remotePort) {
    private static final int HIGHEST_PORT = 65_535;

    /** Refuses what would stop everything, or a port that does not exist, with an {@link IllegalArgumentException}. */
    public BlockScope {
        if (remotePort.isEmpty() && program.isEmpty() && service.isEmpty() && packageId.isEmpty() && user.isEmpty()) {
            throw new IllegalArgumentException("say what to block: a program, a service, an app, a user or a port");
        }
        if (remotePort.isPresent() && (remotePort.getAsInt() < 1 || remotePort.getAsInt() > HIGHEST_PORT)) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + remotePort.getAsInt());
        }
        if (protocol.isPresent() != remotePort.isPresent()) {
            throw new IllegalArgumentException("a port is one of TCP or of UDP, and a protocol is named with a port");
        }
    }

    /** Everything that program sends. */
    public static BlockScope ofProgram(String path) {
        return new BlockScope(
                Optional.of(path),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** That port for every program. */
    public static BlockScope ofPort(Protocol protocol, int remotePort) {
        return new BlockScope(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(protocol),
                OptionalInt.of(remotePort));
    }

    /** The same of another program. */
    public BlockScope withProgram(String path) {
        return new BlockScope(Optional.of(path), service, packageId, user, protocol, remotePort);
    }

    /** The same of that account only. */
    public BlockScope withUser(String account) {
        return new BlockScope(program, service, packageId, Optional.of(account), protocol, remotePort);
    }

    /** Whether it stops every program's traffic to a port. */
    public boolean isForEverybody() {
        return program.isEmpty() && service.isEmpty() && packageId.isEmpty() && user.isEmpty();
    }

    /** In words: {@code C:\\Tools\\worm.exe, tcp 445}. */
    public String text() {
        return Stream.of(
                        program,
                        service.map(name -> "service " + name),
                        packageId.map(id -> "app " + id),
                        user.map(name -> "user " + name),
                        remotePort.isPresent()
                                ? Optional.of(protocolText() + " " + remotePort.getAsInt())
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** The protocol in the contract's words: {@code tcp}, {@code udp} or {@code any}. */
    public String protocolText() {
        return protocol.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("any");
    }
}
