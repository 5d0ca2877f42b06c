package org.zhiping.group;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhiping.document.Documents;
import org.zhiping.platform.Retained;

/** The files that agents handed in, and everything that was read of them. That there was a file stays. */
@Component
class GroupRetained implements Retained {

    private final JdbcImports imports;
    private final Documents documents;

    GroupRetained(JdbcImports imports, Documents documents) {
        this.imports = imports;
        this.documents = documents;
    }

    @Override
    public String kind() {
        return "group-files";
    }

    @Override
    public List<Item> begunBefore(Instant begun, String after, int limit) {
        return imports.endedBefore(begun, after, limit).stream().map(file -> new Item(file.number(), null, file.endedAt())).toList();
    }

    @Override
    public void delete(Item item, String because) {
        GroupImport file = imports.lock(item.id());
        Stream.of(file.sheet(), file.archive()).filter(document -> document != null).forEach(documents::remove);
        imports.empty(item.id());
    }
}
