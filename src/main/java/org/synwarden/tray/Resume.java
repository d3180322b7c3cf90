package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/** Lets one process instance go on that was suspended. */
record Resume(ProcessObject process) implements Deed {
    @Override
    public String question(Texts texts) {
        return texts.of("resume.question", Deed.instance(texts, process));
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("resume.consent");
    }

    @Override
    public String done(Texts texts) {
        return texts.of("resume.done", ForeignText.nameOf(process), String.valueOf(process.pid()));
    }

    @Override
    public boolean takesBack() {
        return true;
    }

    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        requests.act(Suspend.order(ProcessOrder.Action.RESUME, process));
        return Optional.empty();
    }

    @Override
    public boolean isOpenTo(CallerObject caller) {
        return Deed.isOf(caller, process);
    }

    @Override
    public Optional<Elevation> elevation() {
        return AdministratorTask.resume(process).map(Elevation::new);
    }
}
