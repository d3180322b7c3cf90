package org.synwarden.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractFuzz;
import org.synwarden.contract.Dossier;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.LogLineObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.fuzz.FuzzTarget;
import org.synwarden.fuzz.FuzzTarget.Budget;
import org.synwarden.net.Address;

/**
 * Both sides of the control protocol under fuzz. An input that begins with a brace is one message a line, which the fuzz
 * puts into frames; any other is the frames themselves.
 */
public final class ControlFuzz {
    private static final Set<Class<? extends Exception>> REFUSALS =
            Set.of(MalformedFrameException.class, ContractFormatException.class, EOFException.class);

    private static final List<String> DICTIONARY = List.of(
            "\n",
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "\"event\":",
            "\"hello\"",
            "\"request\"",
            "\"response\"",
            "\"rows\"",
            "\"goodbye\"",
            "\"id\":",
            "\"status\"",
            "\"sockets\"",
            "\"packets\"",
            "\"incidents\"",
            "\"rules\"",
            "\"rates\"",
            "\"subscribe\"",
            "\"unsubscribe\"",
            "\"block\"",
            "\"unblock\"",
            "\"who\"",
            "\"incident\":\"7\"",
            "\"since\":\"2026-03-14T09:26:53Z\"",
            "\"localPort\":4428",
            "\"remoteAddress\":\"203.0.113.9\"",
            "\"from\":\"2026-03-14T09:26:53Z\"",
            "\"kill\"",
            "\"topic\":\"sockets\"",
            "\"intervalMillis\":500",
            "\"filter\":\"tcp\"",
            "\"program\":\"/tmp/worm\"",
            "\"remotePort\":445",
            "\"1.0\"",
            "\"2.0\"",
            "\"x\"",
            "\\n",
            "\\u2028",
            "\u0000\u0000\u0000\u0004",
            "\u0000\u0000",
            "é",
            "-1",
            "65536");

    private static final String QUESTION =
            "\"localPort\":4428,\"from\":\"2026-03-14T09:26:53Z\",\"to\":\"2026-03-14T09:27:53Z\"";

    private static final String HELLO = ClientMessages.hello(Hello.ofThis("fuzz"));

