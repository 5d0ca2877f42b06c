package org.zhiping.exam;

import java.util.List;

/** A case has ended before its panel came to a conclusion. {@code members} are the account ids of those appointed. */
public record PanelDissolved(String caseNumber, String part, List<String> members) {

    public PanelDissolved {
        members = List.copyOf(members);
    }
}
