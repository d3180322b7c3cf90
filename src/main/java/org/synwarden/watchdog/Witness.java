package org.synwarden.watchdog;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.synwarden.contract.ProcessObject;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.BlockScope;

/**
 * What this watchdog can see of a block's effect.
 *
 * @param processes who processes are
 * @param seesPackets whether packets are captured
 * @param seesDatagrams whether all UDP packets are
 * @param seesOwners whether sockets and their owners are seen
 */
record Witness(
        Function<ProcessKey, Optional<ProcessObject>> processes,
        BooleanSupplier seesPackets,
        BooleanSupplier seesDatagrams,
        BooleanSupplier seesOwners) {
    /**
     * Whether that process's traffic is to be stopped.
     *
     * @param stored the scope as the firewall has it
     * @param asked as it was asked for, where a user is perhaps named by the name that processes carry
     */
    Predicate<ProcessKey> culprit(BlockScope stored, BlockScope asked) {
        return key -> processes
                .apply(key)
                .filter(process -> isNamed(process.path(), stored.program()) && isNamed(process.user(), asked.user()))
                .isPresent();
    }

    private static boolean isNamed(Optional<String> actual, Optional<String> wanted) {
        return wanted.isEmpty() || actual.filter(wanted.get()::equalsIgnoreCase).isPresent();
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
