package org.zhiping.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiping.intake.Resubmission.FileChange;

/** Which files came, went and took another's place between two moments. */
final class FileChanges {

    private FileChanges() {
    }

    /** @param current files that count; @param earlier files that had been handed in and counted once */
    static List<FileChange> between(Instant from, Instant to, List<AttachedFile> current, List<EarlierFile> earlier) {
        List<AttachedFile> added = new ArrayList<>(Stream.concat(current.stream(), earlier.stream().map(EarlierFile::file))
                .filter(file -> within(file.attachedAt(), from, to)).toList());
        List<FileChange> changes = new ArrayList<>();
        for (EarlierFile one : earlier) {
            if (within(one.endedAt(), from, to)) {
                Optional<AttachedFile> successor = successor(one, added);
                successor.ifPresent(added::remove);
                changes.add(new FileChange(one.file().material(), one.file(), successor.orElse(null)));
            }
        }
        added.forEach(file -> changes.add(new FileChange(file.material(), null, file)));
        return changes;
    }

    /** The one that took its place, or, where that was itself replaced before anybody saw it, what came of it. */
    private static Optional<AttachedFile> successor(EarlierFile one, List<AttachedFile> added) {
        if (one.replacedBy() == null) {
            return Optional.empty();
        }
        return added.stream().filter(file -> file.document().equals(one.replacedBy())).findFirst()
                .or(() -> added.stream().filter(file -> file.material().equals(one.file().material())).findFirst());
    }

    private static boolean within(Instant moment, Instant from, Instant to) {
        return moment.isAfter(from) && !moment.isAfter(to);
    }
}
