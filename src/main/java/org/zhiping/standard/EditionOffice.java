package org.zhiping.standard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Sha256;
import org.zhiping.platform.Texts;
import org.zhiping.platform.process.model.ModelRules;

/** Checks what is sent before a transaction is begun for it. */
@Component
class EditionOffice implements Editions {

    private final PackLint lint;
    private final EditionRegister register;
    private final JdbcEditions editions;
    private final LivePacks packs;

    EditionOffice(ModelRules rules, Texts texts, EditionRegister register, JdbcEditions editions, LivePacks packs) {
        this.lint = new PackLint(rules, texts);
        this.register = register;
        this.editions = editions;
        this.packs = packs;
    }

    @Override
    public PackReport check(InputStream zip) throws IOException {
        return PackReport.of(lint.zip(PackZip.read(zip)), 0);
    }

    @Override
    public PackReport store(InputStream sent, boolean warningsAccepted, String by) throws IOException {
        byte[] zip = PackZip.read(sent);
        PackLint.Result found = lint.zip(zip);
        boolean warned = !found.problems().all().isEmpty();
        return found.usable() && (warningsAccepted || !warned)
                ? PackReport.of(found, register.enter(found, zip, Sha256.of(zip), by)) : PackReport.of(found, 0);
    }

    @Override
    public void remove(String standard, String edition, String by) {
        register.remove(standard, edition, by);
    }

    @Override
    public List<EditionVersion> versions() {
        List<EditionVersion> all = new ArrayList<>(editions.versions());
        packs.shipped().forEach(pack -> all.add(new EditionVersion(pack.standard(), pack.edition(), 0, "", 0, "", null, null, null)));
        return List.copyOf(all);
    }

    @Override
    public byte[] zip(String standard, String edition, int version) {
        boolean shipped = packs.shipped().stream().anyMatch(pack -> pack.standard().equals(standard) && pack.edition().equals(edition));
        return version == 0 && shipped ? shippedZip(standard, edition)
                : editions.zip(standard, edition, version).orElseThrow(() -> Refusal.notFound("pack-edition-version-not-found"));
    }

    private static byte[] shippedZip(String standard, String edition) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:standards/" + standard + "/" + edition + "/*.*")) {
                zip.putNextEntry(new ZipEntry(file.getFilename()));
                zip.write(file.getContentAsByteArray());
                zip.closeEntry();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bytes.toByteArray();
    }
}
