package org.zhiping.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.intake.PinnedStanding.Occasion;
import org.zhiping.platform.Language;
import org.zhiping.platform.Vault;
import org.zhiping.standard.FactTexts;
import org.zhiping.standard.Packs;
import org.zhiping.standard.Rulebook;
import org.zhiping.standard.StandardPack;

/** Rows that are written once. */
@Repository
class JdbcPinnedStandings implements PinnedStandings {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Standings standings;
    private final ClaimWords words;
    private final Packs packs;
    private final Rulebook rulebook;
    private final FactTexts texts;
    private final Clock clock;

    JdbcPinnedStandings(JdbcClient jdbc, Vault vault, Standings standings, ClaimWords words, Packs packs, Rulebook rulebook,
                        FactTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.standings = standings;
        this.words = words;
        this.packs = packs;
        this.rulebook = rulebook;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void pin(Application application, Occasion occasion) {
        PinnedStanding pinned = Language.said(Language.CHINESE, () -> standing(application, occasion));
        jdbc.sql("""
                insert into pinned_standing (case_number, occasion, pinned_at, edition, decision, content)
                values (:case, :occasion, :at, :edition, :decision, :content)
                """)
                .param("case", application.caseNumber()).param("occasion", occasion.name())
                .param("at", pinned.at().atOffset(ZoneOffset.UTC)).param("edition", pinned.edition())
                .param("decision", pinned.decision()).param("content", vault.encrypt(write(pinned))).update();
    }

    @Override
    public List<PinnedStanding> of(String caseNumber) {
        return jdbc.sql("select content from pinned_standing where case_number = :case order by id").param("case", caseNumber)
                .query((row, index) -> read(vault.decrypt(row.getString("content")))).list();
    }

    private PinnedStanding standing(Application application, Occasion occasion) {
        StandardPack pack = packs.find(application.standard(), application.edition());
        Standing standing = standings.of(application, occasion == Occasion.ACCEPTED ? application.confirmation() : Confirmation.NONE);
        Eligibility eligibility = standing.decided();
        List<PinnedStanding.Fact> facts = standing.ownFacts().entrySet().stream().map(fact -> new PinnedStanding.Fact(fact.getKey(),
                texts.label(pack, fact.getKey()), texts.value(fact.getKey(), fact.getValue()))).toList();
        return new PinnedStanding(occasion, clock.instant(), pack.edition(), rulebook.eligibilityTable(pack.standard(), pack.edition()),
                facts, words.facts(application), eligibility.outcome(), eligibility.referenceDate(), eligibility.met(), eligibility.misses(),
                eligibility.questions().stream().map(Question::text).toList());
    }

    private static String write(PinnedStanding pinned) {
        try {
            return JSON.writeValueAsString(pinned);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PinnedStanding read(String json) {
        try {
            return JSON.readValue(json, PinnedStanding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A pinned standing cannot be read");
        }
    }
}
