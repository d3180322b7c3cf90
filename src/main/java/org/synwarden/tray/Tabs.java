package org.synwarden.tray;

import java.awt.EventQueue;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.Rows;

/** The tabs of the window, and which of them takes what the service says. Event thread. */
final class Tabs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tabs.class);

    private final RowWorker worker = new RowWorker();
    private final PressurePanel pressure;
    private final IncidentsPanel incidents;
    private final ConnectionsPanel connections;
    private final PacketsPanel packets;
    private final HistoryPanel history;
    private final RulesPanel rules;
    private final Redraw redraw;

    /**
     * Tabs that show nothing yet.
     *
     * @param context what the commands on rows need
     */
    Tabs(
            Wording words,
            ClientModel model,
            ServiceSide service,
            QuestionReader reader,
            RowContext context,
            Conversations conversations,
            Redraw redraw) {
        Texts texts = words.texts();
        this.redraw = redraw;
        this.pressure = new PressurePanel(words, model, service.topics());
        this.incidents = new IncidentsPanel(words, model, conversations, service, context, pressure);
        this.connections = new ConnectionsPanel(texts, service, context, worker, EventQueue::invokeLater, redraw::soon);
        this.packets = new PacketsPanel(texts, service, context);
        this.history = new HistoryPanel(words.incidents(), words.moments(), service, reader, context);
        this.rules = new RulesPanel(new RuleText(texts, words.moments()), model, service, context);
    }

    /** All, in reading order. */
    List<Tab> all() {
        return List.of(incidents, connections, packets, history, rules);
    }

    IncidentsPanel incidents() {
        return incidents;
    }

    ConnectionsPanel connections() {
        return connections;
    }

    /** How many connections there are; not known while they are not in view. */
    OptionalInt connectionCount() {
        return connections.rows();
    }

    /** On the thread that brings them: they are many, and sorted there. */
    void connections(Rows rows) {
        connections.apply(rows);
    }

    /** What the service says of anything but connections and incidents. */
    void apply(Rows rows) {
        switch (rows.topic()) {
            case "packets" -> {
                packets.apply(rows);
                redraw.soon();
            }
            case "rules" -> {
                rules.apply(rows);
                redraw.soon();
            }
            case PressurePanel.TOPIC -> {
                pressure.apply(rows);
                redraw.soon();
            }
            default -> LOG.debug("rows of {}, which nobody here follows", rows.topic());
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
