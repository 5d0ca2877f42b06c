package org.zhiping.platform;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Encrypts personal data at rest: AES-256-GCM by Tink, with the id of the key in front (5 bytes), then a 12-byte nonce, the ciphertext
 * and a 16-byte tag. What installations sealed before they had several keys has no id in front and stays readable.
 * See {@link VaultKeyStore} for where the keys are, and docs/personal-data.md for how they are changed.
 */
public class Vault {

    private static final byte[] NO_CONTEXT = new byte[0];

    private final VaultKeyStore store;
    private volatile VaultKeys keys;

    Vault(VaultKeyStore store) {
        this.store = store;
        this.keys = store.load();
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
        return encrypt(plain, NO_CONTEXT);
    }

    public byte[] decrypt(byte[] sealed) {
        return decrypt(sealed, NO_CONTEXT);
    }

    /** @param context says where these bytes belong; it is not stored, and without the same context nothing opens them */
    public byte[] encrypt(byte[] plain, byte[] context) {
        try {
            return newest().aead().encrypt(plain, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault cannot encrypt", e);
        }
    }

    /** @throws IllegalStateException when it was sealed by a key that is not among ours, in another context, or has been changed */
    public byte[] decrypt(byte[] sealed, byte[] context) {
        try {
            return open(keys.aead(), sealed, context);
        } catch (GeneralSecurityException e) {
            return openWithNewestKeys(sealed, context);
        }
    }

    /** A keyed hash, equal for equal texts, to find a row without reading what is encrypted in it. Its key is never changed. */
    public String fingerprint(String text) {
        try {
            return HexFormat.of().formatHex(keys.mac().computeMac(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault cannot compute a fingerprint", e);
        }
    }

    /** The keys there are, the one that seals new data first. */
    public List<VaultKey> keys() {
        return newest().list();
    }

    /** Whether keys are added and retired here, or by whoever set them from outside. */
    public boolean keepsItsKeys() {
        return store.writable();
    }

    /**
     * Makes a new key, which seals everything from now on. What older keys have sealed stays readable.
     *
     * @throws Refusal when the keys are kept outside
     */
    synchronized VaultKey addKey() {
        keys = store.change(VaultKeys::withNewKey);
        return keys.list().get(0);
    }

    /**
     * Destroys a key; the caller has made sure that nothing is sealed with it any more.
     *
     * @throws Refusal when it seals new data, is unknown, or the keys are kept outside
     */
    synchronized void retire(int key) {
        keys = store.change(before -> before.without(key));
    }

    /** A key that another server has added seals here too, after some seconds. */
    private VaultKeys newest() {
        if (store.looksChanged()) {
            reload();
        }
        return keys;
    }

    private byte[] openWithNewestKeys(byte[] sealed, byte[] context) {
        try {
            reload();
            return open(keys.aead(), sealed, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Stored data does not fit this installation's vault keys", e);
        }
    }

    private synchronized void reload() {
        keys = store.load();
    }

    private static byte[] open(Aead aead, byte[] sealed, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(sealed, context);
    }
}
