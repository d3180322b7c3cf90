package org.synwarden.control;

/**
 * Who is at the other end of a connection, as the operating system says, never as the other end says.
 *
 * @param user the account's name or security id
 * @param administrator whether it may do everything: root on Linux, an elevated administrator or SYSTEM on Windows
 * @param pid the process at the other end; 0 when the system does not say
 */
public record Caller(String user, boolean administrator, int pid) {}
