package org.synwarden.tray;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.IncidentObject;

/** What an incident offers to be done, step by step. Pure. */
final class IncidentPrompts {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    private final Texts texts;
    private final Deeds deeds;
    private final Supplier<Optional<CallerObject>> caller;

    /**
     * Nothing offered yet.
     *
     * @param caller whom the service takes this user for, as it said last
     */
    IncidentPrompts(Texts texts, Deeds deeds, Supplier<Optional<CallerObject>> caller) {
        this.texts = texts;
        this.deeds = deeds;
        this.caller = caller;
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

    /** The same with all that there is room for in the window; what cannot be done says so when it is chosen. */
    Prompt everything(IncidentObject incident, boolean ignored) {
        return new Prompt(
                "",
                Prompt.Tone.OFFER,
                List.of(
                        choice("choice.kill", Answer.KILL, true),
                        choice("choice.suspend", Answer.SUSPEND, true),
                        choice("choice.block", Answer.BLOCK, true),
                        choice("choice.approve", Answer.APPROVE, true),
                        choice("choice.evidence", Answer.SAVE_EVIDENCE, true),
                        ignored
                                ? choice("choice.notice", Answer.NOTICE_AGAIN, true)
                                : choice("choice.ignore", Answer.IGNORE, true)));
    }

    /** After Block: the program, or the port for every program. */
    Prompt chooseBlock(IncidentObject incident) {
        List<Prompt.Choice> choices = new ArrayList<>();
        Optional<Known<Deed>> own = ownBlock(incident);
        own.flatMap(Known::value)
                .map(deed -> new Prompt.Choice(HourBlock.label(incident, texts), Answer.BLOCK_HOUR, true))
                .ifPresent(choices::add);
        Optional<Deed> program = deeds.blockProgram(incident);
        choices.add(new Prompt.Choice(
                labelled(program, texts.of("choice.block.program")), Answer.BLOCK_PROGRAM, program.isPresent()));
        Optional<Deed> port = deeds.blockPort(incident);
        if (port.isPresent()) {
            String number = String.valueOf(incident.ports().get(0));
            choices.add(
                    new Prompt.Choice(labelled(port, texts.of("choice.block.port", number)), Answer.BLOCK_PORT, true));
        }
        choices.add(choice("choice.cancel", Answer.CANCEL, true));
        String refusal = own.map(Known::refusal).orElse("");
        String what = texts.of("block.what");
        return new Prompt(
                refusal.isEmpty() ? what : texts.of("block.what.refused", what, refusal), Prompt.Tone.OFFER, choices);
    }

    /** What needs no administrator; empty where this user is one, or where it is not known. */
    Optional<Known<Deed>> ownBlock(IncidentObject incident) {
        return caller.get().filter(asking -> !asking.mayDoAll()).map(asking -> deeds.blockForAnHour(incident, asking));
    }

    /** Says of what an administrator has to do that it is so. */
    private String labelled(Optional<Deed> deed, String label) {
        boolean administrator = deed.filter(wanted -> AsAdministrator.isNeeded(wanted, caller.get()))
                .isPresent();
        return administrator ? texts.of("administrator.choice", label) : label;
    }

    /** After Ignore: this incident, its program for a while, or its program for good. */
    Prompt chooseIgnore(IncidentObject incident) {
        List<Prompt.Choice> choices = new ArrayList<>();
        choices.add(choice("choice.ignore.incident", Answer.IGNORE_INCIDENT, true));
        if (deeds.snooze(incident, HOUR).isPresent()) {
            choices.add(choice("choice.ignore.hour", Answer.SNOOZE_HOUR, true));
            choices.add(choice("choice.ignore.day", Answer.SNOOZE_DAY, true));
        }
        Optional<Deed> approve = deeds.approve(incident);
        if (approve.isPresent()) {
            choices.add(new Prompt.Choice(labelled(approve, texts.of("choice.ignore.always")), Answer.APPROVE, true));
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
