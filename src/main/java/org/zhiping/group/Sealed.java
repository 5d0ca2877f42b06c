package org.zhiping.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Vault;

/** Everything that tells of people, as it is kept: JSON, encrypted. */
@Component
class Sealed {

    private final ObjectMapper json;
    private final Vault vault;

    Sealed(ObjectMapper json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    /** Null stays null. */
    String seal(Object value) {
        return value == null ? null : vault.encrypt(written(value));
    }

    <T> T open(String sealed, TypeReference<T> type) {
        try {
            return sealed == null ? null : json.readValue(vault.decrypt(sealed), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keyed, and equal for equal content. */
    String digest(Object value) {
        return vault.fingerprint(written(value));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
