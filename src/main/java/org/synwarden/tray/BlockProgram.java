package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * Blocks what one program sends.
 *
 * @param path full path of its image
 * @param incident id of the incident that it answers
 * @param reason shown where the rule is listed
 */
record BlockProgram(String name, String path, Reach reach, Optional<String> incident, String reason) implements Deed {
    @Override
    public String question(Texts texts) {
        return texts.of(
                reach.isEverywhere() ? "block.program.question.everywhere" : "block.program.question.internet",
                shortName(),
                ForeignText.shorten(path, PATH_LIMIT));
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("block.program.consent");
    }

    @Override
    public Optional<Alternative> alternative() {
        return Optional.of(reach.alternative(new BlockProgram(name, path, reach.other(), incident, reason)));
    }

    @Override
    public String done(Texts texts) {
        return texts.of("block.program.done", shortName());
    }

    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        BlockOrder order = BlockOrder.ofProgram(path, reach.isEverywhere(), reason);
        return Optional.of(new Undo(requests.block(order.answering(incident))));
    }

    @Override
    public Optional<Elevation> elevation() {
        return Elevation.block(
                AdministratorTask.blockProgram(path, reach, incident, reason),
                Optional.of(path),
                Optional.empty(),
                reach);
    }

    private String shortName() {
        return ForeignText.shorten(name, ForeignText.NAME_LIMIT);
    }
}
