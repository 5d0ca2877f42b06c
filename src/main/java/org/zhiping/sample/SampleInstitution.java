package org.zhiping.sample;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiping.identity.Accounts;
import org.zhiping.identity.Role;
import org.zhiping.intake.Round;
import org.zhiping.intake.RoundPlan;
import org.zhiping.intake.Rounds;
import org.zhiping.platform.Language;

/** Fills an empty installation with an institution to try: accounts for every role and an open round for each standard. */
@Component
@ConditionalOnProperty("zhiping.sample.enabled")
public class SampleInstitution {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 14;

    private final Accounts accounts;
    private final Rounds rounds;
    private final Clock clock;
    private final String password;
    private final SecureRandom random = new SecureRandom();

    SampleInstitution(Accounts accounts, Rounds rounds, Clock clock, @Value("${zhiping.sample.password:}") String password) {
        this.accounts = accounts;
        this.rounds = rounds;
        this.clock = clock;
        this.password = password;
    }

    /** Does nothing where there is any account already. @return the passwords by account id, to be told once */
    @Transactional
    public Map<String, String> fill() {
        if (!accounts.isEmpty()) {
            return Map.of();
        }
        SampleData data = SampleFile.read("institution.yaml", SampleData.class);
        Map<String, String> passwords = new LinkedHashMap<>();
        for (SampleData.Person person : data.accounts()) {
            passwords.put(person.id(), newPassword());
            Set<Role> roles = person.roles().stream().map(id -> Role.of(id).orElseThrow()).collect(Collectors.toSet());
            accounts.create(person.id(), person.name(), "", roles, passwords.get(person.id()), "sample");
            accounts.reach(person.id(), address(person), Language.CHINESE, "sample");
        }
        for (SampleData.Person person : data.applicants()) {
            passwords.put(person.id(), newPassword());
            accounts.register(person.id(), person.name(), passwords.get(person.id()), address(person));
        }
        data.rounds().forEach(this::open);
        return passwords;
    }

    private static String address(SampleData.Person person) {
        return person.id() + "@zhiping.example";
    }

    private void open(SampleData.SampleRound sample) {
        Instant now = clock.instant();
        Round round = rounds.plan(new RoundPlan(sample.standard(), sample.edition(), sample.levels(), sample.directions(),
                now, now.plus(Duration.ofDays(sample.openDays())), LocalDate.now(clock), sample.parameters()));
        rounds.open(round.number());
    }

    /** The one that was set, or a new one by chance. */
    String newPassword() {
        if (!password.isBlank()) {
            return password;
        }
        return random.ints(PASSWORD_LENGTH, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
