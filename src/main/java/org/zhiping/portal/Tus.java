package org.zhiping.portal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.zhiping.intake.MaterialUploads;
import org.zhiping.platform.Refusal;

/** Words of the protocol tus 1.0. */
final class Tus {

    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";
    static final String EXPIRES = "Upload-Expires";

    private Tus() {
    }

    /** The client speaks another version. */
    static final class WrongVersion extends RuntimeException {
    }

    static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    /** @throws Refusal when the metadata are not pairs of a key and a Base64 value, or say not what the file is for */
    static MaterialUploads.Plan plan(String metadata, long length) {
        Map<String, String> said = metadata(metadata);
        String replaces = said.getOrDefault("replaces", "");
        String material = said.getOrDefault("material", "");
        if (material.isEmpty() && replaces.isEmpty()) {
            throw Refusal.invalid("material", "material-kind-first");
        }
        try {
            return new MaterialUploads.Plan(material, replaces.isEmpty() ? null : UUID.fromString(replaces), said.get("filename"), length,
                    said.getOrDefault("fingerprint", ""));
        } catch (IllegalArgumentException noId) {
            throw Refusal.invalid("metadata", "upload-metadata-not-understood");
        }
    }

    private static Map<String, String> metadata(String header) {
        Map<String, String> said = new HashMap<>();
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            if (!parts[0].isEmpty()) {
                said.put(parts[0], parts.length == 1 ? "" : decoded(parts[1].strip()));
            }
        }
        return said;
    }

    private static String decoded(String base64) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64))).toString();
        } catch (CharacterCodingException | IllegalArgumentException broken) {
            throw Refusal.invalid("metadata", "upload-metadata-not-understood");
        }
    }
}
