package org.synwarden.platform.linux.firewall;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.ResponseException;

/**
 * Uses the firewall of the namespace it is started in: {@code block ID PORT}, then waits for the end of its input;
 * {@code unblock ID}; {@code list}.
 */
final class NftFirewallMain {
    private NftFirewallMain() {}

    public static void main(String[] arguments) throws IOException, ResponseException {
        NftFirewall firewall = new NftFirewall();
        switch (arguments[0]) {
            case "block" -> {
                firewall.block(rule(arguments[1], Integer.parseInt(arguments[2])));
                System.out.println("blocked");
                System.in.transferTo(System.out);
            }
            case "unblock" -> firewall.unblock(arguments[1]);
            case "list" -> firewall.rules().forEach(System.out::println);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static BlockRule rule(String id, int port) {
        return new BlockRule(
                id,
                Optional.empty(),
                Protocol.TCP,
                OptionalInt.of(port),
                1_763_880_000_000_000_000L,
                "scan of \"worm\"; flush ruleset");
    }
}
