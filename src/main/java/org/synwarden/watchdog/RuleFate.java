package org.synwarden.watchdog;

/** What became of one of our rules without anybody asking SynWarden for it. */
enum RuleFate {
    /** It was removed when its time was over. */
    OVER("unblock", "SynWarden", "its time was over"),
    /** Somebody removed it from the firewall, or made it one that is not ours. */
    GONE("unblock", RuleFate.OTHERS, "it is not in the firewall any more, or was made another"),
    /** Somebody changed it in the firewall. */
    CHANGED("change", RuleFate.OTHERS, "it was changed in the firewall"),
    /** It had been removed or changed, and stands again as it was made. */
    BACK("block", RuleFate.OTHERS, "it stands in the firewall again as it was made");

    private static final String OTHERS = "somebody outside of SynWarden";

    private final String verb;
    private final String doer;
    private final String result;

    RuleFate(String verb, String doer, String result) {
        this.verb = verb;
        this.doer = doer;
        this.result = result;
    }

    /** As the history names it. */
    String verb() {
        return verb;
    }

    /** Who did it, as far as that is known. */
    String doer() {
        return doer;
    }

    /** What happened, as a part of a sentence. */
    String result() {
        return result;
    }
}
