package org.synwarden.control;

import java.util.Optional;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.MemberReader;
import org.synwarden.contract.MemberWriter;

/**
 * What a client has done to a process with its user's own rights, told to the service afterwards, so that it can be
 * remembered. The service believes of it what it can see itself.
 *
 * @param deed what was done to which instance; never a tree, of which each process is told by itself
 * @param account whose process it must have been; empty for an administrator's report, which may be about anybody's. Said
 *     by the server and never by the client
 */
public record ProcessReport(ProcessOrder deed, Optional<String> account) {
    /** As a client tells it. */
    public static ProcessReport of(ProcessOrder deed) {
        return new ProcessReport(deed, Optional.empty());
    }

    ProcessReport by(String user) {
        return new ProcessReport(deed, Optional.of(user));
    }

    void write(MemberWriter out) {
        out.text("action", deed.action().word());
        deed.write(out);
    }

    static ProcessReport read(MemberReader in) throws RequestException, ContractFormatException {
        ProcessOrder.Action action = ProcessOrder.Action.of(in.text("action"))
                .orElseThrow(() ->
                        new RequestException(RequestException.Code.MALFORMED, "'action' is kill, suspend or resume"));
        ProcessOrder deed = ProcessOrder.read(action, in);
        if (deed.tree()) {
            throw new RequestException(RequestException.Code.MALFORMED, "of a tree each process is told by itself");
        }
        return of(deed);
    }
}
