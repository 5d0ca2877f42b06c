package org.zhiping.review;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhiping.platform.DataFolder;

/**
 * The reasons that a reviewer may choose from. They are the institution's: a file {@value #FILE} in the data folder, or the one that
 * {@code zhiping.review.reason-codes} names, takes the place of the product's own. A file with a fault stops the start and says where.
 */
@Component
class ReasonCodes {

    static final String FILE = "reason-codes.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private record Listed(List<ReasonCode> reasons) {
    }

    private final List<ReasonCode> all;

    @Autowired
    ReasonCodes(DataFolder data, @Value("${zhiping.review.reason-codes:}") String named) {
        this(read(data.resolve(FILE), named));
    }

    ReasonCodes(List<ReasonCode> all) {
        this.all = List.copyOf(all);
    }

    /** In the order of the file. */
    List<ReasonCode> of(String verdict, String material) {
        return all.stream().filter(code -> code.verdict().equals(verdict) && code.goesWith(material)).toList();
    }

    Optional<ReasonCode> find(String code) {
        return all.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    static List<ReasonCode> read(Path own, String named) {
        Path file = named.isBlank() ? own : Path.of(named);
        if (named.isBlank() && Files.notExists(file)) {
            return standard();
        }
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new BadReasonCodes(file.toString(), List.of("无法读取 / cannot be read: " + e.getClass().getSimpleName()));
        }
    }

    /** Those that come with the product. */
    static List<ReasonCode> standard() {
        try (InputStream text = ReasonCodes.class.getResourceAsStream("/review/" + FILE)) {
            return parse(FILE, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BadReasonCodes(FILE, List.of(e.getMessage()));
        }
    }

    /** @throws BadReasonCodes with everything that is wrong */
    static List<ReasonCode> parse(String file, String text) {
        Listed listed;
        try {
            listed = YAML.readValue(text, Listed.class);
        } catch (JsonProcessingException e) {
            throw new BadReasonCodes(file, List.of((e.getLocation() == null ? "" : "行 line " + e.getLocation().getLineNr() + ": ") + e.getOriginalMessage()));
        }
        if (listed == null || listed.reasons() == null || listed.reasons().isEmpty()) {
            throw new BadReasonCodes(file, List.of("reasons: 一条也没有 / there is none"));
        }
        List<String> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < listed.reasons().size(); i++) {
            ReasonCode code = listed.reasons().get(i);
            String at = "第 " + (i + 1) + " 条 / no. " + (i + 1) + (code == null ? "" : " (" + code.code() + ")") + ", ";
            if (code == null) {
                faults.add(at + "空 / empty");
                continue;
            }
            code.faults().forEach(fault -> faults.add(at + fault));
            if (!codes.add(code.code())) {
                faults.add(at + "code: 重复 / used twice");
            }
        }
        if (!faults.isEmpty()) {
            throw new BadReasonCodes(file, faults);
        }
        return listed.reasons();
    }
}
