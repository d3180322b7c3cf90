package org.synwarden.tray;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * What can be done with the rows of a table: the same menu and the same keys in every tab. A tab makes one for its table
 * and puts {@link #bars} under it:
 *
 * <pre>{@code
 * RowCommands commands = new RowCommands(context, table, new RowCommands.Rows() {
 *     public Optional<RowSubject> selected() { return …map(context.subjects()::of); }
 *     public String name() { return "packets"; }
 *     public List<SaveFormat> formats() { return List.of(SaveFormat.csv(…), SaveFormat.jsonLines(…), pcapng); }
 * });
 * add(commands.bars(), BorderLayout.SOUTH);
 * }</pre>
 *
 * <p>What is done is asked and told in a strip under the table. A tab that asks elsewhere gives a {@code asking} of its
 * own. Other entries of a tab's menu come before these, by {@link #addTo}. Event thread.
 */
final class RowCommands {
    private static final KeyStroke KILL = KeyStroke.getKeyStroke("ctrl K");
    private static final KeyStroke BLOCK = KeyStroke.getKeyStroke("ctrl B");
    private static final KeyStroke LOCATION = KeyStroke.getKeyStroke("ctrl E");
    private static final KeyStroke VIRUS_TOTAL = KeyStroke.getKeyStroke("ctrl M");
    private static final KeyStroke GO_TO = KeyStroke.getKeyStroke("ENTER");
    private static final KeyStroke PROPERTIES = KeyStroke.getKeyStroke("alt ENTER");
    private static final KeyStroke COPY = KeyStroke.getKeyStroke("ctrl C");
    private static final KeyStroke COPY_FILTER = KeyStroke.getKeyStroke("ctrl shift C");
    private static final KeyStroke SAVE = KeyStroke.getKeyStroke("ctrl S");
    private static final KeyStroke FIND = KeyStroke.getKeyStroke("ctrl F");

    /** The rows of one table. */
    interface Rows {
        /** What the selected row is about; empty while none is selected. */
        Optional<RowSubject> selected();

        /** What they are, in a word that begins the name of a file. */
        String name();

        /** How they can be saved, the usual way first; empty where they cannot be. */
        List<SaveFormat> formats();

        /** What can be done only with such rows; stands before all else in the menu. */
        default List<JMenuItem> own() {
            return List.of();
        }
    }

    private final RowContext context;
    private final Texts texts;
    private final PlainTable table;
    private final Rows rows;
    private final DecisionStrip strip;
    private final FindBar find;
    private final Consumer<Known<Deed>> asking;

    /** Gives the table its menu and keys; what is to be done is asked in the strip. */
    RowCommands(RowContext context, PlainTable table, Rows rows) {
        this(context, table, rows, Optional.empty());
    }

    /**
     * Gives the table its menu and keys.
     *
     * @param asking asks for consent to what is offered, where that is not done in the strip
     */
    RowCommands(RowContext context, PlainTable table, Rows rows, Optional<Consumer<Known<Deed>>> asking) {
        this.context = context;
        this.texts = context.texts();
        this.table = table;
        this.rows = rows;
        this.strip = new DecisionStrip(texts, context.deeds(), table::requestFocusInWindow);
        this.find = new FindBar(texts, table);
        this.asking = asking.orElse(strip::ask);
        table.menu(this::menu);
        bind(KILL, subject -> this.asking.accept(subject.kill()));
        bind(BLOCK, subject -> this.asking.accept(subject.blockProgram()));
        bind(LOCATION, this::openLocation);
        bind(VIRUS_TOTAL, this::askVirusTotal);
        bind(GO_TO, this::goTo);
        bind(PROPERTIES, this::properties);
        bind(COPY_FILTER, RowCommands::copyFilter);
        Actions.bind(table, COPY, table::copy);
        Actions.bind(table, SAVE, this::save);
        Actions.bind(table, FIND, find::open);
    }

    private void bind(KeyStroke key, Consumer<RowSubject> command) {
        Actions.bind(table, key, () -> rows.selected().ifPresent(command));
    }

    /** What stands under the table while it is needed: what is asked and told, and what is looked for. */
    JComponent bars() {
        JPanel bars = new JPanel(new MigLayout("insets 0, gap 0, fill, wrap 1, hidemode 3"));
        bars.add(find, "growx");
        bars.add(strip, "growx");
        return bars;
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        addTo(menu);
        return menu;
    }

    /** Adds these commands to a menu that is about to be opened on the selected row. */
    void addTo(JPopupMenu menu) {
        Optional<RowSubject> selected = rows.selected();
        List<JMenuItem> own = rows.own();
        if (!own.isEmpty()) {
            own.forEach(menu::add);
            menu.addSeparator();
        }
        menu.add(offer("menu.kill", Optional.of(KILL), selected, RowSubject::kill));
        menu.add(offer("menu.block.program", Optional.of(BLOCK), selected, RowSubject::blockProgram));
        menu.add(offer("menu.block.port", Optional.empty(), selected, RowSubject::blockPort));
        menu.add(offer("menu.approve", Optional.empty(), selected, RowSubject::approve));
        menu.addSeparator();
        menu.add(item("menu.go", Optional.of(GO_TO), selected, this::goTo));
        menu.add(item("menu.properties", Optional.of(PROPERTIES), selected, this::properties));
        menu.add(refusable(
                item("menu.location", Optional.of(LOCATION), selected, this::openLocation),
                selected.map(row -> row.location().refusal())));
        menu.add(refusable(
                item("menu.virustotal", Optional.of(VIRUS_TOTAL), selected, this::askVirusTotal),
                selected.filter(row -> !HashSearch.isPossible(row))
                        .map(row -> row.virusTotal().refusal())));
        menu.add(refusable(
                item("menu.search", Optional.empty(), selected, this::search),
                selected.map(row -> row.search().refusal())));
        menu.addSeparator();
        menu.add(item("menu.copy", Optional.of(COPY), selected, subject -> table.copy()));
        menu.add(item("menu.copy.filter", Optional.of(COPY_FILTER), selected, RowCommands::copyFilter));
        menu.add(item("menu.save", Optional.of(SAVE), selected, subject -> save()));
        menu.add(item("menu.find", Optional.of(FIND), selected, subject -> find.open()));
    }

    /** What is refused beforehand can be chosen all the same, and says why and what can be done instead. */
    private JMenuItem offer(
            String key,
            Optional<KeyStroke> accelerator,
            Optional<RowSubject> subject,
            Function<RowSubject, Known<Deed>> of) {
        return refusable(
                item(key, accelerator, subject, row -> asking.accept(of.apply(row))),
                subject.map(of).map(Known::refusal));
    }

    private static JMenuItem refusable(JMenuItem item, Optional<String> refusal) {
        refusal.filter(why -> !why.isEmpty()).ifPresent(why -> {
            item.putClientProperty("FlatLaf.style", "foreground: $MenuItem.disabledForeground");
            item.setToolTipText(why);
        });
        return item;
    }

    private JMenuItem item(
            String key, Optional<KeyStroke> accelerator, Optional<RowSubject> subject, Consumer<RowSubject> command) {
        JMenuItem item = Plain.menuItem(texts.of(key));
        accelerator.ifPresent(stroke -> Actions.show(item, stroke));
        item.setEnabled(subject.isPresent());
        item.addActionListener(event -> subject.ifPresent(command));
        return item;
    }

    private void openLocation(RowSubject subject) {
        open(subject.location(), context.user().desktop()::showInFolder);
    }

    private void askVirusTotal(RowSubject subject) {
        if (HashSearch.isPossible(subject)) {
            HashSearch.of(
                    subject,
                    context.asker(),
                    process -> browse(context.subjects().virusTotal(process)),
                    why -> strip.tell(Outcome.failed(why)));
        } else {
            browse(subject.virusTotal());
        }
    }

    private void search(RowSubject subject) {
        browse(subject.search());
    }

    private void browse(Known<WebAddress> address) {
        open(address, context.user().desktop()::browse);
    }

    private <T> void open(Known<T> known, BiConsumer<T, Consumer<String>> desktop) {
        Consumer<String> failed = why -> strip.tell(Outcome.failed(why));
        known.value().ifPresentOrElse(value -> desktop.accept(value, failed), () -> failed.accept(known.refusal()));
    }

    private void goTo(RowSubject subject) {
        if (!context.goTo().test(subject)) {
            properties(subject);
        }
    }

    private void properties(RowSubject subject) {
        FactsWindow.open(table, texts, subject);
    }

    private static void copyFilter(RowSubject subject) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(subject.filter()), null);
    }

    /** Asks where to, and saves what the table shows. */
    void save() {
        List<SaveFormat> formats = rows.formats();
        if (!formats.isEmpty()) {
            SaveDialog.open(
                    table,
                    texts,
                    rows.name(),
                    formats,
                    (file, format) ->
                            context.errands().save(file, format.content().get(), strip::tell));
        }
    }
}
