package org.zhiping.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Two Tink keysets: one that seals data and grows, and one key for fingerprints that stays. Nothing here is ever printed or logged. */
final class VaultKeys {

    private static final int BYTES = 32;

    static {
        try {
            AeadConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle data;
    private final KeysetHandle index;
    private final Aead aead;
    private final Mac mac;

    VaultKeys(KeysetHandle data, KeysetHandle index) {
        try {
            this.data = data;
            this.index = index;
            this.aead = data.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.mac = index.getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("These are no keys of a vault", e);
        }
    }

    /**
     * The keys that follow from the one secret of an installation: the key that earlier versions used, without an id in what it
     * seals; the key for new data; and the key for fingerprints. All servers with the same secret come to the same keys.
     */
    static VaultKeys of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("zhiping.vault.key must be 32 bytes in Base64, but has " + secret.length);
        }
        try {
            int id = ByteBuffer.wrap(derived(secret, "key id")).getInt() & Integer.MAX_VALUE;
            return new VaultKeys(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(aesKey(secret, AesGcmParameters.Variant.NO_PREFIX, null)).withFixedId(id ^ 1))
                    .addEntry(KeysetHandle.importKey(aesKey(derived(secret, "data key"), AesGcmParameters.Variant.TINK, id))
                            .withFixedId(id).makePrimary()).build(),
                    KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(indexKey(derived(secret, "fingerprint"))).withFixedId(1)
                            .makePrimary()).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The vault's keys cannot be made", e);
        }
    }

    VaultKeys withNewKey() {
        try {
            return new VaultKeys(KeysetHandle.newBuilder(data)
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters(AesGcmParameters.Variant.TINK)).withRandomId().makePrimary())
                    .build(), index);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A new key cannot be made", e);
        }
    }

    /** @throws Refusal when it seals new data or is not here */
    VaultKeys without(int id) {
        if (data.getPrimary().getId() == id) {
            throw Refusal.conflict("vault-key-in-use");
        }
        if (list().stream().noneMatch(key -> key.id() == id)) {
            throw Refusal.notFound("vault-key-unknown");
        }
        try {
            KeysetHandle.Builder rest = KeysetHandle.newBuilder();
            for (int at = 0; at < data.size(); at++) {
                KeysetHandle.Entry entry = data.getAt(at);
                if (entry.getId() != id) {
                    KeysetHandle.Builder.Entry kept = KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
                    rest.addEntry(entry.isPrimary() ? kept.makePrimary() : kept);
                }
            }
            return new VaultKeys(rest.build(), index);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key cannot be taken out", e);
        }
    }

    List<VaultKey> list() {
        List<VaultKey> keys = new ArrayList<>();
        for (int at = 0; at < data.size(); at++) {
            KeysetHandle.Entry entry = data.getAt(at);
            keys.add(new VaultKey(entry.getId(), entry.getKey().getIdRequirementOrNull() != null, entry.isPrimary()));
        }
        keys.sort(Comparator.comparing(VaultKey::primary).reversed());
        return List.copyOf(keys);
    }

    Aead aead() {
        return aead;
    }

    Mac mac() {
        return mac;
    }

    KeysetHandle data() {
        return data;
    }

    KeysetHandle index() {
        return index;
    }

    private static AesGcmParameters parameters(AesGcmParameters.Variant variant) throws GeneralSecurityException {
        return AesGcmParameters.builder().setKeySizeBytes(BYTES).setIvSizeBytes(12).setTagSizeBytes(16).setVariant(variant).build();
    }

    private static Key aesKey(byte[] secret, AesGcmParameters.Variant variant, Integer id) throws GeneralSecurityException {
        return AesGcmKey.builder().setParameters(parameters(variant)).setKeyBytes(bytes(secret)).setIdRequirement(id).build();
    }

    private static Key indexKey(byte[] secret) throws GeneralSecurityException {
        HmacParameters parameters = HmacParameters.builder().setKeySizeBytes(BYTES).setTagSizeBytes(BYTES)
                .setHashType(HmacParameters.HashType.SHA256).setVariant(HmacParameters.Variant.NO_PREFIX).build();
        return HmacKey.builder().setParameters(parameters).setKeyBytes(bytes(secret)).build();
    }

    private static SecretBytes bytes(byte[] secret) {
        return SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get());
    }

    private static byte[] derived(byte[] secret, String purpose) throws GeneralSecurityException {
        javax.crypto.Mac hmac = javax.crypto.Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return hmac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }
}
