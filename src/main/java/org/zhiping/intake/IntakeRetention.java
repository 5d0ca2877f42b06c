package org.zhiping.intake;

import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.platform.Retained;

/** The classes of data that applications leave behind. */
@Configuration(proxyBeanMethods = false)
class IntakeRetention {

    private static final String ID_COPY = "ID_COPY";
    private static final String PHOTO = "PHOTO";

    private record Files(String kind, List<String> materials, boolean but, JdbcClosedCases cases) implements Retained {

        @Override
        public List<Item> begunBefore(Instant begun, String after, int limit) {
            return cases.files(materials, but, begun, after, limit);
        }

        @Override
        public void delete(Item item, String because) {
            cases.eraseFile(item.id(), because);
        }
    }

    private record Statements(String kind, List<ApplicationStatus> statuses, boolean submitted, JdbcClosedCases cases) implements Retained {

        @Override
        public List<Item> begunBefore(Instant begun, String after, int limit) {
            return cases.applications(statuses, submitted, begun, after, limit);
        }

        @Override
        public void delete(Item item, String because) {
            cases.eraseApplication(item.id(), because);
            if (!submitted) {
                cases.eraseFilesOf(item.id(), because);
            }
        }
    }

    @Bean
    Retained idCopies(JdbcClosedCases cases) {
        return new Files("id-copies", List.of(ID_COPY), false, cases);
    }

    @Bean
    Retained photos(JdbcClosedCases cases) {
        return new Files("photos", List.of(PHOTO), false, cases);
    }

    @Bean
    Retained otherMaterials(JdbcClosedCases cases) {
        return new Files("other-materials", List.of(ID_COPY, PHOTO), true, cases);
    }

    @Bean
    Retained applicationsDecided(JdbcClosedCases cases) {
        return new Statements("applications", List.of(ApplicationStatus.CERTIFIED, ApplicationStatus.FAILED), true, cases);
    }

    @Bean
    Retained applicationsGivenUp(JdbcClosedCases cases) {
        return new Statements("withdrawn-applications", List.of(ApplicationStatus.WITHDRAWN, ApplicationStatus.LAPSED, ApplicationStatus.CANCELLED), true, cases);
    }

    @Bean
    Retained draftsNeverSubmitted(JdbcClosedCases cases) {
        return new Statements("drafts", List.of(ApplicationStatus.WITHDRAWN, ApplicationStatus.LAPSED, ApplicationStatus.CANCELLED), false, cases);
    }
}
