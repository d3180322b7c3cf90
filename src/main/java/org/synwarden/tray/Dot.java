package org.synwarden.tray;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import javax.swing.Icon;
import javax.swing.UIManager;

/**
 * A filled circle in a colour of the current look; always beside a word that says the same.
 *
 * @param colourKey name of the colour in the look
 */
record Dot(String colourKey) implements Icon {
    static final Dot RED = new Dot("Actions.Red");
    static final Dot AMBER = new Dot("Actions.Yellow");
    static final Dot GREEN = new Dot("Actions.Green");
    static final Dot GREY = new Dot("Actions.Grey");

    private static final int SIZE = 10;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D copy = (Graphics2D) graphics.create();
        copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color colour = UIManager.getColor(colourKey);
        copy.setColor(colour == null ? component.getForeground() : colour);
        copy.fill(new Ellipse2D.Double(x, y, SIZE, SIZE));
        copy.dispose();
    }

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }
}
