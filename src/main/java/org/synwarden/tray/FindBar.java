package org.synwarden.tray;

import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.OptionalInt;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.table.TableModel;
import net.miginfocom.swing.MigLayout;

/**
 * Finds rows of a table by what their cells show, in upper or lower case: as it is typed, Enter goes on, with Shift back,
 * round the end; Escape closes it. Hidden until it is opened. Event thread.
 */
final class FindBar extends JPanel {
    private final transient Texts texts;
    private final PlainTable table;
    private final JTextField field = Plain.plain(new JTextField(30));
    private final JLabel result = Plain.label();

    /** A closed bar for that table. */
    FindBar(Texts texts, PlainTable table) {
        super(new MigLayout("insets 6 14 6 14, gap 8"));
        this.texts = texts;
        this.table = table;
        JLabel label = new JLabel(texts.of("find.label"));
        label.setLabelFor(field);
        add(label);
        add(field);
        add(button(texts.of("find.next"), () -> find(1, 1)));
        add(button(texts.of("find.previous"), () -> find(-1, -1)));
        add(button(texts.of("choice.close"), this::close));
        add(result);
        setVisible(false);
        field.addActionListener(event -> find(1, 1));
        Actions.bind(field, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, KeyEvent.SHIFT_DOWN_MASK), () -> find(-1, -1));
        Actions.bind(this, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), this::close);
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                find(0, 1);
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                find(0, 1);
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                find(0, 1);
            }
        });
    }

    private static JButton button(String text, Runnable task) {
        JButton button = new JButton(text);
        button.addActionListener(event -> task.run());
        return button;
    }

    /** Shows the bar, ready to type. */
    void open() {
        setVisible(true);
        field.selectAll();
        field.requestFocusInWindow();
    }

    private void close() {
        setVisible(false);
        table.requestFocusInWindow();
    }

    private void find(int first, int step) {
        String wanted = field.getText().toLowerCase(Locale.ROOT);
        result.setText("");
        if (wanted.isEmpty()) {
            return;
        }
        OptionalInt found = next(table.getModel(), wanted, table.getSelectedRow() + first, step);
        found.ifPresent(table::selectAndShow);
        if (found.isEmpty()) {
            result.setText(texts.of("find.nothing"));
        }
    }

    /**
     * The next row that shows the text, looking at every row once.
     *
     * @param wanted in lower case
     * @param first where to begin, which may lie outside
     * @param step 1 or -1
     */
    static OptionalInt next(TableModel rows, String wanted, int first, int step) {
        int count = rows.getRowCount();
        for (int looked = 0; looked < count; looked++) {
            int row = Math.floorMod(first + looked * step, count);
            for (int column = 0; column < rows.getColumnCount(); column++) {
                String cell = String.valueOf(rows.getValueAt(row, column));
                if (cell.toLowerCase(Locale.ROOT).contains(wanted)) {
                    return OptionalInt.of(row);
                }
            }
        }
        return OptionalInt.empty();
    }
}
