package org.synwarden.control;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.Evidence;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.RateObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SocketObject;

/**
 * The watchdog's lists for all clients. What is dear to collect, sockets, rules and rates, is collected at most every
 * 250 ms and shared, so that many clients, or one that floods, cost no more than one. Any thread.
 */
final class Snapshots {
    private static final long SHARED_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final double EVIDENCE_PER_SECOND = 0.5;

    private final Requests requests;
    private final Shared<SocketObject> sockets;
    private final Shared<RuleObject> rules;
    private final Shared<RateObject> rates;
    private final RateLimiter evidence;

    Snapshots(Requests requests, LongSupplier nanoClock) {
        this.requests = requests;
        this.sockets = new Shared<>(requests::sockets, nanoClock);
        this.rules = new Shared<>(requests::rules, nanoClock);
        this.rates = new Shared<>(requests::rates, nanoClock);
        this.evidence = new RateLimiter(EVIDENCE_PER_SECOND, 1, nanoClock);
    }

    List<SocketObject> sockets() throws RequestException {
        return sockets.get();
    }

    /** See {@link Requests#packets}; they are kept flat and cost little, so each asker gets its own. */
    List<PacketObject> packets(OptionalLong after, int most) throws RequestException {
        return requests.packets(after, most);
    }

    /** See {@link Requests#evidence}; it is dear, so nobody gets it often. */
    Evidence evidence(String incident) throws RequestException {
        synchronized (evidence) {
            if (!evidence.tryAcquire()) {
                throw new RequestException(
                        RequestException.Code.UNAVAILABLE,
                        "evidence was asked for a moment ago, perhaps by somebody else: ask again in two seconds");
            }
        }
        return requests.evidence(incident);
    }

    List<IncidentObject> incidents() throws RequestException {
        return requests.incidents();
    }

    List<RuleObject> rules() throws RequestException {
        return rules.get();
    }

    List<RateObject> rates() throws RequestException {
        return rates.get();
    }

    /** The next asker gets the rules as they are then. */
    void rulesChanged() {
        rules.forget();
    }

    /** The topic as it stands; packets have a {@link PacketFeed} instead. */
    List<? extends ContractObject> of(Topic topic) throws RequestException {
        return switch (topic) {
            case INCIDENTS -> incidents();
            case SOCKETS -> sockets();
            case RULES -> rules();
            case RATES -> rates();
            case PACKETS -> throw new IllegalArgumentException("packets are told as they come");
        };
    }

    private interface Question<T> {
        List<T> ask() throws RequestException;
    }

    private static final class Shared<T> {
        private final Question<T> question;
        private final LongSupplier nanoClock;
        private List<T> answer = List.of();
        private long answeredAt;
        private boolean known;

        Shared(Question<T> question, LongSupplier nanoClock) {
            this.question = question;
            this.nanoClock = nanoClock;
        }

        synchronized List<T> get() throws RequestException {
            if (!known || nanoClock.getAsLong() - answeredAt >= SHARED_NANOS) {
                answer = question.ask();
                answeredAt = nanoClock.getAsLong();
                known = true;
            }
            return answer;
        }

        synchronized void forget() {
            known = false;
        }
    }
}
