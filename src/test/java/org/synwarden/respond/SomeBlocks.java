package org.synwarden.respond;

import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.net.Protocol;

/** Made-up blocks for tests. */
public final class SomeBlocks {
    private SomeBlocks() {}

    /** A TCP port of the internet, for every program, for good. */
    public static BlockRule port(String id, int port, long createdAt) {
        return of(id, BlockScope.ofPort(Protocol.TCP, port), createdAt);
    }

    /** A program on the internet, for good. */
    public static BlockRule program(String id, String path) {
        return of(id, BlockScope.ofProgram(path), 1);
    }

    /** That scope on the internet, for good. */
    public static BlockRule of(String id, BlockScope scope, long createdAt) {
        return new BlockRule(id, scope, Destination.INTERNET, Lifetime.FOR_GOOD, createdAt, Optional.empty(), "test");
    }

    /** All that a service sends. */
    public static BlockScope service(String name) {
        return new BlockScope(
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** All that a packaged app sends. */
    public static BlockScope app(String id) {
        return new BlockScope(
                Optional.empty(),
                Optional.empty(),
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** All that a user sends. */
    public static BlockScope user(String name) {
        return new BlockScope(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                OptionalInt.empty());
    }
}
