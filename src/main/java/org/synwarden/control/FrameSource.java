package org.synwarden.control;

import java.util.Iterator;

/** What makes frames when its turn to be written has come. */
interface FrameSource {
    /** The frames, each made when it is asked for. Called and used by the connection's writing thread. */
    Iterator<byte[]> frames();
}
