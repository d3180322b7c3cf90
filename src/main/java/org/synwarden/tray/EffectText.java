package org.synwarden.tray;

import java.time.Instant;
import java.util.Optional;
import org.synwarden.contract.RuleObject;

/** Whether a block acts, in the user's words: "Acts: no SYN since 15:04:10". Pure; any thread. */
final class EffectText {
    private static final int REASON_LIMIT = 200;

    private final Texts texts;
    private final Moments moments;

    EffectText(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** What is known of it, with the reason as the service tells it. */
    String of(RuleObject rule) {
        Optional<Instant> quietSince = rule.effectReason().flatMap(Moments::firstIn);
        if (rule.effect().equals("effective") && quietSince.isPresent()) {
            return texts.of("effect.effective.since", moments.full(quietSince.get()));
        }
        String known = texts.of(key(rule.effect()));
        return rule.effectReason()
                .map(reason ->
                        texts.of("effect.because", known, ForeignText.shorten(moments.inText(reason), REASON_LIMIT)))
                .orElse(known);
    }

    private static String key(String effect) {
        return switch (effect) {
            case "watching" -> "effect.watching";
            case "effective" -> "effect.effective";
            case "not-effective" -> "effect.not-effective";
            case "changed" -> "effect.changed";
            case "gone" -> "effect.gone";
            default -> "effect.unproved";
        };
    }

    /** How well that is. */
    static Dot mark(RuleObject rule) {
        return switch (rule.effect()) {
            case "effective" -> Dot.GREEN;
            case "not-effective" -> Dot.RED;
            case "changed", "gone" -> Dot.AMBER;
            default -> Dot.GREY;
        };
    }
}
