package org.zhiping.group;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.platform.HeldData;

/** The rows in which a school or company has named a person: what they said, not who else is in the file. */
@Component
class GroupHeldData implements HeldData {

    private final JdbcRows rows;
    private final JdbcImports imports;

    GroupHeldData(JdbcRows rows, JdbcImports imports) {
        this.rows = rows;
        this.imports = imports;
    }

    /** @param cells by column, as read */
    record Named(String file, Instant handedIn, String caseNumber, Map<String, String> cells) {
    }

    @Override
    public String section() {
        return "group-applications";
    }

    @Override
    public Object of(String account) {
        return rows.ofAccount(account).entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(row -> named(imports.find(file.getKey()), row))).toList();
    }

    private static Named named(GroupImport file, GroupRow row) {
        return new Named(file.number(), file.startedAt(), row.caseNumber(), row.cells());
    }
}
