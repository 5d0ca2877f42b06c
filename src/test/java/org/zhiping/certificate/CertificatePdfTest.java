package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiping.document.PageReading;
import org.zhiping.document.PageReading.Placed;
import org.zhiping.document.Papers;
import org.zhiping.document.PdfA;
import org.zhiping.document.TestPapers;
import org.zhiping.document.Unprintable;
import org.zhiping.platform.PublicAddress;
import org.zhiping.standard.Level;
import org.zhiping.standard.StandardPack;
import org.zhiping.standard.TestStandards;

/** The paper: readable Chinese, embedded fonts, no character left out, everything in its place. */
class CertificatePdfTest {

    private static final PublicAddress ADDRESS = new PublicAddress(URI.create("https://zhiping.example.org"));
    private static final Papers PAPERS = new Papers();
    private static final Rectangle2D FRAME = new Rectangle2D.Double(14, 14, 269, 182);

    private final CertificatePdf pdf = new CertificatePdf(PAPERS, TestPapers.seal(TestPapers.SAMPLE), ADDRESS);

    static Printed printed(String holder) {
        return new Printed("S123411000001264000017", "职业技能等级证书", "示例职业技能评价中心", holder, "1101**********002X",
                "全媒体运营师", "全媒体运营师国家职业标准（2023年版）", "四级/中级工", "创意策划",
                List.of(new Printed.Mark("理论知识考试", "Theory examination", "86.50"),
                        new Printed.Mark("操作技能考核", "Skill assessment", "79.33")),
                List.of("证书名称"), LocalDate.of(2026, 11, 22),
                new Printed.English("Certificate of Vocational Skill Level", "Sample Skill Evaluation Centre", "All-media operator", "National occupational standard for all-media operators (2023)",
                        "Level 4 / intermediate worker", "Creative planning"));
    }

    /** As much text as the parameters of a round and the lengths of names allow. */
    private static Printed longest(String holder) {
        return new Printed("IO-2026-INTERMEDIATE-000001", "某某省职业能力与专业水平等级评价合格证书", "某某省某某市职业能力评价与人才服务促进中心有限公司（某某经济技术开发区）",
                holder, "EA*****21", "独立运营师", "独立运营师等级评价规范", "中级独立运营师", "直播运营（含短视频与图文）",
                List.of(new Printed.Mark("理论知识考试", "Theory examination", "86.50"), new Printed.Mark("操作技能考核", "Skill assessment", "79.33"),
                        new Printed.Mark("综合评审", "Comprehensive review", "100.00")),
                List.of("证书编号规则", "证书名称", "满分 100", "合格线 60"), LocalDate.of(2027, 1, 1),
                new Printed.English("Certificate of Vocational Competence Assessment", "Centre for the Evaluation of Skills and the Service of Talent, Ltd.",
                        "Independent operator",
                        "Specification for the level evaluation of independent operators", "Intermediate independent operator", "Live-stream operation with short video"));
    }

    @Test
    void textIsChineseAndEnglishThatCanBeCopied() {
        assertThat(new PageReading(render(printed("张三"))).text()).contains("职业技能等级证书CertificateofVocationalSkillLevel",
                "S123411000001264000017", "兹证明张三（证件号码：1101**********002X）按照《全媒体运营师国家职业标准（2023年版）》",
                "达到全媒体运营师（创意策划）四级/中级工要求", "All-mediaoperator(Creativeplanning),Level4/intermediateworker",
                "操作技能考核79.33分", "Skillassessment79.33", "示例职业技能评价中心SampleSkillEvaluationCentre", "2026年11月22日22November2026",
                "由本机构自行确定");
    }

    @Test
    void theCodeLeadsToTheLookupOfThisNumber() {
        PageReading page = new PageReading(render(printed("张三")));
        assertThat(page.qrCode(0, code(page).box())).isEqualTo("https://zhiping.example.org/lookup?number=S123411000001264000017");
    }

    @Test
    void everythingIsInItsPlace() {
        for (String holder : List.of("张三", "阿卜杜热合曼·买买提依明·吐尔逊江·艾合买提江·阿布都克里木·努尔买买提·热合木",
                "María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón")) {
            inItsPlace(printed(holder), true);
            inItsPlace(longest(holder), true);
            inItsPlace(longest(holder), false);
        }
    }

