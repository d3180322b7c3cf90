package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconArtTest {
    private static Set<Integer> pixels(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    @ParameterizedTest
    @EnumSource(TrayState.class)
    void everyStateHasAnImageForEverySizeOfNotificationArea(TrayState state) {
        BaseMultiResolutionImage icon = (BaseMultiResolutionImage) IconArt.tray(state);

        assertThat(icon.getResolutionVariants())
                .extracting(image -> image.getWidth(null))
                .containsExactly(16, 20, 24, 32, 40, 48, 64);
        assertThat(icon.getWidth(null)).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void noTwoStatesLookAlike(int size) {
        Set<List<Integer>> seen = new HashSet<>();
        for (TrayState state : TrayState.values()) {
            BufferedImage image = IconArt.draw(size, state, true);
            int[] all = image.getRGB(0, 0, size, size, null, 0, size);
            seen.add(java.util.Arrays.stream(all).boxed().toList());
        }

        assertThat(seen).hasSize(TrayState.values().length);
    }

    @Test
    void theCornersAreTransparentSoThatTheIconSitsOnAnyTaskBar() {
        BufferedImage image = IconArt.draw(32, TrayState.RED, true);

        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(image.getRGB(0, 31) >>> 24).isZero();
        assertThat(pixels(image)).hasSizeGreaterThan(3);
    }
}
