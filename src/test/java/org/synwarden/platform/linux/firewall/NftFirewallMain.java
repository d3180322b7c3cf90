package org.synwarden.platform.linux.firewall;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.synwarden.net.Protocol;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Destination;
import org.synwarden.respond.Lifetime;
import org.synwarden.respond.ResponseException;

/**
 * Uses the firewall of the namespace it is started in: {@code block ID PORT [internet]} or {@code user ID NAME}, then
 * waits for the end of its input; {@code unblock ID}; {@code unblock-all}; {@code list}; {@code fill BLOCKS}.
 */
final class NftFirewallMain {
    private NftFirewallMain() {}

    public static void main(String[] arguments) throws IOException, ResponseException {
        NftFirewall firewall = new NftFirewall();
        switch (arguments[0]) {
            case "block" -> block(firewall, port(Integer.parseInt(arguments[2])), arguments);
            case "user" -> block(firewall, user(arguments[2]), arguments);
            case "fill" -> fill(Integer.parseInt(arguments[1]));
            case "unblock" -> firewall.unblock(arguments[1]);
            case "unblock-all" -> System.out.println(firewall.unblockAll());
            case "list" -> firewall.rules().forEach(System.out::println);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void block(NftFirewall firewall, BlockScope scope, String... arguments)
            throws IOException, ResponseException {
        firewall.block(new BlockRule(
                arguments[1],
                scope,
                arguments.length > 3 ? Destination.INTERNET : Destination.EVERYWHERE,
                Lifetime.UNTIL_RESTART,
                1_763_880_000_000_000_000L,
                Optional.of("7"),
                "scan of \"worm\"; flush ruleset"));
        System.out.println("blocked");
        System.in.transferTo(System.out);
    }

    /** As many blocks of the internet as that, written by nft itself: through the product that takes minutes. */
    private static void fill(int blocks) throws IOException, ResponseException {
        StringBuilder script = new StringBuilder(
                "add table inet synwarden\nadd chain inet synwarden output { type filter hook output priority 0; }\n");
        for (int i = 0; i < blocks; i++) {
            script.append(NftFirewall.additions(
                    new BlockRule(
                            "f" + i,
                            port(1 + i),
                            Destination.INTERNET,
                            Lifetime.UNTIL_RESTART,
                            1_763_880_000_000_000_000L,
                            Optional.of("7"),
                            "x".repeat(100)),
                    "3fa4c2d1"));
        }
        NftCommand patient = new NftCommand(List.of(Path.of("/usr/sbin/nft")), Duration.ofMinutes(1));
        System.out.println(patient.run(script.toString(), "-f", "-").complaint() + "filled");
    }

    private static BlockScope port(int port) {
        return BlockScope.ofPort(Protocol.TCP, port);
    }

    private static BlockScope user(String name) {
        return new BlockScope(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                OptionalInt.empty());
    }
}
