package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.Rows;
import org.synwarden.control.RowModel;

/**
 * The attempts per second that the user wants to see: those of the whole PC, or of the culprit of an incident. Used by one
 * thread; draws nothing.
 */
final class RatePresenter {
    /**
     * Whose attempts can be seen.
     *
     * @param process the culprit; the whole PC where there is none
     */
    record Whose(Optional<ProcessObject> process, String text) {
        boolean isOf(ProcessObject other) {
            return process.filter(other::isSameInstanceAs).isPresent();
        }
    }

    private final RowModel<RateObject> rates = new RowModel<>(RateObject.class);
    private final Texts texts;
    private final RateText text;
    private final ClientModel client;
    private final Whose all;
    private Whose chosen;

    /** Knows of nothing yet, and shows the whole PC. */
    RatePresenter(Texts texts, RateText text, ClientModel client) {
        this.texts = texts;
        this.text = text;
        this.client = client;
        this.all = new Whose(Optional.empty(), texts.of("rates.all"));
        this.chosen = all;
    }

    /** What the service says has changed. */
    void apply(Rows change) {
        rates.apply(change);
    }

    /** The whole PC, and each culprit that has tried something in the seconds that are shown. */
    List<Whose> choices() {
        Set<Instance> active = rates.rows().stream()
                .flatMap(second -> second.culprits().stream())
                .map(culprit -> new Instance(culprit.pid(), culprit.startToken()))
                .collect(Collectors.toSet());
        List<Whose> choices = new ArrayList<>(List.of(all));
        for (IncidentObject incident : client.incidents().all()) {
            incident.process()
                    .filter(process -> active.remove(new Instance(process.pid(), process.startToken())))
                    .ifPresent(process -> choices.add(new Whose(Optional.of(process), named(process))));
        }
        return choices;
    }

    private record Instance(int pid, String startToken) {}

    private String named(ProcessObject process) {
        return texts.of("program.named", ForeignText.nameOf(process), String.valueOf(process.pid()));
    }

    /** From now on those attempts are shown. */
    void choose(Whose whose) {
        chosen = whose;
    }

    /** Whose are shown; the whole PC's again when nothing of the culprit is left. */
    Whose chosen() {
        chosen = chosen.process()
                .flatMap(process ->
                        choices().stream().filter(one -> one.isOf(process)).findFirst())
                .orElse(all);
        return chosen;
    }

    /** Nothing while there is no service: what there was is no longer so. */
    RatePicture picture() {
        return client.link().isConnected() ? RatePicture.of(rates.rows(), chosen().process()) : RatePicture.EMPTY;
    }

    /** What is to be said of that picture. */
    String summary(RatePicture picture) {
        return client.link().isConnected() ? text.summary(picture) : texts.of("rates.absent");
    }
}
