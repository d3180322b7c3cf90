package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;

/** What is shown of an incident: in brief where there is little room, else whole. Used by the presenters' thread. */
final class IncidentPages {
    private static final int VALUE_LIMIT = 600;

    private final Texts texts;
    private final IncidentText text;
    private final Moments moments;
    private final Facts facts;
    private final MeasureText measures;
    private final EffectText effects;
    private final Rules rules;
    private final Dossiers dossiers;

    IncidentPages(Wording words, Rules rules, Dossiers dossiers) {
        this.texts = words.texts();
        this.text = words.incidents();
        this.moments = words.moments();
        this.facts = new Facts(texts, text);
        this.measures = new MeasureText(texts, moments);
        this.effects = new EffectText(texts, moments);
        this.rules = rules;
        this.dossiers = dossiers;
    }

    /** Somebody looks at the whole page of that incident. */
    void look(IncidentObject incident) {
        dossiers.look(incident);
    }

    /** Something was done about that incident. */
    void done(IncidentId id) {
        dossiers.done(id);
    }

    /** The most important of it. */
    IncidentPage brief(IncidentObject incident, Prompt prompt) {
        List<IncidentPage.Fact> lines = new ArrayList<>();
        lines.add(fact("fact.program", text.program(incident)));
        text.path(incident).ifPresent(path -> lines.add(fact("fact.path", path)));
        text.user(incident).ifPresent(user -> lines.add(fact("fact.user", user)));
        text.requesters(incident).ifPresent(who -> lines.add(fact("fact.requesters", who)));
        lines.add(fact("fact.where", text.where(incident)));
        lines.add(fact("fact.since", text.since(incident)));
        return page(incident, lines, List.of(), Optional.empty(), prompt);
    }

    /** All of it. */
    IncidentPage whole(IncidentObject incident, Prompt prompt) {
        Dossiers.Told told = dossiers.of(IncidentId.of(incident));
        List<IncidentPage.Fact> lines = new ArrayList<>(who(incident));
        text.requesters(incident).ifPresent(asking -> lines.add(fact("fact.requesters", asking)));
        lines.add(fact("fact.where", text.ports(incident)));
        text.addresses(incident).ifPresent(addresses -> lines.add(fact("fact.addresses", addresses)));
        lines.add(fact("fact.since", text.since(incident)));
        lines.add(fact("fact.why", ForeignText.shorten(moments.inText(incident.explanation()), VALUE_LIMIT)));
        if (told.answered()) {
            lines.addAll(measures.of(told.measures()));
        }
        return page(incident, lines, standing(incident, told.measures()), told.trouble(), prompt);
    }

    private IncidentPage page(
            IncidentObject incident,
            List<IncidentPage.Fact> lines,
            List<IncidentPage.Standing> standing,
            Optional<String> trouble,
            Prompt prompt) {
        return new IncidentPage(
                Incidents.isRed(incident),
                text.headline(incident),
                text.back(incident),
                texts.of("counts", text.howMany(incident), text.growth(incident)),
                lines,
                standing,
                trouble,
                prompt);
    }

    /** Of many short-lived processes only their program is known, and who started them. */
    private List<IncidentPage.Fact> who(IncidentObject incident) {
        List<IncidentPage.Fact> lines = new ArrayList<>();
        lines.add(fact("fact.program", text.program(incident)));
        if (incident.image().isPresent()) {
            lines.add(fact("fact.path", ForeignText.shorten(incident.image().get(), VALUE_LIMIT)));
        } else {
            incident.process().map(facts::origin).stream()
                    .flatMap(List::stream)
                    .map(one -> new IncidentPage.Fact(one.label(), ForeignText.shorten(one.value(), VALUE_LIMIT)))
                    .forEach(lines::add);
        }
        return lines;
    }

    private List<IncidentPage.Standing> standing(IncidentObject incident, List<MeasureObject> done) {
        List<IncidentPage.Standing> all = new ArrayList<>();
        rules.concerning(incident).stream().map(this::standing).forEach(all::add);
        incident.process()
                .filter(process -> isSuspended(process, done))
                .map(process -> new IncidentPage.Standing(
                        Dot.AMBER,
                        texts.of("standing.suspended", ForeignText.nameOf(process), String.valueOf(process.pid())),
                        texts.of("choice.resume"),
                        new Resume(process)))
                .ifPresent(all::add);
        return all;
    }

    private IncidentPage.Standing standing(RuleObject rule) {
        return new IncidentPage.Standing(
                EffectText.mark(rule),
                texts.of("standing.block", RuleText.scope(texts, rule), effects.of(rule)),
                texts.of("choice.undo.ask"),
                new Deed.Undo(rule));
    }

    private static boolean isSuspended(ProcessObject process, List<MeasureObject> done) {
        String last = done.stream()
                .filter(MeasureObject::done)
                .filter(measure ->
                        measure.pid().filter(pid -> pid == process.pid()).isPresent())
                .map(MeasureObject::verb)
                .filter(verb -> verb.equals("suspend") || verb.equals("resume") || verb.equals("kill"))
                .collect(Collectors.reducing("", (earlier, later) -> later));
        return last.equals("suspend");
    }

    private IncidentPage.Fact fact(String key, String value) {
        return new IncidentPage.Fact(texts.of(key), value);
    }
}
