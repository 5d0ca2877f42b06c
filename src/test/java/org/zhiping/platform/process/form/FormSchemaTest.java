package org.zhiping.platform.process.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiping.platform.Refusal;

class FormSchemaTest {

    private static final String NAME = field("textfield", "name", "'validate':{'required':true,'minLength':2,'maxLength':5,'pattern':'^[a-z]+$'}");
    private static final String SCORE = field("number", "score", "'decimalDigits':2,'validate':{'min':0,'max':100}");
    private static final String SURE = field("checkbox", "sure", "'validate':{'required':true}");
    private static final String VERDICT = field("radio", "verdict", "'values':[{'label':'好','value':'good'},{'label':'差','value':'bad'}]");
    private static final String MEMBERS = field("taglist", "members", "'valuesKey':'memberOptions'");
    private static final String WHEN = field("datetime", "when", "'subtype':'datetime'");
    private static final String WHY = field("textarea", "why", "'validate':{'required':true},'conditional':{'hide':'=verdict != \\\"bad\\\"'}");
    private static final String ROWS = "{'type':'dynamiclist','id':'rows','path':'rows','label':'行','allowAddRemove':false,'components':["
            + field("textfield", "code", "'readonly':true") + "," + field("textfield", "note", "'validate':{'required':true}") + "]}";
    private static final Map<String, Object> SHOWN =
            Map.of("rows", List.of(Map.of("code", "m1", "name", "一"), Map.of("code", "m2", "name", "二")));

    @Test
    void textIsStrippedAndCounted() {
        assertThat(accept(NAME, Map.of("name", "  abc "))).containsEntry("name", "abc");
        assertThat(codes(NAME, Map.of("name", "a"))).containsExactly("form-short");
        assertThat(codes(NAME, Map.of("name", "abcdef"))).containsExactly("form-long");
        assertThat(codes(NAME, Map.of("name", "ABC"))).containsExactly("form-pattern");
        assertThat(codes(NAME, Map.of("name", 12))).containsExactly("form-type-text");
        assertThat(codes(NAME, Map.of("name", "a\u0000b"))).containsExactly("form-characters");
        assertThat(codes(NAME, Map.of("name", "   "))).containsExactly("form-required");
        assertThat(codes(NAME, Map.of())).containsExactly("form-required");
    }

    @Test
    void aFormatThatTakesForEverIsTold() {
        String form = field("textfield", "name", "'validate':{'pattern':'^a*a*a*a*a*b$'}");
        assertThat(accept(form, Map.of("name", "aab"))).containsEntry("name", "aab");
        assertThat(codes(form, Map.of("name", "a".repeat(10_000)))).containsExactly("form-pattern-costly");
    }

    @Test
    void charactersBeyondTheBasicPlaneCountOnce() {
        String form = field("textfield", "name", "'validate':{'maxLength':2}");
        assertThat(accept(form, Map.of("name", "𠮷田"))).containsEntry("name", "𠮷田");
    }

    @ParameterizedTest
    @CsvSource({"100.01,form-range", "-1,form-range", "60.005,form-decimals", "59.995,form-decimals", "text,form-type-number",
            "1e3,form-type-number", "NaN,form-type-number", "'6 0',form-type-number"})
    void scoresThatAreNoScores(String score, String code) {
        assertThat(codes(SCORE, Map.of("score", score))).containsExactly(code);
    }

    @Test
    void aNumberIsKeptExactlyWhateverItsType() {
        for (Object sixty : List.of(60, 60L, 60.0, "60", "60.00", new BigDecimal("60"))) {
            assertThat((BigDecimal) accept(SCORE, Map.of("score", sixty)).get("score")).isEqualByComparingTo("60");
        }
        assertThat(accept(SCORE, Map.of("score", 59.99))).containsEntry("score", new BigDecimal("59.99"));
        assertThat(codes(SCORE, Map.of("score", 60.005))).containsExactly("form-decimals");
        assertThat(codes(SCORE, Map.of("score", Double.POSITIVE_INFINITY))).containsExactly("form-type-number");
        assertThat(codes(SCORE, Map.of("score", true))).containsExactly("form-type-number");
        assertThat(accept(SCORE, Map.of("score", ""))).isEmpty();
    }

    @Test
    void aRequiredTickMustBeGiven() {
        assertThat(accept(SURE, Map.of("sure", true))).containsEntry("sure", true);
        assertThat(codes(SURE, Map.of("sure", false))).containsExactly("form-required");
        assertThat(codes(SURE, Map.of("sure", "true"))).containsExactly("form-type-tick");
    }

    @Test
    void onlyOfferedOptionsAreTaken() {
        assertThat(accept(VERDICT, Map.of("verdict", "good"))).containsEntry("verdict", "good");
        assertThat(codes(VERDICT, Map.of("verdict", "fine"))).containsExactly("form-option");
        assertThat(codes(VERDICT, Map.of("verdict", List.of("good")))).containsExactly("form-option");
    }

