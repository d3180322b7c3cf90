import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes the WiX fragment that lists every file of a directory, one component for each: {@code java FileList.java STAGE
 * LEFT-OUT...}. Ids and component GUIDs follow from the path alone, so that they stay the same from version to version,
 * as Windows Installer wants.
 */
final class FileList {
    /** Of these components only; the name in the sense of RFC 4122 is a file's path below the installation folder. */
    private static final UUID NAMESPACE = UUID.fromString("efd9ae12-0783-4f24-a6bc-e1f53d1013ea");

    private final Path stage;
    private final List<Path> leftOut;
    private final PrintStream out;
    private final List<String> components = new ArrayList<>();

    private FileList(Path stage, List<Path> leftOut, PrintStream out) {
        this.stage = stage;
        this.leftOut = leftOut;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Path stage = Path.of(arguments[0]);
        List<Path> leftOut = Stream.of(arguments).skip(1).map(stage::resolve).toList();
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            new FileList(stage, leftOut, out).write();
        }
    }

    private void write() throws IOException {
        out.println("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        out.println("<Wix xmlns=\"http://schemas.microsoft.com/wix/2006/wi\">");
        out.println("  <Fragment>");
        out.println("    <DirectoryRef Id=\"INSTALLDIR\">");
        list(stage, "      ");
        out.println("    </DirectoryRef>");
        out.println("    <ComponentGroup Id=\"Files\">");
        for (String component : components) {
            out.println("      <ComponentRef Id=\"" + component + "\"/>");
        }
        out.println("    </ComponentGroup>");
        out.println("  </Fragment>");
        out.println("</Wix>");
    }

    private void list(Path directory, String indent) throws IOException {
        for (Path entry : sorted(directory)) {
            if (Files.isDirectory(entry)) {
                out.println(indent + "<Directory Id=\"d." + id(entry) + "\" Name=\"" + escaped(name(entry)) + "\">");
                list(entry, indent + "  ");
                out.println(indent + "</Directory>");
            } else if (!leftOut.contains(entry)) {
                component(entry, indent);
            }
        }
    }

    private static List<Path> sorted(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    private void component(Path file, String indent) {
        UUID guid = guid(file);
        String component = "c." + id(file);
        components.add(component);
        out.println(indent + "<Component Id=\"" + component + "\" Guid=\"" + upperCase(guid) + "\" Win64=\"yes\">");
        out.println(indent + "  <File Id=\"f." + id(file) + "\" KeyPath=\"yes\" Source=\"$(var.Stage)/"
                + escaped(relative(file)) + "\"/>");
        out.println(indent + "</Component>");
    }

    private String id(Path entry) {
        return guid(entry).toString().replace("-", "");
    }

    private static String upperCase(UUID guid) {
        return guid.toString().toUpperCase(Locale.ROOT);
    }

    /** Windows does not distinguish cases, so the name does not either. */
    private UUID guid(Path entry) {
        return version5(NAMESPACE, relative(entry).toLowerCase(Locale.ROOT));
    }

    private String relative(Path entry) {
        return stage.relativize(entry).toString().replace('\\', '/');
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** RFC 4122, section 4.3, with SHA-1. */
    private static UUID version5(UUID namespace, String name) {
        MessageDigest digest = sha1();
        digest.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
