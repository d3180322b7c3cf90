package org.synwarden.tray;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws the icon: a shield with an antenna that listens, and in its corner the {@link Badge} of the state. Drawn for each size on a grid of 16 units, so that it is crisp from 16 to 256 pixels. Any thread.
 */
final class IconArt {
    private static final int[] TRAY_SIZES = {16, 20, 24, 32, 40, 48, 64};
    private static final int[] MARK_SIZES = {32, 48, 64, 96};
    private static final int[] WINDOW_SIZES = {16, 20, 24, 32, 48, 64, 128, 256};
    private static final double GRID = 16;

    private static final Color SHIELD = new Color(0x1A5FB4);
    private static final Color SHIELD_LIGHT = new Color(0x3584E4);
    private static final Color OFF = new Color(0x6B7280);
    private static final Color OFF_LIGHT = new Color(0x9CA3AF);

    private IconArt() {}

    /** The icon of that state, in all sizes that notification areas use. */
    static Image tray(TrayState state) {
        Image[] images = IntStream.of(TRAY_SIZES)
                .mapToObj(size -> draw(size, state, true))
                .toArray(Image[]::new);
        return new BaseMultiResolutionImage(0, images);
    }

    /** The icon without a badge, for windows. */
    static List<Image> window() {
        return IntStream.of(WINDOW_SIZES)
                .<Image>mapToObj(size -> draw(size, TrayState.WATCHING, false))
                .toList();
    }

    /** The mark of the product, 32 wide, sharper where the screen has more pixels for it. */
    static Image mark() {
        return new BaseMultiResolutionImage(
                0,
                IntStream.of(MARK_SIZES)
                        .mapToObj(size -> draw(size, TrayState.WATCHING, false))
                        .toArray(Image[]::new));
    }

    /** One size of one state. */
    static BufferedImage draw(int size, TrayState state, boolean badge) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / GRID, size / GRID);
        drawShield(graphics, state == TrayState.NOT_CONNECTED);
        drawAntenna(graphics, size);
        if (badge) {
            Badge.draw(graphics, state);
        }
        graphics.dispose();
        return image;
    }

    private static void drawShield(Graphics2D graphics, boolean off) {
        Path2D shield = new Path2D.Double();
        shield.moveTo(8, 0);
        shield.curveTo(10, 1.4, 12.4, 2, 15, 2);
        shield.lineTo(15, 7.4);
        shield.curveTo(15, 11.4, 12.2, 14.4, 8, 16);
        shield.curveTo(3.8, 14.4, 1, 11.4, 1, 7.4);
        shield.lineTo(1, 2);
        shield.curveTo(3.6, 2, 6, 1.4, 8, 0);
        shield.closePath();
        graphics.setColor(off ? OFF : SHIELD);
        graphics.fill(shield);
        graphics.clip(new Ellipse2D.Double(-6, -12, 28, 20));
        graphics.setColor(off ? OFF_LIGHT : SHIELD_LIGHT);
        graphics.fill(shield);
        graphics.setClip(null);
    }

    private static void drawAntenna(Graphics2D graphics, int size) {
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(6.5, 8, 3, 3));
        graphics.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(arc(3.6));
        if (size >= 24) {
            graphics.draw(arc(6.2));
        }
    }

    private static Arc2D arc(double radius) {
        return new Arc2D.Double(8 - radius, 9.5 - radius, 2 * radius, 2 * radius, 40, 100, Arc2D.OPEN);
    }
}
