/**
 * What the Linux kernel itself says of connecting, from a private instance of its tracing file system
 * (Documentation/trace/ftrace.rst and events.rst of the kernel). Acquisition ({@code TraceSession}, {@code RawBuffers},
 * {@code ProcThreads}, …) is apart from parsing ({@code EventFormat}, {@code RingPage}, {@code EventDecoder}) and from
 * what follows from it ({@code Callers}, {@code ConnectTracker}).
 */
package org.synwarden.platform.linux.tracefs;
