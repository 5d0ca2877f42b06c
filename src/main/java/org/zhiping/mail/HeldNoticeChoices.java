package org.zhiping.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiping.notice.NoticeEditing;
import org.zhiping.platform.HeldData;

/** What the person has chosen about messages. */
@Component
class HeldNoticeChoices implements HeldData {

    private final NoticeChoices choices;
    private final NoticeEditing editing;

    HeldNoticeChoices(NoticeChoices choices, NoticeEditing editing) {
        this.choices = choices;
        this.editing = editing;
    }

    @Override
    public String section() {
        return "notice-choices";
    }

    @Override
    public Object of(String account) {
        return choices.of(account).entrySet().stream().filter(kind -> editing.kinds().contains(kind.getKey()))
                .flatMap(kind -> kind.getValue().entrySet().stream().map(choice -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", editing.name(kind.getKey()));
            line.put("channel", choice.getKey());
            line.put("wanted", choice.getValue());
            return line;
        })).toList();
    }
}
