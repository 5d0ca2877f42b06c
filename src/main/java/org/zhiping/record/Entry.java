package org.zhiping.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.zhiping.platform.Sha256;

/**
 * One act in a case.
 *
 * @param position  1 for the first of the case
 * @param actor     account id; null where the system did it
 * @param role      id of the role in which it was done; empty where there is none
 * @param basis     what it rests on, by the names in {@link org.zhiping.platform.CaseAct.Basis}
 * @param content   null once its time was over and it was erased
 * @param takenOver written at an upgrade from what other tables knew
 * @param digest    SHA-256 of what the entry says
 * @param hash      SHA-256 of the hash before it and the digest
 */
public record Entry(String caseNumber, int position, Instant at, String kind, String actor, String role, Map<String, String> basis,
                    Content content, boolean takenOver, byte[] digest, byte[] hash) {

    /**
     * What is encrypted.
     *
     * @param salt    32 hexadecimal digits at random, so that nobody can guess what an erased entry said
     * @param name    of the actor at the time; empty where the system did it
     * @param details by name
     */
    public record Content(String salt, String name, Map<String, String> details) {

        static final Content UNREADABLE = new Content("", "", Map.of());
    }

    public String name() {
        return content == null ? "" : content.name();
    }

    public Map<String, String> details() {
        return content == null ? Map.of() : content.details();
    }

    public boolean erased() {
        return content == null;
    }

    /** Whether it still says what was written; an erased one cannot tell. */
    boolean unchanged() {
        return erased() || Arrays.equals(digest, digest(caseNumber, at, kind, actor, role, basis, content, takenOver));
    }

    /** Of the content as JSON with its members in the order of their names and no blanks; see docs/case-record.md. */
    static byte[] digest(String caseNumber, Instant at, String kind, String actor, String role, Map<String, String> basis, Content content,
                         boolean takenOver) {
        Map<String, Object> said = new TreeMap<>();
        said.put("actor", actor == null ? "" : actor);
        said.put("at", at.toString());
        said.put("basis", new TreeMap<>(basis));
        said.put("caseNumber", caseNumber);
        said.put("details", new TreeMap<>(content.details()));
        said.put("kind", kind);
        said.put("name", content.name());
        said.put("role", role);
        said.put("salt", content.salt());
        said.put("takenOver", takenOver);
        return Sha256.digest().digest(RecordJson.of(said).getBytes(StandardCharsets.UTF_8));
    }

    /** @param before hash of the entry before; empty for the first */
    static byte[] link(byte[] before, byte[] digest) {
        MessageDigest sha = Sha256.digest();
        sha.update(before);
        return sha.digest(digest);
    }
}
