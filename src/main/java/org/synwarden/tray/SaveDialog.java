package org.synwarden.tray;

import java.awt.Component;
import java.awt.Dialog;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.filechooser.FileFilter;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks where rows are to be saved, in a window that blocks no other. Event thread. */
final class SaveDialog {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    private SaveDialog() {}

    /**
     * Opens it beside the window of that component.
     *
     * @param name what is saved, in a word; the proposed file name adds the time to it
     * @param chosen told the file and the format, once, if the user agrees
     */
    static void open(
            Component owner, Texts texts, String name, List<SaveFormat> formats, BiConsumer<Path, SaveFormat> chosen) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogType(JFileChooser.SAVE_DIALOG);
        chooser.setAcceptAllFileFilterUsed(false);
        formats.forEach(format ->
                chooser.addChoosableFileFilter(new FileNameExtensionFilter(format.words(), format.extension())));
        chooser.setFileFilter(chooser.getChoosableFileFilters()[0]);
        chooser.setSelectedFile(new File(name + " " + STAMP.format(LocalDateTime.now(ZoneId.systemDefault()))));
        JDialog window = new JDialog(
                SwingUtilities.getWindowAncestor(owner), texts.of("save.title"), Dialog.ModalityType.MODELESS);
        chooser.addActionListener(event -> {
            window.dispose();
            if (event.getActionCommand().equals(JFileChooser.APPROVE_SELECTION)) {
                SaveFormat format = format(chooser.getFileFilter(), formats);
                chosen.accept(file(chooser.getSelectedFile().toPath(), formats, format), format);
            }
        });
        window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        window.setContentPane(chooser);
        window.pack();
        window.setLocationRelativeTo(owner);
        window.setVisible(true);
    }

    private static SaveFormat format(FileFilter filter, List<SaveFormat> formats) {
        return formats.stream()
                .filter(format -> format.words().equals(filter.getDescription()))
                .findFirst()
                .orElse(formats.get(0));
    }

    /** The file as it was named, with the extension of the format where it has none. */
    static Path file(Path named, List<SaveFormat> formats, SaveFormat format) {
        String name =
                Optional.ofNullable(named.getFileName()).map(Path::toString).orElse("");
        boolean complete =
                formats.stream().anyMatch(one -> name.toLowerCase(Locale.ROOT).endsWith("." + one.extension()));
        return complete ? named : named.resolveSibling(name + "." + format.extension());
    }
}
