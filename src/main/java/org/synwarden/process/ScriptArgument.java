package org.synwarden.process;

/** What the arguments of a program say of the file that it runs. */
public sealed interface ScriptArgument {
    /**
     * It runs that file.
     *
     * @param path as it stands in the arguments: absolute, or relative to the folder it was started in
     */
    record File(String path) implements ScriptArgument {}

    /**
     * It is an interpreter or loader, and its arguments do not tell one file that stands for all it runs.
     *
     * @param reason why, to follow the program's name ("runs code that was given to it in its arguments")
     */
    record Unknown(String reason) implements ScriptArgument {}

    /** It runs itself only: it is no interpreter that is known. */
    record None() implements ScriptArgument {}
}
