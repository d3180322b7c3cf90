package org.synwarden.tray;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import javax.swing.UIManager;

/** What stands for a program whose icon is not known: a window in the colour of the look, or room for one. */
enum ProgramSymbol implements Icon {
    ANY,
    NONE;

    /** Width and height of the icons in rows. */
    static final int SIZE = 16;

    private static final int LEFT = 2;
    private static final int TOP = 3;
    private static final int WIDTH = 11;
    private static final int HEIGHT = 9;
    private static final int TITLE = 2;
    private static final int ROUND = 3;

    @Override
    public void paintIcon(Component owner, Graphics graphics, int x, int y) {
        Color colour = UIManager.getColor("Label.disabledForeground");
        if (this == NONE || colour == null) {
            return;
        }
        Graphics2D fine = (Graphics2D) graphics.create();
        fine.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fine.translate(x + LEFT, y + TOP);
        fine.setColor(colour);
        fine.drawRoundRect(0, 0, WIDTH, HEIGHT, ROUND, ROUND);
        fine.fillRect(0, 0, WIDTH, TITLE + 1);
        fine.dispose();
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
