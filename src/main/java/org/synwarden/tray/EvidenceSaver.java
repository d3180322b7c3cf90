package org.synwarden.tray;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.synwarden.contract.CaseFile;
import org.synwarden.contract.StatusObject;
import org.synwarden.control.EvidenceGathering;
import org.synwarden.export.EvidenceZip;

/**
 * Saves the evidence of an incident: has the service collect it as it is when that is wanted, then asks the user where to,
 * then writes it there. Used by the presenters' thread, which it never makes wait.
 */
final class EvidenceSaver {
    private static final int LEFT_OUT_LIMIT = 300;

    /** Asks the user where to; tells the file once, if the user agrees. */
    @FunctionalInterface
    interface Chooser {
        /**
         * Asks.
         *
         * @param name what is saved, in a word that begins the name of a file
         */
        void choose(String name, SaveFormat format, Consumer<Path> chosen);
    }

    private final Texts texts;
    private final HistoryText story;
    private final Asker asker;
    private final Errands errands;
    private final Chooser chooser;

    EvidenceSaver(Texts texts, HistoryText story, Asker asker, Errands errands, Chooser chooser) {
        this.texts = texts;
        this.story = story;
        this.asker = asker;
        this.errands = errands;
        this.chooser = chooser;
    }

    /** Begins; how it goes is said in the conversation about the incident. */
    void save(IncidentPresenter about) {
        String id = about.id().id();
        Consumer<Optional<Outcome>> collected = about.await(texts.of("evidence.collecting"));
        asker.ask(
                service -> EvidenceGathering.gather(service.requests(), id),
                file -> {
                    collected.accept(Optional.empty());
                    chooser.choose("incident " + id, format(file), target -> write(about, file, target));
                },
                why -> collected.accept(Optional.of(Outcome.failed(why))));
    }

    private void write(IncidentPresenter about, CaseFile file, Path target) {
        Consumer<Optional<Outcome>> written = about.await(texts.of("evidence.writing"));
        errands.save(
                target,
                format(file).content().get(),
                outcome -> written.accept(Optional.of(outcome.done() ? saying(outcome, file) : outcome)));
    }

    private SaveFormat format(CaseFile file) {
        List<String> lines = story.of(file.dossier()).stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .toList();
        String version = file.status().map(StatusObject::version).orElse("");
        EvidenceZip zip = new EvidenceZip(file, lines, version);
        return new SaveFormat(texts.of("save.evidence"), "zip", () -> zip::write);
    }

    /** What was saved, and what is not in it. */
    private Outcome saying(Outcome outcome, CaseFile file) {
        String leftOut = file.without().stream().collect(Collectors.joining("; "));
        return leftOut.isEmpty()
                ? outcome
                : Outcome.done(
                        texts.of("evidence.without", outcome.message(), ForeignText.shorten(leftOut, LEFT_OUT_LIMIT)));
    }
}
