package org.synwarden.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.MemberWriter;

/**
 * What is to be done to which process.
 *
 * @param startToken as the contract writes it, decimal text
 * @param path the image path the asker saw, empty when none was known
 * @param tree whether the processes that descend from it are meant too
 */
public record ProcessOrder(Action action, int pid, String startToken, String path, boolean tree) {
    private static final int MAX_PATH = 32_767;

    /** What can be done to a process. */
    public enum Action {
        /** End it. */
        KILL(RequestKind.KILL),
        /** Stop it until it is resumed. */
        SUSPEND(RequestKind.SUSPEND),
        /** Let it go on. */
        RESUME(RequestKind.RESUME);

        private final RequestKind request;

        Action(RequestKind request) {
            this.request = request;
        }

        /** How the protocol and the contract write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Action> of(String word) {
            return Arrays.stream(values())
                    .filter(action -> action.word().equals(word))
                    .findFirst();
        }
    }

    RequestKind request() {
        return action.request;
    }

    void write(MemberWriter out) {
        out.number("pid", pid);
        out.text("startToken", startToken);
        out.text("path", path);
        if (tree) {
            out.flag("tree", true);
        }
    }

    /** What a client asks for. A path may hold anything: a file name with a line break must not protect its process. */
    static ProcessOrder read(Action action, MemberReader in) throws RequestException, ContractFormatException {
        String startToken = in.text("startToken");
        if (!startToken.matches("[0-9]{1,20}")) {
            throw malformed("'startToken' is a decimal number");
        }
        String path = in.optionalText("path").orElse("");
        if (path.length() > MAX_PATH) {
            throw malformed("'path' has at most " + MAX_PATH + " characters");
        }
        return new ProcessOrder(action, in.integer("pid", 1, Integer.MAX_VALUE), startToken, path, in.flag("tree"));
    }

    private static RequestException malformed(String message) {
        return new RequestException(RequestException.Code.MALFORMED, message);
    }

    /** Without the path, which may hold a line break: fit for a log. */
    @Override
    public String toString() {
        return action.word() + " process " + pid + " started " + startToken
                + (tree ? " and what descends from it" : "");
    }
}
