package org.synwarden.platform.windows.desktop;

import java.awt.image.BufferedImage;

/**
 * An icon's colours and mask as an image. An icon has a channel of transparency, or, where that is zero all over, a mask
 * whose white lets the screen through. Page "Icons" of the Windows documentation. Pure.
 */
final class IconPixels {
    private static final int OPAQUE = 0xFF00_0000;
    private static final int COLOUR = 0x00FF_FFFF;

    private IconPixels() {}

    /**
     * Makes the image.
     *
     * @param colours 0xAARRGGBB, line by line from the top
     * @param mask 0xRRGGBB of the mask, as many
     */
    static BufferedImage image(int width, int height, int[] colours, int[] mask) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        boolean transparency = false;
        for (int colour : colours) {
            transparency |= (colour & OPAQUE) != 0;
        }
        for (int index = 0; index < colours.length; index++) {
            int masked = (mask[index] & COLOUR) == 0 ? colours[index] | OPAQUE : 0;
            image.setRGB(index % width, index / width, transparency ? colours[index] : masked);
        }
        return image;
    }
}
