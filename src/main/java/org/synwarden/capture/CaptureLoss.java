package org.synwarden.capture;

/**
 * How much of what passed an interface was lost before it was looked at, since the capture began.
 *
 * @param received packets that passed the filter
 * @param dropped packets lost for lack of room, in the kernel or the network card
 */
public record CaptureLoss(long received, long dropped) {}
