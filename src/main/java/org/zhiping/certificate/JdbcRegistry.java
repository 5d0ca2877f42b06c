package org.zhiping.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.platform.Vault;

@Repository
class JdbcRegistry implements Registry {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String SELECT = "select * from certificate ";

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcRegistry(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Serial next(String series) {
        return jdbc.sql("""
                        insert into certificate_series (series, last) values (:series, 1)
                        on conflict (series) do update set last = certificate_series.last + 1
                        returning series, last""")
                .param("series", series)
                .query((row, n) -> new Serial(row.getString("series"), row.getLong("last"))).single();
    }

    @Override
    public void add(Certificate certificate, Serial serial, Instant at) {
        jdbc.sql("""
                        insert into certificate (number, case_number, standard, edition, level, direction, series, serial,
                            printed, document, issued_on, status, status_on, recorded_at)
                        values (:number, :caseNumber, :standard, :edition, :level, :direction, :series, :serial,
                            :printed, :document, :issuedOn, :status, :statusOn, :at)""")
                .param("number", certificate.number()).param("caseNumber", certificate.caseNumber())
                .param("standard", certificate.standard()).param("edition", certificate.edition())
                .param("level", certificate.level()).param("direction", certificate.direction())
                .param("series", serial.series()).param("serial", serial.value())
                .param("printed", seal(certificate.printed())).param("document", certificate.document())
                .param("issuedOn", certificate.printed().issuedOn()).param("status", certificate.status().name())
                .param("statusOn", certificate.statusOn()).param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Certificate> find(String number) {
        return jdbc.sql(SELECT + "where number = :number").param("number", number).query(this::row).optional();
    }

    @Override
    public Optional<Certificate> ofCase(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = :caseNumber").param("caseNumber", caseNumber)
                .query(this::row).optional();
    }

    @Override
    public void noteLookup(String clientAddress, String shown, Instant at) {
        jdbc.sql("insert into certificate_lookup (at, client, number) values (:at, :client, :number)")
                .param("at", at.atOffset(ZoneOffset.UTC)).param("client", vault.fingerprint(clientAddress))
                .param("number", shown).update();
    }

    private Certificate row(ResultSet row, int n) throws SQLException {
        return new Certificate(row.getString("number"), row.getString("case_number"), row.getString("standard"),
                row.getString("edition"), row.getString("level"), row.getString("direction"),
                unseal(row.getString("printed")), row.getObject("document", UUID.class),
                CertificateStatus.valueOf(row.getString("status")), row.getObject("status_on", LocalDate.class));
    }

    private String seal(Printed printed) {
        try {
            return vault.encrypt(JSON.writeValueAsString(printed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A certificate's text cannot be written");
        }
    }

    private Printed unseal(String sealed) {
        try {
            return JSON.readValue(vault.decrypt(sealed), Printed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A certificate's text cannot be read");
        }
    }
}
