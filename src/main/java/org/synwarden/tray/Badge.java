package org.synwarden.tray;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * The badge in the lower right corner of the icon. Its shape, not only its colour, tells the state, and a gap sets it
 * off on light and dark task bars alike. Drawn on the icon's grid of 16 units.
 */
final class Badge {
    private static final double CENTRE = 11.4;
    private static final double RADIUS = 4.3;
    private static final double GAP = 0.9;

    private static final Color GREEN = new Color(0x1E9E4A);
    private static final Color YELLOW = new Color(0xF6C915);
    private static final Color AMBER = new Color(0xE66100);
    private static final Color RED = new Color(0xD11A2A);
    private static final Color GREY = new Color(0x57606F);
    private static final Color INK = new Color(0x241F31);

    private Badge() {}

    /** Draws the badge of that state over whatever is there. */
    static void draw(Graphics2D graphics, TrayState state) {
        clearCorner(graphics);
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
            case SUSPENDED -> {
                fillCircle(graphics, GREY);
                drawBars(graphics);
            }
            case NOT_CONNECTED -> {
                fillCircle(graphics, GREY);
                drawDash(graphics);
            }
        }
    }

    private static void clearCorner(Graphics2D graphics) {
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(circle(RADIUS + GAP));
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    private static Ellipse2D circle(double radius) {
        return new Ellipse2D.Double(CENTRE - radius, CENTRE - radius, 2 * radius, 2 * radius);
    }

    private static void fillCircle(Graphics2D graphics, Color colour) {
        graphics.setColor(colour);
        graphics.fill(circle(RADIUS));
    }

    private static void fillTriangle(Graphics2D graphics) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(CENTRE, CENTRE - RADIUS);
        triangle.lineTo(CENTRE + 4.4, CENTRE + 4.1);
        triangle.lineTo(CENTRE - 4.4, CENTRE + 4.1);
        triangle.closePath();
        graphics.setColor(YELLOW);
        graphics.fill(triangle);
    }

    private static void drawCheck(Graphics2D graphics) {
        Path2D check = new Path2D.Double();
        check.moveTo(CENTRE - 2.1, CENTRE + 0.1);
        check.lineTo(CENTRE - 0.6, CENTRE + 1.7);
        check.lineTo(CENTRE + 2.1, CENTRE - 1.6);
        stroke(graphics, check);
    }

    private static void drawCross(Graphics2D graphics) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(CENTRE - 1.7, CENTRE - 1.7);
        cross.lineTo(CENTRE + 1.7, CENTRE + 1.7);
        cross.moveTo(CENTRE + 1.7, CENTRE - 1.7);
        cross.lineTo(CENTRE - 1.7, CENTRE + 1.7);
        stroke(graphics, cross);
    }

    private static void drawDash(Graphics2D graphics) {
        Path2D dash = new Path2D.Double();
        dash.moveTo(CENTRE - 2, CENTRE);
        dash.lineTo(CENTRE + 2, CENTRE);
        stroke(graphics, dash);
    }

    private static void drawBars(Graphics2D graphics) {
        Path2D bars = new Path2D.Double();
        for (double x : new double[] {CENTRE - 1.3, CENTRE + 1.3}) {
            bars.moveTo(x, CENTRE - 1.6);
            bars.lineTo(x, CENTRE + 1.6);
        }
        stroke(graphics, bars);
    }

    private static void stroke(Graphics2D graphics, Path2D path) {
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(1.35f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    private static void drawExclamation(Graphics2D graphics, Color colour, double down) {
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(CENTRE - 0.65, CENTRE - 2.5 + down, 1.3, 3.1));
        graphics.fill(new Ellipse2D.Double(CENTRE - 0.65, CENTRE + 1.1 + down, 1.3, 1.3));
    }
}
