package org.zhiping.worklist;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiping.platform.SealedColumn;
import org.zhiping.platform.SealedColumns;
import org.zhiping.platform.Vault;

/** What lists show of the applicant behind a task, sealed as one text. */
@Component
class SealedPerson implements SealedColumns {

    private static final String GAP = "\n";

    private final Vault vault;

    SealedPerson(Vault vault) {
        this.vault = vault;
    }

    /** Null where there is no person. */
    String seal(Line.About about) {
        return about.person().isEmpty() ? null : vault.encrypt(about.person() + GAP + about.idNumber());
    }

    /** Masked name and masked identity number. */
    List<String> open(String sealed) {
        return sealed == null ? List.of("", "") : List.of(vault.decrypt(sealed).split(GAP, 2));
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SealedColumn.text("worklist_task", "person"));
    }
}
