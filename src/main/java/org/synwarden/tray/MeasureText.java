package org.synwarden.tray;

import static org.synwarden.control.Deed.OWN_RIGHTS;

import java.util.List;
import org.synwarden.contract.MeasureObject;

/** What was done about an incident, or refused, in the user's words. Pure; any thread. */
final class MeasureText {
    private static final int TARGET_LIMIT = 160;
    private static final int RESULT_LIMIT = 240;

    private final Texts texts;
    private final Moments moments;

    MeasureText(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** A line each, in the order in which it was done; or that nothing was. */
    List<IncidentPage.Fact> of(List<MeasureObject> measures) {
        return measures.isEmpty()
                ? List.of(fact(texts.of("measure.none")))
                : measures.stream().map(this::line).map(this::fact).toList();
    }

    private IncidentPage.Fact fact(String value) {
        return new IncidentPage.Fact(texts.of("fact.done"), value);
    }

    private String line(MeasureObject measure) {
        String what = what(measure);
        String known = measure.askedBy()
                .map(who -> texts.of("measure.by", what, ForeignText.shorten(who, ForeignText.NAME_LIMIT)))
                .orElse(what);
        String said = result(measure);
        String whole = said.isEmpty() ? known : texts.of("measure.result", known, said);
        return texts.of("measure.line", moments.full(measure.at()), whole);
    }

    private String result(MeasureObject measure) {
        return measure.result().equals(OWN_RIGHTS)
                ? texts.of("measure.own-rights")
                : ForeignText.shorten(moments.inText(measure.result()), RESULT_LIMIT);
    }

    /** What was done or refused, to whom or what. */
    String what(MeasureObject measure) {
        return texts.of(key(measure), target(measure));
    }

    /** To whom or what it was done. */
    String target(MeasureObject measure) {
        return measure.pid()
                .map(pid -> texts.of(
                        "program.named",
                        ForeignText.shorten(Headline.fileName(measure.target()), ForeignText.NAME_LIMIT),
                        String.valueOf(pid)))
                .orElseGet(() -> ForeignText.shorten(measure.target(), TARGET_LIMIT));
    }

    private static String key(MeasureObject measure) {
        boolean done = measure.done();
        return switch (measure.verb()) {
            case "kill" -> done ? "measure.kill" : "measure.kill.refused";
            case "suspend" -> done ? "measure.suspend" : "measure.suspend.refused";
            case "resume" -> done ? "measure.resume" : "measure.resume.refused";
            case "block" -> done ? "measure.block" : "measure.block.refused";
            case "unblock" -> done ? "measure.unblock" : "measure.unblock.refused";
            case "approve" -> done ? "measure.approve" : "measure.approve.refused";
            case "disapprove" -> done ? "measure.disapprove" : "measure.disapprove.refused";
            case "snooze" -> done ? "measure.snooze" : "measure.snooze.refused";
            case "end-snooze" -> done ? "measure.end-snooze" : "measure.end-snooze.refused";
            case "change" -> done ? "measure.change" : "measure.change.refused";
            case "stop-following" -> "measure.left";
            default -> done ? "measure.other" : "measure.other.refused";
        };
    }
}
