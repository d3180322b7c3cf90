package org.synwarden.watchdog;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.synwarden.respond.BlockRule;
import org.synwarden.respond.BlockScope;
import org.synwarden.respond.Firewall;
import org.synwarden.respond.ResponseException;

/** A firewall in memory, which can be told to refuse. */
final class StubFirewall implements Firewall {
    final List<BlockRule> rules = new CopyOnWriteArrayList<>();
    volatile boolean refuses;
    volatile boolean refusesConnects;
    volatile Optional<String> obstacle = Optional.empty();

    @Override
    public BlockScope known(BlockScope scope) {
        return scope;
    }

    @Override
    public BlockRule block(BlockRule rule) throws ResponseException {
        if (refuses) {
            throw new ResponseException("the firewall is not available; kill the program instead");
        }
        rules.add(rule);
        return rule;
    }

    @Override
    public void unblock(String id) {
        rules.removeIf(rule -> rule.id().equals(id));
    }

    @Override
    public int unblockAll() {
        int held = rules.size();
        rules.clear();
        return held;
    }

    @Override
    public List<BlockRule> rules() {
        return List.copyOf(rules);
    }

    @Override
    public Optional<String> obstacle() {
        return obstacle;
    }

    @Override
    public boolean refusesConnects() {
        return refusesConnects;
    }
}
