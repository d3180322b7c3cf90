package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.control.BlockOrder;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * Blocks a remote TCP port for every program.
 *
 * @param incident id of the incident that it answers
 * @param reason shown where the rule is listed
 */
record BlockPort(int port, Reach reach, Optional<String> incident, String reason) implements Deed {
    @Override
    public String question(Texts texts) {
        String effect = reach.isEverywhere() ? Deed.portEffect(texts, port) : texts.of("block.port.spared");
        return texts.of(
                reach.isEverywhere() ? "block.port.question.everywhere" : "block.port.question.internet",
                String.valueOf(port),
                effect);
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("block.port.consent", String.valueOf(port));
    }

    @Override
    public Optional<Alternative> alternative() {
        return Optional.of(reach.alternative(new BlockPort(port, reach.other(), incident, reason)));
    }

    @Override
    public String done(Texts texts) {
        return texts.of("block.port.done", String.valueOf(port));
    }

    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        BlockOrder order = BlockOrder.ofPort(port, reach.isEverywhere(), reason);
        return Optional.of(new Undo(requests.block(order.answering(incident))));
    }

    @Override
    public Optional<Elevation> elevation() {
        return Elevation.block(
                AdministratorTask.blockPort(port, reach, incident, reason), Optional.empty(), Optional.of(port), reach);
    }
}
