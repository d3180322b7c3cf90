package org.synwarden.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What this program is. */
public final class Product {
    private Product() {}

    /** The version that the build wrote into the program. */
    public static String version() {
        try (InputStream in = Product.class.getResourceAsStream("/synwarden.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("the program is damaged: its version cannot be read", e);
        }
    }
}
