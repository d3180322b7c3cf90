package org.synwarden.control;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.MemberReader;

/**
 * Carries out what a caller may ask for, after checking what it says: a program and a reason go into the firewall and
 * into logs, so they are one line. Any thread.
 */
final class RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private static final int MAX_PATH = 32_767;

    private final Requests requests;
    private final Snapshots snapshots;

    RequestHandler(Requests requests, Snapshots snapshots) {
        this.requests = requests;
        this.snapshots = snapshots;
    }

    /** Answers with the objects that the caller asked for, as it may see them; none for what is merely done. */
    List<ContractObject> answer(Caller caller, RequestKind kind, MemberReader arguments)
            throws RequestException, ContractFormatException {
        try {
            return carryOut(caller, kind, arguments).stream()
                    .map(object -> Authorisation.visible(caller, object))
                    .toList();
        } finally {
            if (kind == RequestKind.BLOCK || kind == RequestKind.UNBLOCK) {
                snapshots.rulesChanged();
            }
        }
    }

    private List<? extends ContractObject> carryOut(Caller caller, RequestKind kind, MemberReader arguments)
            throws RequestException, ContractFormatException {
        return switch (kind) {
            case STATUS -> List.of(requests.status());
            case SOCKETS -> snapshots.sockets();
            case INCIDENTS -> snapshots.incidents();
            case RULES -> snapshots.rules();
            case BLOCK -> block(caller, arguments);
            case UNBLOCK -> unblock(caller, arguments);
            case KILL -> kill(caller, arguments);
            case SUBSCRIBE, UNSUBSCRIBE -> throw new IllegalArgumentException(kind + " belongs to the connection");
        };
    }

    private List<ContractObject> block(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        BlockOrder order = BlockOrder.read(arguments);
        LOG.info("{} asks for a block: {}", caller, order);
        return List.of(requests.block(order));
    }

    private List<ContractObject> unblock(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        if (arguments.flag("all")) {
            LOG.info("{} asks to remove all rules", caller);
            requests.unblockAll();
            return List.of();
        }
        String rule = matching("rule", arguments.text("rule"), "[A-Za-z0-9]{1,32}", "1 to 32 letters and digits");
        LOG.info("{} asks to remove rule {}", caller, rule);
        requests.unblock(rule);
        return List.of();
    }

    private List<ContractObject> kill(Caller caller, MemberReader arguments)
            throws RequestException, ContractFormatException {
        int pid = arguments.integer("pid", 1, Integer.MAX_VALUE);
        String startToken = matching("startToken", arguments.text("startToken"), "[0-9]{1,20}", "a decimal number");
        // A path may hold anything: a file name with a line break must not protect its process. It is not logged.
        String path = bounded("path", arguments.optionalText("path").orElse(""), MAX_PATH);
        LOG.info("{} asks to end process {} started {}", caller, pid, startToken);
        requests.kill(pid, startToken, path);
        return List.of();
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
