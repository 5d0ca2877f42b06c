package org.zhiping.standard;

import java.util.List;

/** Where a standard comes from, and what its text does not say. Null means that the text does not say it. */
public record Origin(String kind, String occupationCode, String number, List<String> issuedBy, String publishedOn,
                     String reference, String inForce, List<String> notSpecified) {

    public Origin {
        issuedBy = Lists.copy(issuedBy);
        notSpecified = Lists.copy(notSpecified);
    }
}
