package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The paper: readable Chinese, embedded fonts, and no character left out. */
class CertificatePdfTest {

    private final CertificatePdf pdf = new CertificatePdf(new Typefaces());

    static Printed printed(String holder) {
        return new Printed("S123411000001264000017", "职业技能等级证书", "示例职业技能评价中心", holder, "110101********002X",
                "全媒体运营师", "全媒体运营师国家职业标准（2023年版）", "四级/中级工", "创意策划",
                List.of(new Printed.Mark("理论知识考试", "86.50"), new Printed.Mark("操作技能考核", "79.33")),
                List.of("证书名称"), LocalDate.of(2026, 11, 22));
    }

    @Test
    void textIsChineseThatCanBeCopied() throws IOException {
        String text = text(printed("张三"));
        assertThat(text).contains("职业技能等级证书", "示例职业技能评价中心", "张三", "110101********002X", "全媒体运营师（创意策划）",
                "四级/中级工", "《全媒体运营师国家职业标准（2023年版）》", "操作技能考核", "79.33", "S123411000001264000017", "2026年11月22日",
                "由本机构自行确定");
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.render(printed("𠮷野峯Łukasz")))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDResources resources = document.getPage(0).getResources();
            assertThat(resources.getFontNames()).hasSize(3).allSatisfy(name -> assertThat(font(resources, name).isEmbedded()).isTrue());
        }
    }

    @Test
    void rareCharactersOfNamesAreThere() throws IOException {
        assertThat(text(printed("𠮷野峯Łukasz"))).contains("𠮷野峯Łukasz");
    }

    @Test
    void aCharacterWithoutAGlyphIsReported() {
        assertThatThrownBy(() -> pdf.check(printed("张𠀀"))).isInstanceOf(Unprintable.class).hasMessageContaining("U+20000");
        pdf.check(printed("张三"));
    }

    @Test
    void markupInANameIsText() throws IOException {
        assertThat(text(printed("<b>李&四</b>"))).contains("<b>李&四</b>");
    }

    @Test
    void longTextsStayOnThePage() throws IOException {
        Printed own = new Printed("IO-2026-INTERMEDIATE-000001", "职业能力等级评价证书", "某某省某某市职业能力评价与人才服务促进中心有限公司",
                "María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón Ibáñez", "EA*****21", "独立运营师", "独立运营师等级评价规范", "中级", "直播运营（含短视频与图文）",
                List.of(new Printed.Mark("考试", "86.50"), new Printed.Mark("综合评价", "79.33"), new Printed.Mark("综合评审", "100.00")),
                List.of("证书编号规则", "证书名称", "满分 100", "合格线 60"), LocalDate.of(2027, 1, 1));
        byte[] content = pdf.render(own);
        try (PDDocument document = Loader.loadPDF(content)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    private String text(Printed printed) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.render(printed))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private static PDFont font(PDResources resources, COSName name) {
        try {
            return resources.getFont(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
