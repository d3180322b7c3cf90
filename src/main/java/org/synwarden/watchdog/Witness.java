package org.synwarden.watchdog;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.synwarden.contract.ProcessObject;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockScope;
import org.synwarden.sockets.SocketRow;

/**
 * What this watchdog can see of a block's effect.
 *
 * @param processes who processes are
 * @param seesPackets whether packets are captured
 * @param seesDatagrams whether all UDP packets are
 * @param seesOwners whether sockets and their owners are seen
 * @param rows the socket table at the last look
 */
record Witness(
        Function<ProcessKey, Optional<ProcessObject>> processes,
        BooleanSupplier seesPackets,
        BooleanSupplier seesDatagrams,
        BooleanSupplier seesOwners,
        Supplier<List<SocketRow>> rows) {
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]+|S-1-[0-9-]+");

    /**
     * Whether that process's traffic is to be stopped.
     *
     * @param stored the scope as the firewall has it
     * @param asked as it was asked for, where a user is perhaps named by the name that processes carry; whether it is meant
     *     by a number or security id is not known here
     */
    Function<ProcessKey, Culprit> culprit(BlockScope stored, BlockScope asked) {
        return key -> processes
                .apply(key)
                .map(process -> named(process.path(), stored.program())
                        .and(ofUser(process.user(), asked.user().or(stored::user))))
                .orElse(Culprit.UNKNOWN);
    }

    private static Culprit ofUser(Optional<String> actual, Optional<String> wanted) {
        Culprit named = named(actual, wanted);
        boolean byId =
                wanted.filter(account -> ACCOUNT_ID.matcher(account).matches()).isPresent();
        return named == Culprit.NO && byId ? Culprit.UNKNOWN : named;
    }

    private static Culprit named(Optional<String> actual, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return Culprit.YES;
        }
        return actual.map(name -> name.equalsIgnoreCase(wanted.get()) ? Culprit.YES : Culprit.NO)
                .orElse(Culprit.UNKNOWN);
    }

    /**
     * Whether what leaves is seen, and whose it is. Which service or app a process acts for is not known here, nor an
     * account by its number.
     *
     * @param connectsProve whether a connecting socket proves that something left
     */
    boolean sees(BlockScope stored, boolean connectsProve) {
        boolean leaving = stored.protocol().equals(Optional.of(Protocol.UDP))
                ? seesDatagrams.getAsBoolean()
                : seesPackets.getAsBoolean() || connectsProve && seesOwners.getAsBoolean();
        boolean nameable = stored.service().isEmpty() && stored.packageId().isEmpty();
        return leaving && (stored.isForEverybody() || nameable && seesOwners.getAsBoolean());
    }
}
