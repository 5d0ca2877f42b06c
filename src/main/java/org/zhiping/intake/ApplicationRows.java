package org.zhiping.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Vault;

/** Between a row, where everything personal is encrypted, and an application. */
@Repository
class ApplicationRows implements RowMapper<Application> {

    private static final int LONGEST = 60_000;

    private final ObjectMapper json;
    private final Vault vault;

    ApplicationRows(ObjectMapper json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    @Override
    public Application mapRow(ResultSet row, int index) throws SQLException {
        return new Application(row.getString("case_number"),
                new Application.Subject(row.getString("round_number"), row.getString("standard"), row.getString("edition"),
                        row.getString("level"), row.getString("direction")),
                row.getString("applicant"), vault.decrypt(row.getString("applicant_name")), row.getInt("version"),
                new Application.Progress(ApplicationStatus.valueOf(row.getString("status")), instant(row, "submitted_at"),
                        instant(row, "supplement_until")),
                unseal(row.getString("claims"), Claims.class), unseal(row.getString("confirmation"), Confirmation.class));
    }

    String seal(String text) {
        return vault.encrypt(text);
    }

    /** @throws Refusal when it is longer than anybody's life could be */
    String seal(Record value) {
        try {
            String text = json.writeValueAsString(value);
            if (text.length() > LONGEST) {
                throw Refusal.invalid("", "claims-too-long");
            }
            return vault.encrypt(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the identity document; null while it cannot be right. */
    String fingerprint(Claims claims) {
        return PersonCheck.document(claims.person()).map(vault::fingerprint).orElse(null);
    }

    /** Null stays null. */
    Claims claims(String sealed) {
        return sealed == null ? null : unseal(sealed, Claims.class);
    }

    private <T> T unseal(String sealed, Class<T> type) {
        try {
            return json.readValue(vault.decrypt(sealed), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