    @Test
    void optionsMayComeFromTheHandler() {
        Map<String, Object> shown = Map.of("memberOptions", List.of(Map.of("label", "甲", "value", "a"), "b"));
        assertThat(accept(MEMBERS, Map.of("members", List.of("a", "b")), shown)).containsEntry("members", List.of("a", "b"));
        assertThat(codes(MEMBERS, Map.of("members", List.of("c")), shown)).containsExactly("form-option");
        assertThat(codes(MEMBERS, Map.of("members", List.of("a", "a")), shown)).containsExactly("form-option-twice");
        assertThat(codes(MEMBERS, Map.of("members", "a"), shown)).containsExactly("form-type-list");
        assertThat(codes(MEMBERS, Map.of("members", List.of("a")), Map.of())).containsExactly("form-option");
    }

    @Test
    void aMomentHasAnOffset() {
        assertThat(accept(WHEN, Map.of("when", "2026-12-01T09:00+08:00"))).containsEntry("when", "2026-12-01T09:00+08:00");
        assertThat(accept(WHEN, Map.of("when", "2026-12-01T09:00"))).containsEntry("when", "2026-12-01T09:00+08:00");
        for (Object wrong : List.of("2026-02-30T09:00", "tomorrow", "2026-12-01", 5, "9999-12-01T09:00")) {
            assertThat(codes(WHEN, Map.of("when", wrong))).containsExactly("form-type-moment");
        }
    }

    @Test
    void aHiddenFieldIsNeitherRequiredNorTaken() {
        String form = VERDICT + "," + WHY;
        assertThat(accept(form, Map.of("verdict", "good"))).containsOnlyKeys("verdict");
        assertThat(accept(form, Map.of("verdict", "good", "why", ""))).containsOnlyKeys("verdict");
        assertThat(codes(form, Map.of("verdict", "good", "why", "sneaked in"))).containsExactly("form-hidden");
        assertThat(codes(form, Map.of("verdict", "bad"))).containsExactly("form-required");
        assertThat(accept(form, Map.of("verdict", "bad", "why", "late"))).containsEntry("why", "late");
    }

