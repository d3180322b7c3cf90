package org.synwarden.tray;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.synwarden.filter.Filter;

/**
 * A field for the display filter of a tab with those that were used and saved before: by the button or Alt+Down as a list, by
 * Up and Down in the field. A name for a filter is asked in the place of the field. Event thread.
 */
final class FilterBar extends JPanel {
    private static final int LONGEST_SHOWN = 80;
    private static final String IN_FIELD = "growx, wmin 120";

    private final transient Texts texts;
    private final transient FilterMemory memory;
    private final FilterField field;
    private final JButton list = Plain.plain(new JButton());
    private final JPanel naming = new JPanel(new MigLayout("insets 0, gap 6, fillx", "[][grow,fill][][]"));
    private final JTextField name = Plain.plain(new JTextField());

    /**
     * An empty field.
     *
     * @param tab its name in the settings
     * @param apply told each filter that is to be in force, none twice in a row
     */
    FilterBar(Texts texts, UserSettings settings, String tab, Consumer<FilterEntry> apply) {
        super(new MigLayout("insets 0, gap 4, fillx, hidemode 3", "[grow,fill][]"));
        this.texts = texts;
        this.memory = new FilterMemory(settings, tab);
        this.field = new FilterField(texts, Filter.LONGEST, apply);
        arrangeField();
        arrangeNaming();
        list.setIcon(UIManager.getIcon("Tree.expandedIcon"));
        list.setToolTipText(texts.of("filter.list.tip"));
        list.getAccessibleContext().setAccessibleName(texts.of("filter.list"));
        list.addActionListener(event -> open());
        add(field, IN_FIELD);
        add(naming, IN_FIELD);
        add(list);
    }

    private void arrangeField() {
        field.addActionListener(event -> memory.used(field.entry()));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                memory.used(field.entry());
            }
        });
        field.whenTyped(memory::typed);
        Actions.bind(field, KeyStroke.getKeyStroke("UP"), () -> field.recall(memory.older(field.getText())));
        Actions.bind(field, KeyStroke.getKeyStroke("DOWN"), () -> field.recall(memory.newer(field.getText())));
        Actions.bind(field, KeyStroke.getKeyStroke("alt DOWN"), this::open);
    }

    private void arrangeNaming() {
        JLabel label = new JLabel(texts.of("filter.save.name"));
        label.setLabelFor(name);
        JButton save = new JButton(texts.of("filter.save.consent"));
        save.addActionListener(event -> save());
        JButton cancel = new JButton(texts.of("choice.cancel"));
        cancel.addActionListener(event -> ask(false));
        name.addActionListener(event -> save());
        Actions.bind(naming, KeyStroke.getKeyStroke("ESCAPE"), () -> ask(false));
        naming.add(label);
        naming.add(name);
        naming.add(save);
        naming.add(cancel);
        naming.setVisible(false);
    }

    /** Puts that filter into the field and in force. */
    void set(String filter) {
        field.setText(filter);
        field.applyNow();
        memory.used(field.entry());
    }

    /** What stands in the field. */
    String text() {
        return field.getText();
    }

    private void open() {
        menu().show(list, 0, list.getHeight());
    }

    /** What was saved and used before, and what can be done with that. */
    JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        memory.saved().forEach(one -> menu.add(item(texts.of("filter.saved", one.name(), one.filter()), one.filter())));
        JMenuItem save = Plain.menuItem(texts.of("filter.save"));
        save.setEnabled(field.entry().tone() == FilterEntry.Tone.GOOD);
        save.addActionListener(event -> ask(true));
        if (!memory.saved().isEmpty()) {
            menu.addSeparator();
        }
        menu.add(save);
        if (!memory.saved().isEmpty()) {
            menu.add(deletion());
        }
        menu.addSeparator();
        memory.recent().forEach(one -> menu.add(item(one, one)));
        if (memory.recent().isEmpty()) {
            JMenuItem none = Plain.menuItem(texts.of("filter.recent.none"));
            none.setEnabled(false);
            menu.add(none);
        }
        return menu;
    }

    private JMenuItem item(String label, String filter) {
        JMenuItem item = Plain.menuItem(ForeignText.shorten(label, LONGEST_SHOWN));
        item.addActionListener(event -> set(filter));
        return item;
    }

    private JMenu deletion() {
        JMenu delete = Plain.plain(new JMenu());
        delete.setText(texts.of("filter.delete"));
        for (SavedFilters.Named one : memory.saved()) {
            JMenuItem item = Plain.menuItem(ForeignText.clean(one.name()));
            item.addActionListener(event -> memory.delete(one.name()));
            delete.add(item);
        }
        return delete;
    }

    private void ask(boolean wanted) {
        name.setText("");
        name.putClientProperty("JComponent.outline", null);
        name.setToolTipText(null);
        naming.setVisible(wanted);
        field.setVisible(!wanted);
        (wanted ? name : field).requestFocusInWindow();
    }

    private void save() {
        if (memory.save(name.getText(), field.entry())) {
            ask(false);
        } else {
            name.putClientProperty("JComponent.outline", "error");
            name.setToolTipText(texts.of("filter.save.refused", SavedFilters.MOST, SavedFilters.LONGEST_NAME));
        }
    }
}
