package org.synwarden.platform.windows.firewall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.synwarden.respond.ResponseException;

/**
 * The security id of a packaged app's container, by which the firewall knows it: {@code S-1-15-2-} and the first seven
 * 32-bit words of the SHA-256 of the package family name, in lower case and UTF-16, as
 * {@code DeriveAppContainerSidFromAppContainerName} derives it. Pure.
 */
final class PackageId {
    private static final String PREFIX = "S-1-15-2";
    private static final int WORDS = 7;
    private static final Pattern ID = Pattern.compile("S-1-15-2(-[0-9]{1,10}){7,11}");
    private static final Pattern FAMILY = Pattern.compile("[A-Za-z0-9.-]{3,50}_[a-z0-9]{13}");

    private PackageId() {}

    /**
     * The security id.
     *
     * @param app a package family name, {@code Microsoft.WindowsCalculator_8wekyb3d8bbwe}, or the security id itself
     * @throws ResponseException when it is neither
     */
    static String of(String app) throws ResponseException {
        if (ID.matcher(app).matches()) {
            return app;
        }
        if (!FAMILY.matcher(app).matches()) {
            throw new ResponseException("'" + app + "' is no package family name, such as"
                    + " Microsoft.WindowsCalculator_8wekyb3d8bbwe; PowerShell's Get-AppxPackage lists them");
        }
        ByteBuffer hash = ByteBuffer.wrap(sha256(app.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE)))
                .order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder id = new StringBuilder(PREFIX);
        for (int i = 0; i < WORDS; i++) {
            id.append('-').append(Integer.toUnsignedString(hash.getInt()));
        }
        return id.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
