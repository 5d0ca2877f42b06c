package org.zhiping.standard;

import java.util.List;

/** An occupational direction 职业方向 and the levels at which it can be chosen. */
public record Direction(String code, String name, String nameEn, List<String> levels) implements Named {

    public Direction {
        levels = Lists.copy(levels);
    }
}
