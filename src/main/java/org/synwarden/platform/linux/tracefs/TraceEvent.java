package org.synwarden.platform.linux.tracefs;

import java.nio.file.Path;

/** The kernel's events that are listened to (all since Linux 4.16). */
enum TraceEvent {
    /** A TCP socket enters or leaves SYN_SENT; entering happens in the thread that connects. */
    STATE_SET("sock", "inet_sock_set_state", "protocol == 6 && (oldstate == 2 || newstate == 2)"),
    /** A segment is sent again by a socket in SYN_SENT. */
    SENT_AGAIN("tcp", "tcp_retransmit_skb", "state == 2"),
    /** An RST came, which tells a refusal from a time-out; the kernel writes no state here. */
    RESET_RECEIVED("tcp", "tcp_receive_reset", ""),
    /** A process becomes another program. */
    EXECUTED("sched", "sched_process_exec", ""),
    /** A thread is made, in the same process or as the first of a new one; happens in the thread that makes it. */
    THREAD_MADE("task", "task_newtask", "");

    private final String system;
    private final String event;
    private final String filter;

    TraceEvent(String system, String event, String filter) {
        this.system = system;
        this.event = event;
        this.filter = filter;
    }

    /** Its folder below that of a tracing instance. */
    Path in(Path instance) {
        return instance.resolve("events").resolve(system).resolve(event);
    }

    /** What the kernel shall leave out itself, in its own words; empty for nothing. */
    String filter() {
        return filter;
    }

    @Override
    public String toString() {
        return system + ":" + event;
    }
}
