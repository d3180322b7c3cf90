package org.synwarden.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.synwarden.contract.ContractObject;

/** The questions that wait for an answer, by id; answers to others are passed over. Any thread may ask, one hears. */
final class PendingAnswers {
    private record Pending(List<ContractObject> parts, CompletableFuture<List<ContractObject>> whole) {}

    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

    /** Waits for the answer of that id from now on. */
    CompletableFuture<List<ContractObject>> expect(long id) {
        Pending question = new Pending(new ArrayList<>(), new CompletableFuture<>());
        pending.put(id, question);
        return question.whole();
    }

    /** No longer. */
    void forget(long id) {
        pending.remove(id);
    }

    /** A part of an answer has come; more parts follow when {@code more}. */
    void part(long id, boolean more, List<ContractObject> objects) {
        Optional.ofNullable(pending.get(id)).ifPresent(question -> {
            question.parts().addAll(objects);
            if (!more) {
                question.whole().complete(List.copyOf(question.parts()));
            }
        });
    }

    /** A question was refused. */
    void fail(long id, RequestException why) {
        Optional.ofNullable(pending.get(id))
                .ifPresent(question -> question.whole().completeExceptionally(why));
    }

    /** No answer will come any more. */
    void failAll(RequestException why) {
        pending.values().forEach(question -> question.whole().completeExceptionally(why));
    }
}
