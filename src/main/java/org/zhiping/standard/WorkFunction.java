package org.zhiping.standard;

import java.util.List;

/** An occupational function 职业功能 of one level: what is examined, line by line. */
public record WorkFunction(String level, String clause, int number, String name, List<Content> contents) {

    /** Work content 工作内容 with its skill requirements and the knowledge they rest on. */
    public record Content(String number, String name, List<Line> skills, List<Line> knowledge) {

        public Content {
            skills = Lists.copy(skills);
            knowledge = Lists.copy(knowledge);
        }
    }

    /** @param repair what was mended in a garbled source text; null where nothing was */
    public record Line(String number, String text, String repair) {
    }

    public WorkFunction {
        contents = Lists.copy(contents);
    }
}
