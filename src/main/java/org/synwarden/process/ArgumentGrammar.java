package org.synwarden.process;

import java.util.List;

/** How one family of interpreters reads its arguments. Pure. */
interface ArgumentGrammar {
    ScriptArgument.Unknown INLINE = new ScriptArgument.Unknown("runs code that was given to it in its arguments");
    ScriptArgument.Unknown INPUT = new ScriptArgument.Unknown("reads what it runs from its input");
    ScriptArgument.Unknown UNTOLD = new ScriptArgument.Unknown("does not tell in its arguments which file it runs");

    /**
     * What it runs.
     *
     * @param arguments without the program's own name
     */
    ScriptArgument script(List<String> arguments);

    /** An option that may make it run other code beside its script. */
    static ScriptArgument.Unknown option(String option) {
        return new ScriptArgument.Unknown("has the argument " + option + ", with which it may run other code, too");
    }
}
