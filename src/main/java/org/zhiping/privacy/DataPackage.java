package org.zhiping.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.zhiping.platform.HeldData;
import org.zhiping.platform.Refusal;

/**
 * Everything held about a person as one archive: a page to read, the same for machines, and the files, which pass through a few
 * kilobytes at a time and are nowhere put together.
 */
@Component
class DataPackage {

    private record Section(HeldData held, JsonNode data) {
    }

    private final List<HeldData> features;
    private final DataPage page;
    private final ObjectMapper json;

    DataPackage(List<HeldData> features, DataPage page, ObjectMapper json) {
        this.features = features;
        this.page = page;
        this.json = json;
    }

    List<String> sections() {
        return features.stream().map(HeldData::section).toList();
    }

    /** @param out is not closed */
    void write(String account, Locale language, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        List<Section> sections = new ArrayList<>();
        for (HeldData feature : features) {
            Section section = new Section(feature, json.valueToTree(feature.of(account)));
            sections.add(section);
            text(zip, "json/" + feature.section() + ".json", json.writerWithDefaultPrettyPrinter().writeValueAsString(section.data()));
        }
        List<String> left = files(zip, account);
        text(zip, language.equals(Locale.ENGLISH) ? "read-me.html" : "请先阅读.html", page.of(language, sections.stream()
                .map(section -> new DataPage.Part(section.held().section(), section.data())).toList(), left));
        zip.finish();
    }

    /** @return names of files that cannot be given now, as those that still wait for the virus scanner */
    private List<String> files(ZipOutputStream zip, String account) throws IOException {
        Set<String> used = new HashSet<>();
        List<String> left = new ArrayList<>();
        for (HeldData feature : features) {
            for (HeldData.HeldFile file : feature.files(account)) {
                String name = unique("files/" + feature.section() + "/" + safe(file.name()), used);
                try (InputStream content = file.content().open()) {
                    zip.putNextEntry(new ZipEntry(name));
                    content.transferTo(zip);
                    zip.closeEntry();
                } catch (Refusal notNow) {
                    left.add(name);
                }
            }
        }
        return left;
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** No part of a name climbs out of its folder, whatever it was called by whoever uploaded it. */
    private static String safe(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/")) {
            String plain = part.replaceAll("[\\p{Cntrl}\\\\:*?\"<>|]", "_").strip();
            parts.add(plain.isEmpty() || plain.matches("\\.+") ? "_" : plain);
        }
        return String.join("/", parts);
    }

    private static String unique(String name, Set<String> used) {
        String candidate = name;
        for (int n = 2; !used.add(candidate.toLowerCase(Locale.ROOT)); n++) {
            int dot = name.lastIndexOf('.');
            candidate = dot > name.lastIndexOf('/') ? name.substring(0, dot) + "-" + n + name.substring(dot) : name + "-" + n;
        }
        return candidate;
    }
}
