package org.synwarden.lab;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.IllegalComponentStateException;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.RootPaneContainer;
import javax.swing.text.JTextComponent;

/**
 * Runs a program with windows in this virtual machine and writes down, ten times a second, what its windows show: a file
 * of {@link Seen} lines, replaced as a whole, with the milliseconds since 1970 in its first line. So whoever drives the client
 * from outside finds things by their words and not by their pixels. It touches nothing. Arguments: the file, the
 * program's main class, and the arguments of that.
 */
public final class Onlooker {
    private static final int LOOK_MILLIS = 100;

    private final Path file;
    private final List<Seen> seen = new ArrayList<>();

    private Onlooker(Path file) {
        this.file = file;
    }

    /** Ends when the program does. */
    public static void main(String... arguments) throws ReflectiveOperationException {
        Onlooker onlooker = new Onlooker(Path.of(arguments[0]));
        Thread looking = new Thread(onlooker::keepLooking, "onlooker");
        looking.setDaemon(true);
        looking.start();
        Class.forName(arguments[1]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    private void keepLooking() {
        try {
            while (true) {
                EventQueue.invokeAndWait(this::look);
                write();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | InvocationTargetException e) {
            throw new IllegalStateException("cannot look on", e);
        }
    }

    private void write() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        String lines = seen.stream().map(line -> line.line() + "\n").collect(Collectors.joining());
        Files.writeString(fresh, System.currentTimeMillis() + "\n" + lines);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void look() {
        seen.clear();
        for (Window window : Window.getWindows()) {
            if (window.isShowing()) {
                note(window, colourBehind(window));
                lookInto(window);
            }
        }
    }

    private static String colourBehind(Window window) {
        Component behind = window instanceof RootPaneContainer root ? root.getContentPane() : window;
        return String.format(Locale.ROOT, "#%06x", behind.getBackground().getRGB() & 0xFFFFFF);
    }

    private void lookInto(Container container) {
        for (Component component : container.getComponents()) {
            if (component.isShowing()) {
                note(component, value(component));
                if (component instanceof JTable table) {
                    noteCells(table);
                }
                if (component instanceof JList<?> list) {
                    noteItems(list);
                }
                if (component instanceof JTabbedPane pane) {
                    noteTabs(pane);
                }
                if (component instanceof Container inner) {
                    lookInto(inner);
                }
            }
        }
    }

    private static String value(Component component) {
        if (component instanceof JTextComponent text) {
            return text.getText();
        }
        return component instanceof JComboBox<?> box ? String.valueOf(box.getSelectedItem()) : "";
    }

    private void note(Component component, String value) {
        AccessibleContext context = component.getAccessibleContext();
        if (context == null) {
            return;
        }
        String name = Optional.ofNullable(context.getAccessibleName()).orElse("");
        boolean focused = component.isFocusOwner();
        if (name.isEmpty() && value.isEmpty() && !focused) {
            return;
        }
        AccessibleStateSet known = context.getAccessibleStateSet();
        Set<String> states = new HashSet<>();
        if (focused) {
            states.add("focused");
        }
        if (component.isEnabled()) {
            states.add("enabled");
        }
        if (known.contains(AccessibleState.SELECTED) || known.contains(AccessibleState.CHECKED)) {
            states.add("selected");
        }
        if (component instanceof JMenuItem item && (item.isArmed() || item.isSelected())) {
            states.add("armed");
        }
        String role = context.getAccessibleRole().toDisplayString(Locale.ENGLISH);
        onScreen(component, new Rectangle(component.getSize()))
                .ifPresent(bounds -> seen.add(new Seen(role, name, value, bounds, states)));
    }

    /** The cells that are in view, and no others: there may be ten thousand rows. */
    private void noteCells(JTable table) {
        Rectangle view = table.getVisibleRect();
        for (int row = 0; row < table.getRowCount(); row++) {
            for (int column = 0; column < table.getColumnCount(); column++) {
                Rectangle cell = table.getCellRect(row, column, true).intersection(view);
                if (!cell.isEmpty()) {
                    noteCell(table, row, column, cell);
                }
            }
        }
    }

    private void noteCell(JTable table, int row, int column, Rectangle cell) {
        String words = String.valueOf(table.getValueAt(row, column));
        Set<String> states = table.isRowSelected(row) ? Set.of("enabled", "selected") : Set.of("enabled");
        onScreen(table, cell)
                .ifPresent(bounds -> seen.add(new Seen("cell", words, table.getColumnName(column), bounds, states)));
    }

    private <T> void noteItems(JList<T> list) {
        for (int index = 0; index < list.getModel().getSize(); index++) {
            String words = String.valueOf(list.getModel().getElementAt(index));
            Rectangle item = list.getCellBounds(index, index).intersection(list.getVisibleRect());
            Set<String> states = list.isSelectedIndex(index) ? Set.of("enabled", "selected") : Set.of("enabled");
            onScreen(list, item).ifPresent(bounds -> seen.add(new Seen("list item", words, "", bounds, states)));
        }
    }

    private void noteTabs(JTabbedPane pane) {
        for (int index = 0; index < pane.getTabCount(); index++) {
            String title = pane.getTitleAt(index);
            Set<String> states = pane.getSelectedIndex() == index ? Set.of("enabled", "selected") : Set.of("enabled");
            onScreen(pane, pane.getBoundsAt(index))
                    .ifPresent(bounds -> seen.add(new Seen("page tab", title, "", bounds, states)));
        }
    }

    private static Optional<Rectangle> onScreen(Component component, Rectangle bounds) {
        try {
            Point corner = component.getLocationOnScreen();
            return Optional.of(new Rectangle(bounds.x + corner.x, bounds.y + corner.y, bounds.width, bounds.height));
        } catch (IllegalComponentStateException gone) {
            return Optional.empty();
        }
    }
}
