package org.synwarden.watchdog;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.synwarden.observation.Degradation;
import org.synwarden.observation.Observation;

/** Something else that this host is watched by: kernel events, the state of the network. Used by one thread. */
public interface HostSource extends AutoCloseable {
    /** The evidence source's name in the contract; empty where it only helps the others. */
    Optional<String> name();

    /**
     * Begins to observe, if it can.
     *
     * @param clock the clock all sources share, nanoseconds since the epoch
     * @param inbox takes observations from any thread, without waiting
     */
    void start(LongSupplier clock, Consumer<Observation> inbox);

    /** Called every two seconds. */
    void look();

    /** Called every second: whether it shall tell, if it can, who asks the kernel for files of other hosts. */
    default void followShares(boolean wanted) {}

    /** Why it yields nothing, or not all; empty when it is whole. Any thread. */
    Optional<Degradation> missing();

    @Override
    void close();
}
