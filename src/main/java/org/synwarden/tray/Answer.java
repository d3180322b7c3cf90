package org.synwarden.tray;

/** What the user can answer to a prompt. */
enum Answer {
    BLOCK,
    KILL,
    IGNORE,
    NOTICE_AGAIN,
    BLOCK_PROGRAM,
    BLOCK_PORT,
    CONFIRM,
    CANCEL,
    UNDO,
    CLOSE
}
