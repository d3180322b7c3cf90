/**
 * Packets, from a file or from an interface, turned into observations. Readers yield {@link org.synwarden.capture.Frame
 * frames}, {@link org.synwarden.capture.FrameDecoder} yields what they say. Everything read here comes from strangers:
 * memory and time are bounded whatever the bytes are.
 */
package org.synwarden.capture;
