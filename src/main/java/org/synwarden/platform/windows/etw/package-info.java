/**
 * What the Windows kernel itself says of connecting, from a real-time session of Event Tracing for Windows on the provider
 * Microsoft-Windows-TCPIP. Acquisition ({@code TraceSession}, {@code RealTimeTrace}, {@code TraceRecord}) is apart from
 * parsing ({@code TcpipEvents}) and from what follows from it ({@code TcbConnects}, {@code Callers}).
 */
package org.synwarden.platform.windows.etw;