    @Test
    void whatTheFormDoesNotAskForIsRefused() {
        assertThat(codes(VERDICT, Map.of("verdict", "good", "caseNumber", "ZP2"))).containsExactly("form-unknown");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Refusal refusal = refusal(NAME + "," + SCORE, Map.of("score", 200), Map.of());
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.faults()).extracting(Refusal.Fault::field).containsExactly("name", "score");
    }

    @Test
    void rowsAreKnownByWhatIsReadOnlyInThem() {
        Map<String, Object> values = accept(ROWS, Map.of("rows", List.of(row("m2", "zwei"), row("m1", "eins"))), SHOWN);
        assertThat(values.get("rows")).isEqualTo(List.of(row("m1", "eins"), row("m2", "zwei")));
    }

    @Test
    void everyRowShownComesBackOnce() {
        assertThat(codes(ROWS, Map.of("rows", List.of(row("m1", "a"))), SHOWN)).containsExactly("form-row-missing");
        assertThat(codes(ROWS, Map.of(), SHOWN)).containsExactly("form-row-missing", "form-row-missing");
        String notes = ROWS.replace("'required':true", "'required':false");
        assertThat(accept(notes, Map.of(), SHOWN).get("rows")).isEqualTo(List.of());
        assertThat(codes(notes, Map.of("rows", List.of(row("m1", "a"))), SHOWN)).containsExactly("form-row-missing");
        assertThat(codes(ROWS, Map.of("rows", List.of(row("m1", "a"), row("m1", "b"))), SHOWN))
                .containsExactly("form-row-unknown", "form-row-missing");
        assertThat(codes(ROWS, Map.of("rows", List.of(row("m1", "a"), row("m2", "b"), row("m3", "c"))), SHOWN))
                .containsExactly("form-row-unknown");
        assertThat(codes(ROWS, Map.of("rows", List.of(Map.of("note", "a"), row("m2", "b"))), SHOWN))
                .containsExactly("form-row-unknown", "form-row-missing");
        assertThat(codes(ROWS, Map.of("rows", "m1"), SHOWN)).containsExactly("form-type-rows");
        assertThat(codes(ROWS, Map.of("rows", List.of("m1", "m2")), SHOWN)).containsExactly("form-type-rows");
    }

    @Test
    void aRowIsCheckedLikeAForm() {
        Map<String, Object> forged = new HashMap<>(row("m1", "a"));
        forged.put("paid", true);
        assertThat(refusal(ROWS, Map.of("rows", List.of(forged, row("m2", " "))), SHOWN).faults())
                .extracting(Refusal.Fault::field, Refusal.Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("rows[0].paid", "form-unknown"),
                        org.assertj.core.groups.Tuple.tuple("rows[1].note", "form-required"));
    }

    @Test
    void aRowConditionSeesItsRow() {
        String rows = "{'type':'dynamiclist','id':'rows','path':'rows','label':'行','components':[" + VERDICT + ","
                + field("textfield", "why", "'validate':{'required':true},'conditional':{'hide':'=this.verdict != \\\"bad\\\"'}") + "]}";
        assertThat(codes(rows, Map.of("rows", List.of(Map.of("verdict", "good"), Map.of("verdict", "bad")))))
                .containsExactly("form-required");
    }

    @Test
    void aRowOffersWhatItsShownRowSays() {
        String rows = "{'type':'dynamiclist','id':'rows','path':'rows','label':'行','allowAddRemove':false,'components':["
                + field("textfield", "code", "'readonly':true") + "," + field("checklist", "why", "'valuesExpression':'=get value(reasons, this.code)'") + "]}";
        Map<String, Object> shown = Map.of("rows", List.of(Map.of("code", "m1"), Map.of("code", "m2")),
                "reasons", Map.of("m1", List.of(Map.of("value", "torn", "label", "撕破")), "m2", List.of()));
        Map<String, Object> torn = Map.of("code", "m1", "why", List.of("torn"));
        assertThat(accept(rows, Map.of("rows", List.of(torn, Map.of("code", "m2"))), shown)).extracting("rows").asList().first().isEqualTo(torn);
        assertThat(refusal(rows, Map.of("rows", List.of(Map.of("code", "m1"), Map.of("code", "m2", "why", List.of("torn")))), shown).faults())
                .extracting(Refusal.Fault::field, Refusal.Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("rows[1].why", "form-option"));
    }

    @Test
    void readOnlyFieldsStayAsShown() {
        String form = field("number", "limit", "'readonly':true");
        Map<String, Object> shown = Map.of("limit", new BigDecimal("80.50"));
        assertThat(accept(form, Map.of("limit", 80.5), shown)).isEqualTo(shown);
        assertThat(accept(form, Map.of(), shown)).isEqualTo(shown);
        assertThat(codes(form, Map.of("limit", 99), shown)).containsExactly("form-readonly");
    }

    @Test
    void aHiddenGroupHidesWhatIsInIt() {
        String form = VERDICT + ",{'type':'group','id':'g','conditional':{'hide':'=verdict = null'},'components':[" + NAME + "]}";
        assertThat(accept(form, new LinkedHashMap<>())).isEmpty();
        assertThat(codes(form, Map.of("name", "abc"))).containsExactly("form-hidden");
        assertThat(codes(form, Map.of("verdict", "good"))).containsExactly("form-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'iframe','id':'a'}", "{'type':'filepicker','id':'a','key':'a'}", "{'type':'textfield','id':'a'}",
            "{'type':'textfield','id':'a','key':'a.b'}", "{'type':'radio','id':'a','key':'a'}", "{'type':'html','id':'a'}",
            "{'type':'radio','id':'a','key':'a','valuesExpression':'=((('}", "{'type':'radio','id':'a','key':'a','valuesKey':'x','valuesExpression':'=x'}",
            "{'type':'dynamiclist','id':'a','components':[]}",
            "{'type':'textfield','id':'a','key':'a','conditional':{'hide':'=((('}}", "{'type':'number','id':'a','key':'a','decimalDigits':1.5}",
            "{'type':'textfield','id':'a','key':'a','validate':{'pattern':'('}}", "{'type':'group','id':'a','path':'x','components':[]}",
            "{'type':'textfield','id':'a','key':'a'},{'type':'number','id':'b','key':'a'}"})
    void aFormThatIsNotUnderstoodIsNoForm(String component) {
        assertThatThrownBy(() -> schema(component)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Object> row(String code, String note) {
        return Map.of("code", code, "note", note);
    }

    private static String field(String type, String key, String more) {
        return "{'type':'" + type + "','id':'" + key + "','key':'" + key + "','label':'" + key + "'," + more + "}";
    }

    private static FormSchema schema(String components) {
        return FormSchema.parse(("{'type':'default','components':[" + components + "]}").replace('\'', '"'));
    }

    private static Map<String, Object> accept(String components, Map<String, Object> submitted) {
        return accept(components, submitted, Map.of());
    }

    private static Map<String, Object> accept(String components, Map<String, Object> submitted, Map<String, Object> shown) {
        return schema(components).accept(submitted, shown);
    }

    private static List<String> codes(String components, Map<String, Object> submitted) {
        return codes(components, submitted, Map.of());
    }

    private static List<String> codes(String components, Map<String, Object> submitted, Map<String, Object> shown) {
        return new ArrayList<>(refusal(components, submitted, shown).faults().stream().map(Refusal.Fault::code).toList());
    }

    private static Refusal refusal(String components, Map<String, Object> submitted, Map<String, Object> shown) {
        return catchThrowableOfType(Refusal.class, () -> accept(components, submitted, shown));
    }
}
