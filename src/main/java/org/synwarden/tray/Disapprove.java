package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * Takes an approval back.
 *
 * @param name of the program
 */
record Disapprove(String approvalId, String name) implements Deed {
    @Override
    public String question(Texts texts) {
        return texts.of("disapprove.question", name);
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("disapprove.consent");
    }

    @Override
    public String done(Texts texts) {
        return texts.of("disapprove.done", name);
    }

    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        requests.disapprove(approvalId);
        return Optional.empty();
    }

    @Override
    public Optional<Elevation> elevation() {
        return AdministratorTask.disapprove(approvalId)
                .map(task -> new Elevation(
                        task,
                        requests -> Elevation.Seen.when(requests.approvals().stream()
                                .noneMatch(approval -> approval.id().equals(approvalId)))));
    }
}
