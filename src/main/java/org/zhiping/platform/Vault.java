package org.zhiping.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts personal data at rest (AES-256-GCM, a fresh 12-byte nonce in front of each text). The key is the setting
 * {@code zhiping.vault.key} (32 bytes in Base64), or is generated once into the data folder.
 */
@Component
public class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final SecretKeySpec fingerprintKey;

    Vault(@Value("${zhiping.vault.key:}") String configured, DataFolder data) {
        byte[] secret = Base64.getDecoder().decode(configured.isBlank() ? data.secret("vault.key", 32) : configured);
        if (secret.length != 32) {
            throw new IllegalArgumentException("zhiping.vault.key must be 32 bytes in Base64, but has " + secret.length);
        }
        this.key = new SecretKeySpec(secret, "AES");
        this.fingerprintKey = new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), "fingerprint"), "HmacSHA256");
    }

    /** Null stays null. */
    public String encrypt(String text) {
        return text == null ? null : Base64.getEncoder().encodeToString(encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Null stays null. */
    public String decrypt(String text) {
        return text == null ? null : new String(decrypt(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
    }

    public byte[] encrypt(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] body = run(Cipher.ENCRYPT_MODE, nonce, plain, 0);
        byte[] all = new byte[NONCE_BYTES + body.length];
        System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
        System.arraycopy(body, 0, all, NONCE_BYTES, body.length);
        return all;
    }

    public byte[] decrypt(byte[] sealed) {
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES);
    }

    /** A keyed hash, equal for equal texts, to find a row without reading what is encrypted in it. */
    public String fingerprint(String text) {
        return HexFormat.of().formatHex(hmac(fingerprintKey, text));
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Stored data does not fit this installation's vault key", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
