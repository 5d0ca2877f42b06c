package org.zhiping.platform.process.model;

import java.util.List;

/** A file of decisions. */
record DmnModel(String resource, XmlNode root) {

    List<XmlNode> decisions() {
        return root.children("dmn:decision").toList();
    }
}
