package org.synwarden.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SnoozeObject;

/** Blocks, approvals and snoozes in the user's words. Pure; any thread. */
final class RuleText {
    private static final int NAME_LIMIT = 60;
    private static final int PATH_LIMIT = 160;
    private static final int WHY_LIMIT = 200;

    private final Texts texts;
    private final Moments moments;
    private final EffectText effects;

    RuleText(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
        this.effects = new EffectText(texts, moments);
    }

    /** A block. */
    RuleRow row(RuleObject rule) {
        String until = rule.untilRestart()
                ? texts.of("until.restart")
                : rule.expiresAt().map(moments::full).orElseGet(() -> texts.of("until.undone"));
        List<IncidentPage.Fact> facts = new ArrayList<>();
        rule.program().ifPresent(path -> facts.add(fact("fact.path", path)));
        rule.service().ifPresent(service -> facts.add(fact("fact.service", service)));
        rule.app().ifPresent(app -> facts.add(fact("fact.app", app)));
        rule.user().ifPresent(user -> facts.add(fact("fact.user", user)));
        facts.add(fact(
                "fact.destination",
                texts.of(rule.destination().equals("internet") ? "destination.internet" : "destination.everywhere")));
        facts.add(fact("fact.effect", effects.of(rule)));
        rule.incident().ifPresent(id -> facts.add(fact("fact.incident", id)));
        rule.madeBy().ifPresent(account -> facts.add(fact("fact.made-by", account)));
        facts.add(fact("fact.rule", rule.id()));
        return new RuleRow(
                "rule " + rule.id(),
                texts.of("kind.block"),
                scope(texts, rule),
                moments.full(rule.createdAt()),
                until,
                ForeignText.shorten(rule.reason(), WHY_LIMIT),
                effects.of(rule),
                EffectText.mark(rule),
                facts,
                new RuleRow.About(
                        rule, rule.program(), Optional.empty(), rule.protocol(), rule.remotePort(), rule.incident()),
                new Deed.Undo(rule));
    }

    /** An approval. */
    RuleRow row(ApprovalObject approval) {
        String name = ForeignText.shorten(Headline.fileName(approval.path()), NAME_LIMIT);
        List<IncidentPage.Fact> facts = new ArrayList<>();
        facts.add(fact("fact.path", approval.path()));
        facts.add(fact("fact.hash", approval.sha256()));
        approval.scriptPath().ifPresent(script -> facts.add(fact("fact.script", script)));
        approval.scriptSha256().ifPresent(hash -> facts.add(fact("fact.script.hash", hash)));
        return new RuleRow(
                "approval " + approval.id(),
                texts.of("kind.approval"),
                approval.scriptPath()
                        .map(script -> texts.of(
                                "scope.script", name, ForeignText.shorten(Headline.fileName(script), NAME_LIMIT)))
                        .orElse(name),
                moments.full(approval.approvedAt()),
                texts.of("until.undone"),
                texts.of(approval.mailServer() ? "why.mail-server" : "why.approved"),
                texts.of("effect.approved"),
                Dot.GREY,
                facts,
                new RuleRow.About(
                        approval,
                        Optional.of(approval.path()),
                        Optional.of(approval.sha256()),
                        "",
                        Optional.empty(),
                        Optional.empty()),
                new Disapprove(approval.id(), name));
    }

    /** A snooze. */
    RuleRow row(SnoozeObject snooze) {
        String name = ForeignText.shorten(Headline.fileName(snooze.path()), NAME_LIMIT);
        return new RuleRow(
                "snooze " + snooze.id(),
                texts.of("kind.snooze"),
                name,
                "",
                moments.full(snooze.until()),
                texts.of(snooze.everybody() ? "why.snoozed.everybody" : "why.snoozed.own"),
                texts.of("effect.snoozed"),
                Dot.GREY,
                List.of(fact("fact.path", snooze.path())),
                new RuleRow.About(
                        snooze, Optional.of(snooze.path()), Optional.empty(), "", Optional.empty(), Optional.empty()),
                new EndSnooze(snooze.id(), name));
    }

    private IncidentPage.Fact fact(String key, String value) {
        return new IncidentPage.Fact(texts.of(key), ForeignText.shorten(value, PATH_LIMIT));
    }

    /** Whose traffic a block stops: "dial.exe, TCP port 445". */
    static String scope(Texts texts, RuleObject rule) {
        String who = Stream.of(
                        rule.program().map(Headline::fileName),
                        rule.service().map(name -> texts.of("scope.service", name)),
                        rule.app().map(id -> texts.of("scope.app", id)),
                        rule.user().map(name -> texts.of("scope.user", name)))
                .flatMap(Optional::stream)
                .map(text -> ForeignText.shorten(text, NAME_LIMIT))
                .collect(Collectors.joining(texts.of("list.separator")));
        String known = who.isEmpty() ? texts.of("scope.every-program") : who;
        String protocol = rule.protocol().toUpperCase(Locale.ROOT);
        return rule.remotePort()
                .map(port -> texts.of("scope.port", known, protocol, String.valueOf(port)))
                .orElse(known);
    }
}
