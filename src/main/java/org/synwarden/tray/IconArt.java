package org.synwarden.tray;

import java.awt.AlphaComposite;
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
 * Draws the icon: a shield with an antenna that listens, and in its corner a badge whose shape, not only its colour,
 * tells the state. Drawn for each size on a grid of 16 units, so that it is crisp from 16 to 256 pixels. Any thread.
 */
final class IconArt {
    private static final int[] TRAY_SIZES = {16, 20, 24, 32, 40, 48, 64};
    private static final int[] WINDOW_SIZES = {16, 20, 24, 32, 48, 64, 128, 256};
    private static final double GRID = 16;
    private static final double BADGE = 11.4;
    private static final double BADGE_RADIUS = 4.3;

    private static final Color SHIELD = new Color(0x1A5FB4);
    private static final Color SHIELD_LIGHT = new Color(0x3584E4);
    private static final Color OFF = new Color(0x6B7280);
    private static final Color OFF_LIGHT = new Color(0x9CA3AF);
    private static final Color GREEN = new Color(0x1E9E4A);
    private static final Color YELLOW = new Color(0xF6C915);
    private static final Color AMBER = new Color(0xE66100);
    private static final Color RED = new Color(0xD11A2A);
    private static final Color INK = new Color(0x241F31);

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
            clearCorner(graphics);
            drawBadge(graphics, state);
        }
        graphics.dispose();
        return image;
    }

    private static void drawShield(Graphics2D graphics, boolean off) {
        Path2D shield = new Path2D.Double();
        shield.moveTo(8, 0.3);
        shield.curveTo(9.8, 1.6, 12, 2.3, 14.6, 2.3);
        shield.lineTo(14.6, 7.4);
        shield.curveTo(14.6, 11.4, 12, 14.2, 8, 15.8);
        shield.curveTo(4, 14.2, 1.4, 11.4, 1.4, 7.4);
        shield.lineTo(1.4, 2.3);
        shield.curveTo(4, 2.3, 6.2, 1.6, 8, 0.3);
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

    private static void clearCorner(Graphics2D graphics) {
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(circle(BADGE_RADIUS + 0.9));
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    private static Ellipse2D circle(double radius) {
        return new Ellipse2D.Double(BADGE - radius, BADGE - radius, 2 * radius, 2 * radius);
    }

    private static void drawBadge(Graphics2D graphics, TrayState state) {
        switch (state) {
            case WATCHING -> {
                fillCircle(graphics, GREEN);
                drawCheck(graphics);
            }
            case DEGRADED -> {
                fillTriangle(graphics);
                drawExclamation(graphics, INK, 0.8);
            }
            case AMBER -> {
                fillCircle(graphics, AMBER);
                drawExclamation(graphics, Color.WHITE, 0);
            }
            case RED -> {
                fillCircle(graphics, RED);
                drawCross(graphics);
            }
            case NOT_CONNECTED -> {
                fillCircle(graphics, INK);
                drawDash(graphics);
            }
        }
    }

    private static void fillCircle(Graphics2D graphics, Color colour) {
        graphics.setColor(colour);
        graphics.fill(circle(BADGE_RADIUS));
    }

    private static void fillTriangle(Graphics2D graphics) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(BADGE, BADGE - BADGE_RADIUS);
        triangle.lineTo(BADGE + 4.4, BADGE + 4.1);
        triangle.lineTo(BADGE - 4.4, BADGE + 4.1);
        triangle.closePath();
        graphics.setColor(YELLOW);
        graphics.fill(triangle);
    }

    private static void drawCheck(Graphics2D graphics) {
        Path2D check = new Path2D.Double();
        check.moveTo(BADGE - 2.1, BADGE + 0.1);
        check.lineTo(BADGE - 0.6, BADGE + 1.7);
        check.lineTo(BADGE + 2.1, BADGE - 1.6);
        stroke(graphics, check);
    }

    private static void drawCross(Graphics2D graphics) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(BADGE - 1.7, BADGE - 1.7);
        cross.lineTo(BADGE + 1.7, BADGE + 1.7);
        cross.moveTo(BADGE + 1.7, BADGE - 1.7);
        cross.lineTo(BADGE - 1.7, BADGE + 1.7);
        stroke(graphics, cross);
    }

    private static void drawDash(Graphics2D graphics) {
        Path2D dash = new Path2D.Double();
        dash.moveTo(BADGE - 2, BADGE);
        dash.lineTo(BADGE + 2, BADGE);
        stroke(graphics, dash);
    }

    private static void stroke(Graphics2D graphics, Path2D path) {
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(1.35f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    private static void drawExclamation(Graphics2D graphics, Color colour, double down) {
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(BADGE - 0.65, BADGE - 2.5 + down, 1.3, 3.1));
        graphics.fill(new Ellipse2D.Double(BADGE - 0.65, BADGE + 1.1 + down, 1.3, 1.3));
    }
}
