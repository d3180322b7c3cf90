package org.synwarden.tray;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.Rows;
import org.synwarden.export.PcapngWriter;

/** The packets, live: a filter, whether the newest is followed, and the table. Event thread. */
final class PacketsPanel extends JPanel implements Tab {
    private static final UserSetting<Boolean> FOLLOW = UserSetting.flag("packets.follow", true);
    private static final int INTERVAL_MILLIS = 1_000;

    private final transient Texts texts;
    private final transient ServiceSide service;
    private final PacketsModel model;
    private final PlainTable table;
    private final JToggleButton follow = Plain.plain(new JToggleButton());
    private final JLabel count = Plain.label();

    /**
     * An empty table.
     *
     * @param context what the commands on rows need
     */
    PacketsPanel(Texts texts, ServiceSide service, RowContext context) {
        super(new BorderLayout());
        this.texts = texts;
        this.service = service;
        this.model = new PacketsModel(texts);
        this.table = new PlainTable(model, model.log());
        arrangeTable(context.user());
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(bar(context.user().settings()), BorderLayout.NORTH);
        add(scroll);
        add(new RowCommands(context, table, new Packets(context)).bars(), BorderLayout.SOUTH);
        count();
    }

    private JComponent bar(UserSettings settings) {
        follow.setText(texts.of("packets.follow"));
        follow.setSelected(settings.get(FOLLOW));
        follow.addActionListener(event -> {
            settings.set(FOLLOW, follow.isSelected());
            followNewest();
        });
        JPanel bar = new JPanel(new MigLayout("insets 6 10 6 10, gap 10, fillx", "[grow][][]"));
        bar.add(new FilterBar(texts, settings, "packets", this::filter), "growx");
        bar.add(count);
        bar.add(follow);
        return bar;
    }

    private void arrangeTable(UserSide user) {
        table.getAccessibleContext().setAccessibleName(texts.of("tab.packets"));
        table.arrange(
                PacketsModel.COLUMNS.stream().map(PacketColumn::sample).toList(),
                column -> PacketsModel.COLUMNS.get(column).isNumber());
        ProgramCell.install(
                table,
                PacketColumn.PROCESS.ordinal(),
                user.icons(),
                row -> model.log().shown().get(row).process());
        List<String> headings =
                PacketsModel.COLUMNS.stream().map(PacketColumn::key).toList();
        TableColumns.install(texts, user.settings(), table, "packets", headings);
    }

    private void filter(FilterEntry entry) {
        entry.filter().ifPresent(model::filter);
        changed();
    }

    /** Takes over what the service says; the selected packet stays selected as long as it is shown. */
    void apply(Rows rows) {
        EventThread.require();
        model.apply(rows);
        changed();
    }

    private void changed() {
        count();
        followNewest();
    }

    private void count() {
        count.setText(texts.of("packets.count", model.getRowCount(), model.log().known()));
    }

    private void followNewest() {
        int last = model.getRowCount() - 1;
        if (follow.isSelected() && last >= 0) {
            table.scrollRectToVisible(table.getCellRect(last, 0, true));
        }
    }

    @Override
    public String title() {
        return texts.of("tab.packets");
    }

    @Override
    public JComponent content() {
        return this;
    }

    @Override
    public void inView(boolean now) {
        if (now) {
            service.topics().follow("packets", INTERVAL_MILLIS);
        } else {
            service.topics().letGo("packets");
        }
    }

    private final class Packets implements RowCommands.Rows {
        private final RowContext context;

        Packets(RowContext context) {
            this.context = context;
        }

        @Override
        public Optional<RowSubject> selected() {
            int row = table.getSelectedRow();
            if (row < 0) {
                return Optional.empty();
            }
            PacketObject packet = model.log().shown().get(row);
            return Optional.of(context.subjects().of(packet, packet.process()));
        }

        @Override
        public String name() {
            return "packets";
        }

        @Override
        public List<SaveFormat> formats() {
            List<String> headings = IntStream.range(0, model.getColumnCount())
                    .mapToObj(model::getColumnName)
                    .toList();
            return List.of(
                    pcapng(texts, model.log()),
                    SaveFormat.csv(
                            texts,
                            headings,
                            model.log()::shown,
                            packet -> PacketsModel.COLUMNS.stream()
                                    .map(column -> column.text(texts, packet))
                                    .toList()),
                    SaveFormat.jsonLines(texts, model.log()::shown));
        }
    }

    /** For Wireshark, each packet with its process as a comment. */
    static SaveFormat pcapng(Texts texts, PacketLog log) {
        return new SaveFormat(texts.of("save.pcapng"), "pcapng", () -> {
            List<PacketObject> now = log.shown();
            return out -> {
                PcapngWriter writer = new PcapngWriter(out, "SynWarden");
                for (PacketObject packet : now) {
                    writer.write(packet);
                }
            };
        });
    }
}
