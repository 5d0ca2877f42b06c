package org.zhiping.document;

import java.util.HashMap;
import java.util.Map;

/**
 * Something to be printed.
 *
 * @param template name of a template in the folder {@code document}
 * @param model    what the template writes; {@code fonts} and {@code pictures} are added
 * @param pictures PNG or JPEG by name; the template shows one as {@code <img src="picture:name"/>}
 */
public record Paper(String template, Map<String, ?> model, Map<String, byte[]> pictures) {

    static final String PICTURE = "picture";

    public Paper {
        model = Map.copyOf(model);
        pictures = Map.copyOf(pictures);
    }

    Map<String, Object> model(String fonts) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("fonts", fonts);
        all.put("pictures", pictures.keySet());
        return all;
    }

    /** The picture behind an address in the page; null for every other address. */
    byte[] picture(String address) {
        return address.startsWith(PICTURE + ":") ? pictures.get(address.substring(PICTURE.length() + 1)) : null;
    }
}