    private ControlFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                new FuzzTarget(
                        "control-service",
                        List.of(
                                FrameCodec.class,
                                ClientMessages.class,
                                Conversation.class,
                                RequestHandler.class,
                                RequestKind.class,
                                Hello.class,
                                Topic.class),
                        inBothForms(requests()),
                        FuzzTarget.texts(DICTIONARY),
                        REFUSALS,
                        new Budget(640 << 10, 128),
                        ControlFuzz::serve),
                new FuzzTarget(
                        "control-client",
                        List.of(FrameCodec.class, ServiceMessages.class),
                        inBothForms(answers()),
                        FuzzTarget.texts(DICTIONARY),
                        REFUSALS,
                        new Budget(640 << 10, 128),
                        ControlFuzz::listen));
    }

    private static List<String> requests() {
        List<String> bodies = List.of(
                "\"status\"",
                "\"sockets\"",
                "\"incidents\"",
                "\"rules\"",
                "\"rates\"",
                "\"subscribe\",\"topic\":\"sockets\",\"intervalMillis\":500",
                "\"subscribe\",\"topic\":\"incidents\",\"intervalMillis\":10000,\"filter\":\"\"",
                "\"subscribe\",\"topic\":\"incidents\",\"intervalMillis\":1000,\"filter\":\"tcp\"",
                "\"subscribe\",\"topic\":\"packets\",\"intervalMillis\":500,\"filter\":\"tcp\"",
                "\"packets\",\"after\":1,\"most\":1000",
                "\"packets\",\"most\":0",
                "\"evidence\",\"incident\":\"7\"",
                "\"subscribe\",\"topic\":\"weather\"",
                "\"unsubscribe\",\"subscription\":1",
                "\"block\",\"program\":\"/tmp/worm\",\"remotePort\":445,\"reason\":\"by hand\"",
                "\"block\",\"program\":\"C:\\\\worm.exe\",\"reason\":\"by hand\"",
                "\"block\",\"remotePort\":445,\"reason\":\"two\\nlines\"",
                "\"block\",\"remotePort\":445,\"reason\":\"" + "x".repeat(201) + "\"",
                "\"block\",\"remotePort\":445,\"reason\":\"a\\u2028b\"",
                "\"block\",\"remotePort\":445,\"reason\":\"a\\u2029b\"",
                "\"block\",\"reason\":\"nothing\"",
                "\"unblock\",\"rule\":\"a1\"",
                "\"unblock\",\"rule\":\"a 1\"",
                "\"unblock\",\"all\":true",
                "\"block\",\"program\":\"/tmp/worm\",\"remotePort\":445,\"incident\":\"1\",\"lifetimeSeconds\":3600,\"reason\":\"\"",
                "\"incidents\",\"since\":\"2026-03-14T09:26:53Z\"",
                "\"incident\",\"incident\":\"7\"",
                "\"incident\",\"incident\":\"7 7\"",
                "\"who\"," + QUESTION,
                "\"who\"," + QUESTION
                        + ",\"protocol\":\"udp\",\"localAddress\":\"192.168.20.52\",\"remoteAddress\":\"fe80::1\"",
                "\"who\"," + QUESTION + ",\"localAddress\":\"here\"",
                "\"who\"," + QUESTION + ",\"protocol\":\"icmp\"",
                "\"who\"," + QUESTION.replaceFirst("2026", "2099"),
                "\"log\"",
                "\"approvals\"",
                "\"approve\",\"path\":\"/usr/bin/nc\",\"sha256\":\"" + "a".repeat(64) + "\"",
                "\"disapprove\",\"approval\":\"a1\"",
                "\"suspend\",\"pid\":4242,\"startToken\":\"77\",\"path\":\"/tmp/worm\",\"tree\":true",
                "\"resume\",\"pid\":4242,\"startToken\":\"77\",\"path\":\"/tmp/worm\"",
                "\"snooze\",\"path\":\"/tmp/worm\",\"lifetimeSeconds\":60",
                "\"report\",\"action\":\"kill\",\"pid\":4242,\"startToken\":\"77\",\"path\":\"/tmp/worm\"",
                "\"report\",\"action\":\"dance\",\"pid\":4242,\"startToken\":\"77\"",
                "\"report\",\"action\":\"suspend\",\"pid\":4242,\"startToken\":\"77\",\"tree\":true",
                "\"snoozes\"",
                "\"end-snooze\",\"snooze\":\"U1\"",
                "\"end-snooze\",\"snooze\":\"U 1\"",
                "\"test-alert\"",
                "\"kill\",\"pid\":4242,\"startToken\":\"77\",\"path\":\"/tmp/worm\"",
                "\"kill\",\"pid\":4242,\"startToken\":\"x\"",
                "\"dance\"");
        List<String> talks = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            talks.add(HELLO + "\n" + request(i, bodies.get(i)));
            talks.add(
                    HELLO + "\n" + request(i, bodies.get(i)) + "\n" + request(i, bodies.get((i + 1) % bodies.size())));
        }
        talks.add(HELLO + "\n" + HELLO);
        talks.add(HELLO.replace("1.0", "2.0"));
        talks.add(HELLO.replace("1.0", "0.9"));
        talks.add(HELLO.replace("1.0", "one"));
        talks.add(HELLO + "\n{\"event\":\"of tomorrow\"}");
        talks.add(request(1, "\"status\""));
        return talks;
    }

    private static String request(long id, String rest) {
        return "{\"event\":\"request\",\"id\":" + id + ",\"request\":" + rest + "}";
    }

    private static List<String> answers() {
        List<String> objects = ContractFuzz.lines();
        List<String> answers = new ArrayList<>(List.of(
                HELLO,
                ServiceMessages.goodbye("too many clients"),
                ServiceMessages.done(1, false, List.of()),
                ServiceMessages.done(1, true, objects),
                ServiceMessages.rows(1, Topic.SOCKETS, 1, true, objects, List.of(), List.of("a", "b")),
                ServiceMessages.rows(1, Topic.INCIDENTS, 2, false, List.of(), objects, List.of()),
                "{\"event\":\"response\",\"id\":1,\"error\":{\"code\":\"of-tomorrow\",\"message\":\"x\"}}",
                "{\"event\":\"response\",\"id\":1}",
                "{\"event\":\"of tomorrow\"}"));
        for (RequestException.Code code : RequestException.Code.values()) {
            answers.add(ServiceMessages.failed(7, new RequestException(code, "not that")));
        }
        answers.add(String.join("\n", answers));
        return answers;
    }

    private static List<byte[]> inBothForms(List<String> talks) {
        List<byte[]> corpus = new ArrayList<>(FuzzTarget.texts(talks));
        corpus.addAll(FuzzTarget.texts(talks));
        talks.forEach(talk -> corpus.add(framed(talk)));
        corpus.add(new byte[] {0, 0, 0, 0});
        corpus.add(new byte[] {0, 4, 0, 1, 'x'});
        corpus.add(new byte[] {-1, -1, -1, -1});
        corpus.add(new byte[] {0, 0, 0, 1, (byte) 0xFF});
        corpus.add(FrameCodec.encode("{\"event\":\"x\",\"y\":\"" + "y".repeat(20_000) + "\"}"));
        return corpus;
    }

    private static byte[] framed(String talk) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        talk.lines().filter(line -> !line.isEmpty()).forEach(line -> frames.writeBytes(FrameCodec.encode(line)));
        return frames.toByteArray();
    }

    private static byte[] frames(byte[] input) {
        return input.length > 0 && input[0] == '{' ? framed(FuzzTarget.text(input)) : input;
    }

    /** Who asks depends on the input's length: an administrator, a user, nobody that the system knows. */
    private static void serve(byte[] input) throws IOException {
        List<Caller> callers = List.of(
                MemoryTransport.ADMINISTRATOR, MemoryTransport.ADMINISTRATOR, MemoryTransport.USER, Caller.NOBODY);
        Caller caller = callers.get(input.length % callers.size());
        Outbox outbox = new Outbox();
        ManualScheduler scheduler = new ManualScheduler();
        Desk desk = Desk.of(
                new Obliging(),
                new ProtocolFilters(),
                new Ledger(deed -> {}, new RecordLimits(scheduler::nanoTime)),
                ServerSettings.of("0.1.0"),
                scheduler,
                scheduler::nanoTime);
        boolean[] dismissed = new boolean[1];
        Conversation conversation = new Conversation(() -> caller, desk, outbox, lastWords -> dismissed[0] = true);
        try {
            Bytes connection = new Bytes(frames(input));
            for (int messages = 0; messages < Outbox.CAPACITY && !dismissed[0]; messages++) {
                Optional<String> frame = FrameCodec.read(connection, FrameCodec.MAX_REQUEST_BYTES);
                if (frame.isEmpty()) {
                    break;
                }
                ClientMessages.deliver(frame.get(), conversation);
                scheduler.pass(600);
            }
        } finally {
            conversation.close();
        }
    }

    private static void listen(byte[] input) throws IOException {
        Bytes connection = new Bytes(frames(input));
        for (Optional<String> frame = read(connection); frame.isPresent(); frame = read(connection)) {
            ServiceMessages.deliver(frame.get(), new IgnoringReceiver());
        }
    }

    private static Optional<String> read(Transport.Connection connection) throws IOException {
        return FrameCodec.read(connection, FrameCodec.MAX_BYTES);
    }

    /** A connection that brings these bytes, at most 1,000 at a time. */
    private static final class Bytes implements Transport.Connection {
        private final ByteArrayInputStream bytes;

        Bytes(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, Math.min(length, 1_000));
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            throw new UnsupportedOperationException("nothing is written here");
        }

        @Override
        public Caller caller() {
            return MemoryTransport.ADMINISTRATOR;
        }

        @Override
        public void close() {}
    }

    /** Checks that what reaches the watchdog is fit for firewalls and logs. */
    private static final class Obliging implements Requests {
        private final FakeWatchdog answers = new FakeWatchdog();

        @Override
        public ActionObject report(ProcessReport report) {
            return answers.report(report);
        }

        @Override
        public StatusObject status() {
            return answers.status();
        }

        @Override
        public List<SocketObject> sockets() {
            return List.of(FakeWatchdog.socket(1, "SYN_SENT"));
        }

        @Override
        public List<IncidentObject> incidents() {
            return List.of(FakeWatchdog.incident("1", 31));
        }

        @Override
        public List<PacketObject> packets(OptionalLong after, int most) {
            FuzzTarget.require(after.orElse(0) >= 0 && most >= 1 && most <= MOST_PACKETS, after + " " + most);
            return List.of(FakeWatchdog.packet(1));
        }

        @Override
        public List<LogLineObject> log() {
            return List.of(new LogLineObject(Instant.EPOCH, "warn", "engine", "Watchdog", "worm"));
        }

        @Override
        public List<IncidentObject> incidents(Instant since) {
            return incidents();
        }

        @Override
        public List<MeasureObject> measures(Instant since) {
            return List.of(FakeWatchdog.measure());
        }

        @Override
        public Dossier incident(String id) {
            FuzzTarget.require(id.matches("[A-Za-z0-9-]{1,20}"), "an id of an incident: " + id);
            return new Dossier(
                    FakeWatchdog.incident(id, 31), List.of(FakeWatchdog.measure()), List.of(FakeWatchdog.attempt()));
        }

        @Override
        public Evidence evidence(String incidentId) {
            FuzzTarget.require(incidentId.matches("[A-Za-z0-9-]{1,20}"), "an id of an incident: " + incidentId);
            return Evidence.without(List.of());
        }

        @Override
        public AnswerObject who(QuestionObject question) {
            FuzzTarget.require(!question.to().isBefore(question.from()), "a time that ends before it begins");
            question.localAddress().ifPresent(Address::parse);
            question.remoteAddress().ifPresent(Address::parse);
            return answers.who(question);
        }

        @Override
        public List<RateObject> rates() {
            return answers.rates();
        }

        @Override
        public List<RuleObject> rules() {
            return answers.rules();
        }

        @Override
        public RuleObject block(BlockOrder order) {
            boolean somebody = Stream.of(order.program(), order.service(), order.app(), order.user())
                    .anyMatch(Optional::isPresent);
            int port = order.remotePort().orElse(1);
            FuzzTarget.require(somebody || order.remotePort().isPresent(), "a block of everything");
            FuzzTarget.require(order.reason().length() <= 200, "a long reason");
            FuzzTarget.require(order.toString().lines().count() <= 1, "an order of two lines");
            FuzzTarget.require(port >= 1 && port <= 65_535, "port " + port);
            return answers.block(order);
        }

        @Override
        public SnoozeObject snooze(SnoozeOrder order) {
            FuzzTarget.require(order.path().lines().count() <= 1, "a path of two lines");
            FuzzTarget.require(order.time().toDays() <= 7 && !order.time().isZero(), "a snooze of " + order.time());
            return answers.snooze(order);
        }

        @Override
        public List<SnoozeObject> snoozes() {
            return answers.snoozes();
        }

        @Override
        public void endSnooze(String snoozeId) {
            FuzzTarget.require(snoozeId.matches("[A-Za-z0-9]{1,32}"), snoozeId);
        }

        @Override
        public IncidentObject testAlert() {
            return answers.testAlert();
        }

        @Override
        public void unblockAll() {
            answers.unblockAll();
        }

        @Override
        public List<ApprovalObject> approvals() {
            return answers.approvals();
        }

        @Override
        public ApprovalObject approve(ApprovalOrder order) {
            FuzzTarget.require(order.path().lines().count() <= 1, "a path of two lines");
            return answers.approve(order);
        }

        @Override
        public void disapprove(String approvalId) {
            FuzzTarget.require(approvalId.matches("[A-Za-z0-9]{1,32}"), approvalId);
        }

        @Override
        public void unblock(String ruleId) throws RequestException {
            FuzzTarget.require(ruleId.matches("[A-Za-z0-9]{1,32}"), ruleId);
            answers.unblock(ruleId);
        }

        @Override
        public List<ActionObject> act(ProcessOrder order) {
            FuzzTarget.require(order.pid() > 0 && order.startToken().matches("[0-9]{1,20}"), order.toString());
            return List.of();
        }
    }
}
