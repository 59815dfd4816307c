package dev.newswire.platform.registry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust, and who to be, when the registry speaks TLS. The properties have the names that Confluent's own clients
 * read: {@code schema.registry.ssl.truststore.location} and so on.
 */
final class RegistryTls {
    private static final String PREFIX = "schema.registry.ssl.";
    private static final char[] NONE = {};
    private final Map<String, ?> configuration;

    private RegistryTls(Map<String, ?> configuration) {
        this.configuration = configuration;
    }

    /**
     * The context that the properties describe; empty where they describe none, so that Java's own holds.
     *
     * @throws ConfigException if a store cannot be read
     */
    static Optional<SSLContext> from(Map<String, ?> configuration) {
        RegistryTls tls = new RegistryTls(configuration);
        String trust = tls.text("truststore.location");
        String keys = tls.text("keystore.location");
        if (trust == null && keys == null) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(tls.keys(keys), tls.trust(trust), null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new ConfigException("TLS to the schema registry cannot be set up: " + e.getMessage());
        }
    }

    private TrustManager @Nullable [] trust(@Nullable String location) throws GeneralSecurityException {
        if (location == null) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store("truststore", location));
        return factory.getTrustManagers();
    }

    private KeyManager @Nullable [] keys(@Nullable String location) throws GeneralSecurityException {
        if (location == null) {
            return null;
        }
        String password = text("key.password");
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store("keystore", location), password == null ? password("keystore") : password.toCharArray());
        return factory.getKeyManagers();
    }

    private KeyStore store(String kind, String location) throws GeneralSecurityException {
        String type = text(kind + ".type");
        boolean isPem = "PEM".equals(type)
                || type == null && location.toLowerCase(Locale.ROOT).endsWith(".pem");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(location)))) {
            if (isPem) {
                return certificates(in);
            }
            KeyStore store = KeyStore.getInstance(type == null ? "PKCS12" : type);
            store.load(in, password(kind));
            return store;
        } catch (IOException e) {
            // The message of a wrong password does not hold it.
            throw new ConfigException(PREFIX + kind + ".location: " + location + " cannot be read: " + e.getMessage());
        }
    }

    private static KeyStore certificates(InputStream in) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, NONE);
        int number = 0;
        for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return store;
    }

    private char @Nullable [] password(String kind) {
        String password = text(kind + ".password");
        return password == null ? null : password.toCharArray();
    }

    private @Nullable String text(String name) {
        Object value = configuration.get(PREFIX + name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
