package org.synwarden.process;

import java.util.List;

/**
 * A file from which a process runs code: its image, a library.
 *
 * @param path as the system names it
 * @param file its number in the file system, by which it is known again; empty where the system tells none
 */
public record ModuleFile(String path, String file) {
    /** How many of a process are told. */
    public static final int MOST = 512;

    /**
     * Those of a process, in the order in which they lie in its memory.
     *
     * @param files each once, at most {@value #MOST}
     * @param cut whether there are more
     */
    public record Listing(List<ModuleFile> files, boolean cut) {
        /** Copies the list. */
        public Listing {
            files = List.copyOf(files);
        }

        /** The first of them, each once. */
        public static Listing of(List<ModuleFile> all) {
            List<ModuleFile> once = all.stream().distinct().limit(MOST + 1L).toList();
            return new Listing(once.subList(0, Math.min(MOST, once.size())), once.size() > MOST);
        }
    }
}
