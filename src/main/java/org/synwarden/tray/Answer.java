package org.synwarden.tray;

/** What the user can answer to a prompt. */
enum Answer {
    BLOCK,
    KILL,
    SUSPEND,
    SAVE_EVIDENCE,
    IGNORE,
    IGNORE_INCIDENT,
    SNOOZE_HOUR,
    SNOOZE_DAY,
    APPROVE,
    NOTICE_AGAIN,
    BLOCK_HOUR,
    BLOCK_PROGRAM,
    BLOCK_PORT,
    CONFIRM,
    ALTERNATIVE,
    CANCEL,
    UNDO,
    INSTEAD,
    CLOSE
}
