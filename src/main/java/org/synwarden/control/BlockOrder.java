package org.synwarden.control;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.MemberWriter;
import org.synwarden.net.Protocol;

/**
 * What is to be blocked. At least one of program, service, app, user and port is given.
 *
 * @param program full image path
 * @param service a Windows service's short name
 * @param app a packaged app's family name or container id
 * @param user an account
 * @param protocol of the port; there exactly where the port is
 * @param remotePort at the remote end, 1 to 65,535
 * @param everywhere whether the own network is blocked too, not the internet only
 * @param lifetime how long, 1 s or more; empty for no end by the clock
 * @param untilRestart whether it ends when the PC restarts
 * @param incident the incident it answers
 * @param maker the account, by its id, of a user who is no administrator: put in by the service, never read from a client
 * @param reason one line, shown where the rule is listed
 */
public record BlockOrder(
        Optional<String> program,
        Optional<String> service,
        Optional<String> app,
        Optional<String> user,
        Optional<Protocol> protocol,
        Optional<Integer> remotePort,
        boolean everywhere,
        Optional<Duration> lifetime,
        boolean untilRestart,
        Optional<String> incident,
        Optional<String> maker,
        String reason) {
    private static final int MAX_PATH = 32_767;
    private static final int MAX_NAME = 256;
    private static final int MAX_REASON = 200;
    private static final int HIGHEST_PORT = 65_535;
    private static final long LONGEST_SECONDS = Duration.ofDays(3_660).toSeconds();

    /** What somebody asks for: who that is, is put in by the service. */
    public BlockOrder(
            Optional<String> program,
            Optional<String> service,
            Optional<String> app,
            Optional<String> user,
            Optional<Protocol> protocol,
            Optional<Integer> remotePort,
            boolean everywhere,
            Optional<Duration> lifetime,
            boolean untilRestart,
            Optional<String> incident,
            String reason) {
        this(
                program,
                service,
                app,
                user,
                protocol,
                remotePort,
                everywhere,
                lifetime,
                untilRestart,
                incident,
                Optional.empty(),
                reason);
    }

    /**
     * A program, until it is undone.
     *
     * @param everywhere whether the own network is blocked, too
     */
    public static BlockOrder ofProgram(String path, boolean everywhere, String reason) {
        return new BlockOrder(
                Optional.of(path),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                everywhere,
                Optional.empty(),
                false,
                Optional.empty(),
                reason);
    }

    /**
     * A TCP port for every program, until it is undone.
     *
     * @param everywhere whether the own network is blocked, too
     */
    public static BlockOrder ofPort(int port, boolean everywhere, String reason) {
        return new BlockOrder(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Protocol.TCP),
                Optional.of(port),
                everywhere,
                Optional.empty(),
                false,
                Optional.empty(),
                reason);
    }

    /** The same, made by that user; of an account by its id, whatever it is called. */
    BlockOrder by(String account) {
        return new BlockOrder(
                program,
                service,
                app,
                user.map(named -> account),
                protocol,
                remotePort,
                everywhere,
                lifetime,
                untilRestart,
                incident,
                Optional.of(account),
                reason);
    }

    /** The same as the answer to that incident, if there is one. */
    public BlockOrder answering(Optional<String> incidentId) {
        return new BlockOrder(
                program,
                service,
                app,
                user,
                protocol,
                remotePort,
                everywhere,
                lifetime,
                untilRestart,
                incidentId,
                maker,
                reason);
    }

    void write(MemberWriter out) {
        out.text("program", program);
        out.text("service", service);
        out.text("app", app);
        out.text("user", user);
        out.text("protocol", protocol.map(one -> one.name().toLowerCase(Locale.ROOT)));
        out.number("remotePort", remotePort);
        if (everywhere) {
            out.flag("everywhere", true);
        }
        lifetime.ifPresent(time -> out.number("lifetimeSeconds", time.toSeconds()));
        if (untilRestart) {
            out.flag("untilRestart", true);
        }
        out.text("incident", incident);
        out.text("reason", reason);
    }

    /** What a client asks for: it goes into the firewall and into logs, so every text is one line. */
    static BlockOrder read(MemberReader in) throws RequestException, ContractFormatException {
        Optional<Integer> port = in.optionalInteger("remotePort", 1, HIGHEST_PORT);
        BlockOrder order = new BlockOrder(
                line(in, "program", MAX_PATH),
                line(in, "service", MAX_NAME),
                line(in, "app", MAX_NAME),
                line(in, "user", MAX_NAME),
                port.isPresent() ? Optional.of(protocol(in)) : Optional.empty(),
                port,
                in.flag("everywhere"),
                in.optionalNumber("lifetimeSeconds", 1, LONGEST_SECONDS).map(Duration::ofSeconds),
                in.flag("untilRestart"),
                incident(in),
                RequestHandler.line("reason", in.text("reason"), MAX_REASON));
        if (order.isOfEverything()) {
            throw malformed("say what to block: a program, a service, an app, a user or a port");
        }
        if (order.untilRestart && order.lifetime.isPresent()) {
            throw malformed("a block lasts for a time or until the PC restarts, not both");
        }
        return order;
    }

    private boolean isOfEverything() {
        return program.isEmpty() && service.isEmpty() && app.isEmpty() && user.isEmpty() && remotePort.isEmpty();
    }

    private static Protocol protocol(MemberReader in) throws RequestException, ContractFormatException {
        return switch (in.optionalText("protocol").orElse("tcp")) {
            case "tcp" -> Protocol.TCP;
            case "udp" -> Protocol.UDP;
            default -> throw malformed("'protocol' is tcp or udp");
        };
    }

    private static Optional<String> incident(MemberReader in) throws RequestException, ContractFormatException {
        Optional<String> id = in.optionalText("incident");
        if (id.isPresent() && !id.get().matches("[A-Za-z0-9-]{1,20}")) {
            throw malformed("'incident' is 1 to 20 letters, digits and hyphens");
        }
        return id;
    }

    private static Optional<String> line(MemberReader in, String name, int maxLength)
            throws RequestException, ContractFormatException {
        Optional<String> text = in.optionalText(name);
        if (text.isPresent()) {
            RequestHandler.line(name, text.get(), maxLength);
        }
        return text;
    }

    private static RequestException malformed(String message) {
        return new RequestException(RequestException.Code.MALFORMED, message);
    }
}
