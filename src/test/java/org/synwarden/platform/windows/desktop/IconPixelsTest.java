package org.synwarden.platform.windows.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** The two ways in which an icon is transparent. */
class IconPixelsTest {
    private static final int SCREEN = 0xFFFFFF;
    private static final int ICON = 0x000000;

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void transparencyOfItsOwnIsKeptAndTheMaskLeftAlone() {
        BufferedImage image = IconPixels.image(2, 1, new int[] {0x80FF0000, 0x00123456}, new int[] {SCREEN, ICON});

        assertThat(pixels(image)).containsExactly(0x80FF0000, 0x00123456);
    }

    @Test
    void whereThereIsNoneTheMaskSaysWhatIsSeenThrough() {
        BufferedImage image =
                IconPixels.image(1, 3, new int[] {0x00FF0000, 0x0000FF00, 0x00FFFFFF}, new int[] {ICON, ICON, SCREEN});

        assertThat(pixels(image)).containsExactly(0xFFFF0000, 0xFF00FF00, 0);
    }
}
