package org.synwarden.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.net.Address;

/**
 * Carries out what a caller may ask for, after checking what it says: a program and a reason go into the firewall and
 * into logs, so they are one line. Any thread.
 */
final class RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private static final String INCIDENT = "[A-Za-z0-9-]{1,20}";
    private static final String ID = "[A-Za-z0-9]{1,32}";

    private final Requests requests;
    private final Snapshots snapshots;
    private final UserSnoozes userSnoozes;
    private final Ledger ledger;
    private final Object userBlocks = new Object();

    RequestHandler(Requests requests, Snapshots snapshots, UserSnoozes userSnoozes, Ledger ledger) {
        this.requests = requests;
        this.userSnoozes = userSnoozes;
        this.snapshots = snapshots;
        this.ledger = ledger;
    }

    /** Answers with the objects that the caller asked for, as it may see them; none for what is merely done. */
    List<ContractObject> answer(Caller caller, RequestKind kind, MemberReader arguments)
            throws RequestException, ContractFormatException {
        try {
            List<? extends ContractObject> answer = carryOut(caller, kind, arguments);
            ledger.done(caller, kind, arguments, answer);
            return answer.stream()
                    .flatMap(object -> shown(caller, object).stream())
                    .toList();
        } catch (RequestException e) {
            ledger.refused(caller, kind, arguments, e.getMessage());
            throw e;
        } finally {
            if (kind == RequestKind.BLOCK || kind == RequestKind.UNBLOCK) {
                snapshots.rulesChanged();
            }
        }
    }

    /** The object as the caller may see it, and wants to hear it. */
    Optional<ContractObject> shown(Caller caller, ContractObject object) {
        return Authorisation.visible(caller, object).map(seen -> userSnoozes.asHeard(caller, seen));
    }

    private List<? extends ContractObject> carryOut(Caller caller, RequestKind kind, MemberReader arguments)
            throws RequestException, ContractFormatException {
        return switch (kind) {
            case STATUS -> List.of(requests.status().to(Standing.told(caller)));
            case SOCKETS -> snapshots.sockets();
            case PACKETS -> packets(arguments);
            case INCIDENTS -> incidents(arguments);
            case INCIDENT -> requests.incident(incident(arguments)).objects();
            case MEASURES -> requests.measures(arguments.instant("since"));
            case EVIDENCE -> evidence(caller, incident(arguments));
            case WHO -> List.of(requests.who(question(arguments)));
            case RULES -> snapshots.rules();
            case RATES -> snapshots.rates();
            case LOG -> requests.log();
            case BLOCK -> block(caller, arguments);
            case UNBLOCK -> unblock(caller, arguments);
            case APPROVALS -> requests.approvals();
            case APPROVE -> approve(caller, arguments);
            case DISAPPROVE -> disapprove(caller, arguments);
            case KILL -> act(caller, ProcessOrder.Action.KILL, arguments);
            case SUSPEND -> act(caller, ProcessOrder.Action.SUSPEND, arguments);
            case RESUME -> act(caller, ProcessOrder.Action.RESUME, arguments);
            case REPORT -> report(caller, arguments);
            case SNOOZE -> snooze(caller, arguments);
            case SNOOZES ->
                Stream.concat(requests.snoozes().stream(), userSnoozes.of(caller).stream())
                        .toList();
            case END_SNOOZE -> endSnooze(caller, arguments);
            case TEST_ALERT -> testAlert(caller);
            case SUBSCRIBE, UNSUBSCRIBE -> throw new IllegalArgumentException(kind + " belongs to the connection");
        };
    }

    private List<IncidentObject> incidents(MemberReader arguments) throws RequestException, ContractFormatException {
        Optional<Instant> since = arguments.optionalInstant("since");
        return since.isPresent() ? requests.incidents(since.get()) : snapshots.incidents();
    }

    private List<PacketObject> packets(MemberReader arguments) throws RequestException, ContractFormatException {
        Optional<Long> after = arguments.optionalNumber("after", 0, Long.MAX_VALUE / 2);
        return requests.packets(
                after.isPresent() ? OptionalLong.of(after.get()) : OptionalLong.empty(),
                arguments.integer("most", 1, Requests.MOST_PACKETS));
    }

    private static String incident(MemberReader arguments) throws RequestException, ContractFormatException {
        return matching("incident", arguments.text("incident"), INCIDENT, "1 to 20 letters, digits and hyphens");
    }

    private List<ContractObject> evidence(Caller caller, String incident) throws RequestException {
        if (!isAdministrator(caller)) {
            permit(Authorisation.refusalOfEvidence(
                    caller, requests.incident(incident).incident()));
        }
        return snapshots.evidence(incident).objects();
    }

    private static QuestionObject question(MemberReader arguments) throws RequestException, ContractFormatException {
        QuestionObject question = QuestionObject.read(arguments);
        address("localAddress", question.localAddress());
        address("remoteAddress", question.remoteAddress());
        matching("protocol", question.protocol().orElse("tcp"), "tcp|udp", "tcp or udp");
        if (question.to().isBefore(question.from())) {
            throw malformed("'to' is not before 'from'");
        }
        return question;
    }

    private static void address(String name, Optional<String> text) throws RequestException {
        try {
            text.ifPresent(Address::parse);
        } catch (IllegalArgumentException none) {
            throw malformed("'" + name + "' is an address such as 192.168.20.52");
        }
    }

    private List<ContractObject> block(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        BlockOrder order = BlockOrder.read(arguments);
        LOG.info("{} asks for a block: {}", caller, order);
        if (isAdministrator(caller)) {
            return List.of(requests.block(order));
        }
        // One after the other, so that nobody has more rules than are counted here.
        synchronized (userBlocks) {
            permit(UserBlocks.refusal(caller, order, requests.incidents(), requests.rules()));
            return List.of(requests.block(order.by(caller.id())));
        }
    }

    private static void permit(Optional<String> refusal) throws RequestException {
        if (refusal.isPresent()) {
            throw new RequestException(RequestException.Code.FORBIDDEN, refusal.get());
        }
    }

    private List<ContractObject> approve(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        ApprovalOrder order = ApprovalOrder.read(arguments);
        LOG.info("{} approves {}", caller, order);
        return List.of(requests.approve(order));
    }

    private List<ContractObject> disapprove(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        String id = matching("approval", arguments.text("approval"), ID, "1 to 32 letters and digits");
        LOG.info("{} takes back approval {}", caller, id);
        requests.disapprove(id);
        return List.of();
    }

    private List<ContractObject> unblock(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        boolean administrator = isAdministrator(caller);
        if (arguments.flag("all")) {
            permit(administrator ? Optional.empty() : UserBlocks.refusalToUndoAll());
            LOG.info("{} asks to remove all rules", caller);
            requests.unblockAll();
            return List.of();
        }
        String rule = matching("rule", arguments.text("rule"), ID, "1 to 32 letters and digits");
        LOG.info("{} asks to remove rule {}", caller, rule);
        if (!administrator) {
            permit(UserBlocks.refusalToUndo(caller, requests.rules(), rule));
        }
        requests.unblock(rule);
        return List.of();
    }

    private List<ContractObject> snooze(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        SnoozeOrder order = SnoozeOrder.read(arguments);
        LOG.info("{} snoozes {}", caller, order);
        return List.of(isAdministrator(caller) ? requests.snooze(order) : userSnoozes.add(caller, order));
    }

    private List<ContractObject> endSnooze(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        String id = matching("snooze", arguments.text("snooze"), ID, "1 to 32 letters and digits");
        LOG.info("{} ends snooze {}", caller, id);
        if (!userSnoozes.end(caller, id)) {
            permit(isAdministrator(caller) ? Optional.empty() : Authorisation.refusalToEndSnooze(id));
            requests.endSnooze(id);
        }
        return List.of();
    }

    private List<ContractObject> testAlert(Caller caller) throws RequestException {
        LOG.info("{} asks for a test alert", caller);
        return List.of(requests.testAlert());
    }

    private static boolean isAdministrator(Caller caller) {
        return Standing.of(caller) == Standing.ADMINISTRATOR;
    }

    private List<ActionObject> act(Caller caller, ProcessOrder.Action action, MemberReader arguments)
            throws RequestException, ContractFormatException {
        ProcessOrder order = ProcessOrder.read(action, arguments);
        LOG.info("{} asks to {}", caller, order);
        return requests.act(order);
    }

    private List<ActionObject> report(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        ProcessReport report = ProcessReport.read(arguments);
        if (!ledger.hasRoomFor(caller)) {
            throw new RequestException(
                    RequestException.Code.UNAVAILABLE,
                    "more than " + RecordLimits.A_MINUTE + " reports in a minute: this one is not recorded");
        }
        LOG.info("{} says to have done it itself: {}", caller, report.deed());
        return List.of(requests.report(isAdministrator(caller) ? report : report.by(caller.user())));
    }

    private static String bounded(String name, String text, int maxLength) throws RequestException {
        if (text.length() > maxLength) {
            throw malformed("'" + name + "' has at most " + maxLength + " characters");
        }
        return text;
    }

    /** The text, which is to be one line. */
    static String line(String name, String text, int maxLength) throws RequestException {
        if (text.chars().anyMatch(RequestHandler::breaksALine)) {
            throw malformed("'" + name + "' holds a control character");
        }
        return bounded(name, text, maxLength);
    }

    private static boolean breaksALine(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }

    private static String matching(String name, String text, String pattern, String meaning) throws RequestException {
        if (!text.matches(pattern)) {
            throw malformed("'" + name + "' is " + meaning);
        }
        return text;
    }

    private static RequestException malformed(String message) {
        return new RequestException(RequestException.Code.MALFORMED, message);
    }
}
