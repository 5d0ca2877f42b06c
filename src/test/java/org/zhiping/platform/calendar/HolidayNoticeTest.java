package org.zhiping.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiping.platform.Refusal;

/** The notices of three years, as they were published, say what the product's own years have. */
class HolidayNoticeTest {

    private static final Map<Integer, String> NOTICES = Map.of(2024, """
            国务院办公厅关于2024年
            部分节假日安排的通知
            各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
            经国务院批准，现将2024年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
            一、元旦：1月1日放假，与周末连休。
            二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
            三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
            四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
            五、端午节：6月10日放假，与周末连休。
            六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
            七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
            节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
            """, 2025, """
            一、元旦：1月1日（周三）放假1天，不调休。
            二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
            三、清明节：4月4日（周五）至6日（周日）放假，共3天。
            四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
            五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
            六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
            """, 2026, """
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            """);

    private static List<String> plain(List<SpecialDay> days) {
        return days.stream().sorted(Comparator.comparing(SpecialDay::day)).map(day -> day.day() + " " + day.working()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void aNoticeIsReadAsItWasMeant(int year) {
        List<SpecialDay> shipped = ShippedYears.read().stream().filter(one -> one.year() == year).findFirst().orElseThrow().days();
        String text = NOTICES.get(year);
        assertThat(HolidayNotice.is(text)).isTrue();
        assertThat(plain(HolidayNotice.read(year, text))).isEqualTo(plain(shipped));
        assertThat(plain(HolidayNotice.read(year, text.replace("\n", "").replace("，", ",").replace("（", "(").replace("）", ")")))).isEqualTo(plain(shipped));
    }

    @ParameterizedTest
    @CsvSource({"一、元旦：1月1日（周五）放假。, calendar-notice-weekday", "一、元旦：1月1日至3日放假，共4天。, calendar-notice-count",
            "一、国庆节：10月1日至32日放假。, calendar-notice-day", "一、元旦：2025年12月29日（周一）至2026年1月1日放假，共4天。, calendar-notice-year",
            "一、元旦：1月5日至1日放假。, calendar-notice-day", "一、元旦：1月1日放假。2025年12月28日（周日）上班。, calendar-notice-year"})
    void whatCannotBeIsRefused(String text, String code) {
        assertThatThrownBy(() -> HolidayNotice.read(2026, text)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.faults()).extracting(Refusal.Fault::code).containsOnly(code));
    }

    @Test
    void theWeekendBeforeNewYearIsFreeAnyway() {
        assertThat(plain(HolidayNotice.read(2029, "一、元旦：2028年12月30日（周六）至2029年1月1日（周一）放假，共3天。"))).containsExactly("2029-01-01 false");
        assertThat(HolidayNotice.is("2026-01-01,休,元旦放假")).isFalse();
    }
}
