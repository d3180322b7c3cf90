package org.synwarden.service;

/**
 * What a file or folder is, as far as it matters whether its content can be believed. Administrators are those of Windows,
 * the system itself, root, and whoever runs this process.
 *
 * @param foreign whether it belongs to somebody who is no administrator
 * @param changeable whether others than administrators may write into it
 * @param open whether others may read it, or the folder above decides who may
 */
record FolderFacts(Kind kind, boolean foreign, boolean changeable, boolean open) {
    /** What stands under a name. */
    enum Kind {
        FOLDER,
        FILE,
        /** It leads elsewhere: a symbolic link, a junction, another reparse point. */
        LINK
    }

    /** What is to be done about a data folder. */
    enum Verdict {
        /** It is as it should be. */
        KEEP,
        /** Nobody else can have written into it, but its rights are too wide. */
        TIGHTEN,
        /** Somebody else can have planted it, or what lies in it. */
        SET_ASIDE
    }

    /** A link, of which nothing more matters. */
    static FolderFacts link() {
        return new FolderFacts(Kind.LINK, true, true, true);
    }

    /** Whether somebody else can have planted it. */
    boolean isPlanted() {
        return kind == Kind.LINK || foreign || changeable;
    }

    /** The decision about the data folder, the same on both systems. */
    Verdict verdict() {
        if (kind != Kind.FOLDER || isPlanted()) {
            return Verdict.SET_ASIDE;
        }
        return open ? Verdict.TIGHTEN : Verdict.KEEP;
    }
}
