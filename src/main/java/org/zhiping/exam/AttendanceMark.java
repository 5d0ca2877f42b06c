package org.zhiping.exam;

/** One line of the invigilator's record 考场记录. */
public record AttendanceMark(String caseNumber, Attendance attendance, String note) {
}