    @Test
    void everyLevelOfBothStandardsFits() {
        for (StandardPack pack : TestStandards.packs().all()) {
            for (Level level : pack.levels()) {
                pack.directionsAt(level.code()).stream().max(Comparator.comparing(direction -> direction.nameEn().length()))
                        .ifPresentOrElse(longest -> inItsPlace(printed(pack, level, longest.name(), longest.nameEn()), true),
                                () -> inItsPlace(printed(pack, level, "", ""), false));
            }
        }
    }

    private static Printed printed(StandardPack pack, Level level, String direction, String directionEn) {
        return new Printed("S000011000001264000017", "职业能力等级评价证书", TestPapers.SAMPLE.name(), "欧阳娜娜", "1101**********002X", pack.name(),
                pack.title(), level.name(), direction, pack.parts().stream().filter(part -> part.levels().contains(level.code()))
                        .map(part -> new Printed.Mark(part.name(), part.nameEn(), "100.00")).toList(),
                List.of("证书编号规则", "证书名称", "满分 100", "合格线 60"), LocalDate.of(2026, 12, 31),
                new Printed.English("Certificate of Vocational Competence Assessment", TestPapers.SAMPLE.nameEn(), pack.nameEn(),
                        pack.titleEn(), level.nameEn(), directionEn));
    }

    private void inItsPlace(Printed printed, boolean withPhoto) {
        PageReading page = new PageReading(pdf.render(printed, withPhoto ? Optional.of(TestPapers.portrait()) : Optional.empty()));
        assertThat(page.pages()).isEqualTo(1);
        assertThat(page.fontsEmbedded(0)).containsExactly(true);
        assertThat(page.images(0)).hasSize(withPhoto ? 3 : 2).allSatisfy(image -> assertThat(FRAME.contains(image.box())).isTrue());
        List<Placed> characters = page.characters(0);
        assertThat(characters).allSatisfy(character -> assertThat(FRAME.contains(character.box())).as(character.toString()).isTrue());
        page.images(0).stream().filter(image -> image.box().getX() < 200 || image.box().getY() < 120).forEach(image ->
                assertThat(characters).noneMatch(character -> character.box().intersects(image.box())));
        assertThat(page.overlaps(0)).isEmpty();
        assertThat(page.text()).contains(printed.holder().replace(" ", ""));
    }

    @Test
    void isMadeToBeKept() throws Exception {
        assertThat(PdfA.faults(pdf.render(printed("𠮷野峯Łukasz"), Optional.of(TestPapers.portrait())))).isEmpty();
    }

    @Test
    void theSealLiesOverTheIssuersName() {
        PageReading page = new PageReading(render(printed("张三")));
        Rectangle2D seal = page.images(0).get(0).box();
        assertThat(seal.getWidth()).isBetween(39.0, 41.0);
        String under = page.characters(0).stream().filter(character -> character.box().intersects(seal)).map(Placed::what)
                .reduce("", String::concat);
        assertThat(under).contains("职业技能评价").doesNotContain("兹证明");
        assertThat(new PageReading(render(printed("张三"))).text()).doesNotContain("盖章");
    }

    @Test
    void withoutASealThereIsAPlaceForOne() {
        CertificatePdf unsealed = new CertificatePdf(PAPERS, TestPapers.seal(TestPapers.OWN), ADDRESS);
        PageReading page = new PageReading(unsealed.render(printed("张三"), Optional.empty()));
        assertThat(page.text()).contains("（盖章）");
        assertThat(page.images(0)).hasSize(1);
    }

    @Test
    void rareCharactersOfNamesAreThere() {
        for (String holder : List.of("𠮷野峯Łukasz", "李䶮", "王㼆", "阿依古丽·买买提")) {
            assertThat(new PageReading(render(printed(holder))).text()).contains(holder);
        }
    }

    @Test
    void aCharacterWithoutAGlyphIsReported() {
        assertThatThrownBy(() -> pdf.check(printed("张𠀀"))).isInstanceOf(Unprintable.class).hasMessageContaining("U+20000");
        pdf.check(printed("张三"));
    }

    @Test
    void markupInANameIsText() {
        assertThat(new PageReading(render(printed("<b>李&四</b>"))).text()).contains("<b>李&四</b>");
    }

    private byte[] render(Printed printed) {
        return pdf.render(printed, Optional.empty());
    }

    private static Placed code(PageReading page) {
        return page.images(0).stream().filter(image -> image.box().getX() < 60).findFirst().orElseThrow();
    }
}
