package org.synwarden.tray;

import java.awt.BorderLayout;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.synwarden.contract.SocketObject;

/** The live connection table; what it asks is asked in a strip below it, never in a dialog. Event thread. */
final class ConnectionsPanel extends JPanel implements Tab {
    private static final int TEXT_WIDTH = 700;
    private static final int INTERVAL_MILLIS = 1_000;
    private static final KeyStroke KILL = KeyStroke.getKeyStroke(KeyEvent.VK_K, KeyEvent.CTRL_DOWN_MASK);
    private static final KeyStroke BLOCK = KeyStroke.getKeyStroke(KeyEvent.VK_B, KeyEvent.CTRL_DOWN_MASK);
    private static final KeyStroke COPY = KeyStroke.getKeyStroke(KeyEvent.VK_C, KeyEvent.CTRL_DOWN_MASK);

    private final transient Texts texts;
    private final transient Deeds deeds;
    private final transient ServiceSide service;
    private final transient Decision decision;
    private final ConnectionsModel model;
    private final PlainTable table;
    private final JPanel strip = new JPanel(new MigLayout("insets 10 14 10 14"));
    private final PromptPanel prompt;

    ConnectionsPanel(Texts texts, Deeds deeds, ServiceSide service) {
        super(new BorderLayout());
        this.texts = texts;
        this.deeds = deeds;
        this.service = service;
        this.decision = new Decision(texts, service.deeds(), this::drawDecision);
        this.model = new ConnectionsModel(texts);
        this.table = new PlainTable(model, model.list());
        this.prompt = new PromptPanel(TEXT_WIDTH, decision::choose);
        arrangeTable();
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        strip.setVisible(false);
        strip.add(prompt);
        add(scroll);
        add(strip, BorderLayout.SOUTH);
    }

    private void arrangeTable() {
        table.setRowSorter(new ConnectionSorter(model));
        table.getAccessibleContext().setAccessibleName(texts.of("tab.connections"));
        for (int index = 0; index < ConnectionsModel.COLUMNS.size(); index++) {
            ConnectionColumn column = ConnectionsModel.COLUMNS.get(index);
            table.makeRoom(index, column.sample());
            table.align(index, column.isNumber());
        }
        table.menu(this::menu);
        Actions.bind(table, KILL, () -> selected().flatMap(deeds::kill).ifPresent(decision::ask));
        Actions.bind(table, BLOCK, () -> selected().flatMap(deeds::blockProgram).ifPresent(decision::ask));
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        menu.add(item("menu.block.program", BLOCK, selected().flatMap(deeds::blockProgram)));
        menu.add(item("menu.block.port", null, selected().flatMap(deeds::blockPort)));
        menu.add(item("menu.kill", KILL, selected().flatMap(deeds::kill)));
        menu.addSeparator();
        JMenuItem copy = Plain.menuItem(texts.of("menu.copy"));
        copy.setAccelerator(COPY);
        copy.addActionListener(event -> table.copy());
        menu.add(copy);
        return menu;
    }

    private JMenuItem item(String key, KeyStroke accelerator, Optional<Deed> deed) {
        JMenuItem item = Plain.menuItem(texts.of(key));
        item.setAccelerator(accelerator);
        item.setEnabled(deed.isPresent());
        item.addActionListener(event -> deed.ifPresent(decision::ask));
        return item;
    }

    private Optional<SocketObject> selected() {
        int row = table.getSelectedRow();
        return row < 0 ? Optional.empty() : Optional.of(model.list().row(row).socket());
    }

    private void drawDecision() {
        Optional<Prompt> now = decision.prompt();
        strip.setVisible(now.isPresent());
        now.ifPresent(prompt::show);
        if (now.isEmpty()) {
            table.requestFocusInWindow();
        }
    }

    @Override
    public String title() {
        return texts.of("tab.connections");
    }

    @Override
    public JComponent content() {
        return this;
    }

    @Override
    public void inView(boolean now) {
        if (now) {
            service.topics().accept("sockets", INTERVAL_MILLIS);
        }
    }

    /** Takes over what the service says; the selected connection stays selected as long as it lives. */
    void apply(ConnectionList.Change change) {
        EventThread.require();
        model.apply(change);
    }

    /** How many connections there are. */
    int rows() {
        return model.getRowCount();
    }
}
