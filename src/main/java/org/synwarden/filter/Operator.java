package org.synwarden.filter;

/** How two sides are compared, and whether one pair of values is enough or all have to fit. */
enum Operator {
    ANY_EQUAL(false, false, true, false),
    ALL_EQUAL(true, false, true, false),
    ANY_NOT_EQUAL(false, true, false, true),
    ALL_NOT_EQUAL(true, true, false, true),
    GREATER(false, false, false, true),
    LESS(false, true, false, false),
    GREATER_OR_EQUAL(false, false, true, true),
    LESS_OR_EQUAL(false, true, true, false);

    private final boolean all;
    private final boolean less;
    private final boolean equal;
    private final boolean greater;

    Operator(boolean all, boolean less, boolean equal, boolean greater) {
        this.all = all;
        this.less = less;
        this.equal = equal;
        this.greater = greater;
    }

    /** Whether every pair has to fit. */
    boolean all() {
        return all;
    }

    /** Whether a pair in this order, as {@link Comparable} tells it, fits. */
    boolean fits(int order) {
        return order < 0 ? less : order > 0 ? greater : equal;
    }
}
