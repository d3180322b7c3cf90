package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.synwarden.capture.CaptureFile;

/** What is done with each capture file; called by several threads at once, each with another file. */
interface CaptureTask {
    /**
     * Reads the file to its end and says what there is to say.
     *
     * @param path as the user named it
     * @return how many incidents were found
     * @throws IOException when nothing can be had from the file; the message is one line for the user
     */
    int run(Path path, CaptureFile file, OutputInOrder.Lane lane) throws IOException;
}
