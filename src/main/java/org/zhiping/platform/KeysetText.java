package org.zhiping.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;

/** The keys as text: {@code {"data": …, "index": …}}, each a keyset in Tink's own JSON, in the clear or wrapped by another key. */
class KeysetText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Aead wrapping;

    /** @param wrappingKey 32 bytes in Base64; blank when keysets are kept in the clear */
    KeysetText(String wrappingKey) {
        try {
            this.wrapping = wrappingKey.isBlank() ? null : new AesGcmJce(Base64.getDecoder().decode(wrappingKey));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WrongVaultKey("zhiping.vault.wrapping-key must be 32 bytes in Base64.");
        }
    }

    String write(VaultKeys keys) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of(
                    "data", JSON.readTree(write(keys.data(), "data")), "index", JSON.readTree(write(keys.index(), "index"))));
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException("The keys cannot be written as text");
        }
    }

    VaultKeys read(String text) {
        try {
            JsonNode both = JSON.readTree(text);
            return new VaultKeys(read(both.path("data"), "data"), read(both.path("index"), "index"));
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new WrongVaultKey(wrapping == null
                    ? "The keyset of the vault cannot be read. If it is wrapped, zhiping.vault.wrapping-key is missing."
                    : "The keyset of the vault cannot be read with this zhiping.vault.wrapping-key.");
        }
    }

    private String write(KeysetHandle keys, String use) throws GeneralSecurityException {
        return wrapping == null ? TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
                : TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, wrapping, use.getBytes(StandardCharsets.UTF_8));
    }

    private KeysetHandle read(JsonNode keys, String use) throws GeneralSecurityException {
        return wrapping == null ? TinkJsonProtoKeysetFormat.parseKeyset(keys.toString(), InsecureSecretKeyAccess.get())
                : TinkJsonProtoKeysetFormat.parseEncryptedKeyset(keys.toString(), wrapping, use.getBytes(StandardCharsets.UTF_8));
    }
}
