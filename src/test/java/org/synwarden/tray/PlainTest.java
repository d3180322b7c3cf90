package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;

/** A program may be called "&lt;html&gt;…"; no component may read that as a document. */
class PlainTest {
    private static final String DOCUMENT = "<html><b>big";

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final Wording words = Wording.of(texts, ZoneOffset.UTC);
    private final IncidentPages pages = new IncidentPages(
            words, new Rules(), new Dossiers(new AtOnce(new ScriptedService(), texts), () -> 0, () -> {}));

    @Test
    void swingWouldReadADocumentWhereItIsNotForbidden() throws Exception {
        EventQueue.invokeAndWait(() -> {
            assertThat(isDocument(new JLabel(DOCUMENT))).isTrue();
            JLabel plain = Plain.label();
            plain.setText(DOCUMENT);
            assertThat(isDocument(plain)).isFalse();
            assertThat(isDocument(Plain.menuItem(DOCUMENT))).isFalse();
            assertThat(Plain.isPlain(Plain.menuItem(DOCUMENT).createToolTip())).isTrue();
        });
    }

    @Test
    void theIncidentPanelShowsNamesLetterByLetter() throws Exception {
        ProcessObject process = new ProcessObject(7, "13", DOCUMENT, Optional.of(DOCUMENT), Optional.of(DOCUMENT));
        IncidentObject incident = Some.incident("1", "red", "scan", Optional.of(process), "reported", List.of(445));
        EventQueue.invokeAndWait(() -> {
            FlatLightLaf.setup();
            IncidentPanel panel = new IncidentPanel(300);
            IncidentPresenter presenter =
                    new IncidentPresenter(incident, words, pages, (deed, finished) -> {}, new NobodyIgnores());
            panel.show(presenter);
            presenter.choose(Answer.KILL);
            panel.draw();

            List<JComponent> components = below(panel, new ArrayList<>());
            assertThat(components).anyMatch(component -> textOf(component).contains(DOCUMENT));
            assertThat(components).noneMatch(PlainTest::isDocument);
        });
    }

    @Test
    void tableCellsAndTheirTipsShowNamesLetterByLetter() throws Exception {
        EventQueue.invokeAndWait(() -> {
            FlatLightLaf.setup();
            ConnectionsModel model = new ConnectionsModel(texts);
            PlainTable table = new PlainTable(model, model);
            table.align(0, false);
            new ConnectionFeed(Runnable::run, Runnable::run, () -> 0, model::show)
                    .apply(Some.whole(
                            "sockets", List.of(Some.socket("10.0.0.1", 1, "SYN_SENT", Some.process(DOCUMENT, 7)))));

            JComponent cell = (JComponent) table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0);
            assertThat(textOf(cell)).isEqualTo(DOCUMENT);
            assertThat(isDocument(cell)).isFalse();
            assertThat(Plain.isPlain(table.createToolTip())).isTrue();
        });
    }

    private static boolean isDocument(JComponent component) {
        return component.getClientProperty(BasicHTML.propertyKey) != null;
    }

    private static String textOf(JComponent component) {
        if (component instanceof JLabel label) {
            return String.valueOf(label.getText());
        }
        if (component instanceof AbstractButton button) {
            return String.valueOf(button.getText());
        }
        return component instanceof WrappedText wrapped ? wrapped.getText() : "";
    }

    private static List<JComponent> below(Container container, List<JComponent> found) {
        for (Component component : container.getComponents()) {
            if (component instanceof JComponent shown) {
                found.add(shown);
                below(shown, found);
            }
        }
        return found;
    }
}
