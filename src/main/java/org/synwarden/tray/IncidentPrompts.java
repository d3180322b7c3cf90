package org.synwarden.tray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.synwarden.contract.IncidentObject;

/** What an incident offers to be done, step by step. Pure. */
final class IncidentPrompts {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    private final Texts texts;
    private final Deeds deeds;

    IncidentPrompts(Texts texts, Deeds deeds) {
        this.texts = texts;
        this.deeds = deeds;
    }

    /** The first step: block, end or ignore it. */
    Prompt summary(IncidentObject incident, boolean ignored) {
        boolean blockable = deeds.blockProgram(incident).isPresent()
                || deeds.blockPort(incident).isPresent();
        return new Prompt(
                "",
                Prompt.Tone.OFFER,
                List.of(
                        choice("choice.block", Answer.BLOCK, blockable),
                        choice("choice.kill", Answer.KILL, deeds.kill(incident).isPresent()),
                        ignored
                                ? choice("choice.notice", Answer.NOTICE_AGAIN, true)
                                : choice("choice.ignore", Answer.IGNORE, true)));
    }

    /** After Block: the program, or the port for every program. */
    Prompt chooseBlock(IncidentObject incident) {
        List<Prompt.Choice> choices = new ArrayList<>();
        boolean program = deeds.blockProgram(incident).isPresent();
        choices.add(choice("choice.block.program", Answer.BLOCK_PROGRAM, program));
        if (deeds.blockPort(incident).isPresent()) {
            String port = String.valueOf(incident.ports().get(0));
            choices.add(new Prompt.Choice(texts.of("choice.block.port", port), Answer.BLOCK_PORT, true));
        }
        choices.add(choice("choice.cancel", Answer.CANCEL, true));
        return new Prompt(texts.of("block.what"), Prompt.Tone.OFFER, choices);
    }

    /** After Ignore: this incident, its program for a while, or its program for good. */
    Prompt chooseIgnore(IncidentObject incident) {
        List<Prompt.Choice> choices = new ArrayList<>();
        choices.add(choice("choice.ignore.incident", Answer.IGNORE_INCIDENT, true));
        if (deeds.snooze(incident, HOUR).isPresent()) {
            choices.add(choice("choice.ignore.hour", Answer.SNOOZE_HOUR, true));
            choices.add(choice("choice.ignore.day", Answer.SNOOZE_DAY, true));
        }
        if (deeds.approve(incident).isPresent()) {
            choices.add(choice("choice.ignore.always", Answer.APPROVE, true));
        }
        choices.add(choice("choice.cancel", Answer.CANCEL, true));
        return new Prompt(texts.of("ignore.what"), Prompt.Tone.OFFER, choices);
    }

    /** After Ignore this incident: what that means. */
    Prompt confirmIgnore() {
        return new Prompt(
                texts.of("ignore.question"),
                Prompt.Tone.CONSENT,
                List.of(choice("ignore.consent", Answer.CONFIRM, true), choice("choice.cancel", Answer.CANCEL, true)));
    }

    private Prompt.Choice choice(String key, Answer answer, boolean enabled) {
        return new Prompt.Choice(texts.of(key), answer, enabled);
    }
}
