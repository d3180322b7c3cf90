package org.synwarden.control;

import java.util.function.Predicate;
import org.synwarden.contract.ContractObject;

/** Reads the filters that subscribers give, at most {@value #LONGEST} characters. Any thread. */
@FunctionalInterface
public interface RowFilters {
    /** The longest filter of a subscription: every poll costs its length times that of the rows. */
    int LONGEST = 512;

    /**
     * Which rows of that topic pass. What is returned takes time linear in the filter's and the row's length, any thread.
     *
     * @throws RequestException when the text is no filter, or the topic's rows have nothing to filter by
     */
    Predicate<ContractObject> parse(Topic topic, String text) throws RequestException;
}
