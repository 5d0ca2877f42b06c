package org.zhiping.intake;

import java.util.List;

/** The codes that claims are made of. The text of each is {@code claim.<group>.<code>}, such as {@code claim.titleRank.JUNIOR}. */
public final class ClaimCodes {

    public static final List<String> ID_TYPES = List.of("RESIDENT_ID", "PERMIT", "HK_MACAO_PASS", "TAIWAN_PASS", "FOREIGN_RESIDENT_ID",
            "PASSPORT");
    public static final List<String> SEXES = List.of("FEMALE", "MALE");
    public static final List<String> APPLICANT_KINDS = List.of("STUDENT", "WORKER");
    public static final List<String> TITLE_RANKS = List.of("JUNIOR", "INTERMEDIATE", "SENIOR");
    public static final List<String> TITLE_KINDS = List.of("title", "professional-qualification");
    public static final List<String> SCHOOL_TYPES = List.of("TECHNICAL_SCHOOL", "TECHNICAL_SCHOOL_SENIOR_CLASS",
            "VOCATIONAL_SECONDARY", "HIGHER_VOCATIONAL", "COLLEGE_OR_UNIVERSITY", "SENIOR_TECHNICAL_SCHOOL",
            "TECHNICIAN_COLLEGE", "SECONDARY_SCHOOL");
    /** 学历, ascending; {@code SENIOR_HIGH} is 高中、中专 or 技校. */
    public static final List<String> DEGREES = List.of("JUNIOR_HIGH", "SENIOR_HIGH", "JUNIOR_COLLEGE", "BACHELOR", "MASTER", "DOCTOR");
    public static final List<String> GRADUATIONS = List.of("graduated", "final-year", "enrolled");
    public static final List<String> TECHNICIAN_CLASSES = List.of("none", "preparatory-technician", "technician");
    public static final List<String> CERTIFICATE_LEVELS = List.of("LEVEL_5", "LEVEL_4", "LEVEL_3", "LEVEL_2", "LEVEL_1");

    private ClaimCodes() {
    }
}
