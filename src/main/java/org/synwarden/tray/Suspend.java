package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * Stops one process instance where it is, until {@link Resume}.
 *
 * @param certain whether it is known to be the culprit
 */
record Suspend(ProcessObject process, boolean certain) implements Deed {
    @Override
    public String question(Texts texts) {
        String question = texts.of("suspend.question", Deed.instance(texts, process));
        return certain ? question : texts.of("question.unsure", question, ForeignText.nameOf(process));
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("suspend.consent");
    }

    @Override
    public String done(Texts texts) {
        return texts.of("suspend.done", ForeignText.nameOf(process), String.valueOf(process.pid()));
    }

    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        requests.act(order(ProcessOrder.Action.SUSPEND, process));
        return Optional.of(new Resume(process));
    }

    @Override
    public boolean isOpenTo(CallerObject caller) {
        return Deed.isOf(caller, process);
    }

    @Override
    public Optional<Elevation> elevation() {
        return AdministratorTask.suspend(process)
                .map(task -> new Elevation(task, Optional.empty(), Optional.of(new Resume(process))));
    }

    static ProcessOrder order(ProcessOrder.Action action, ProcessObject process) {
        return new ProcessOrder(
                action, process.pid(), process.startToken(), process.path().orElse(""), false);
    }
}
