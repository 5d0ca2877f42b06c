package org.zhiping.identity;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose mobile numbers the institution takes: setting {@code zhiping.phone.regions}, ISO 3166 codes separated by commas, or
 * {@code *} for the whole world. Mainland China, Hong Kong, Macao and Taiwan unless set otherwise.
 */
@Component
class PhoneRegions {

    private final List<String> regions;

    PhoneRegions(@Value("${zhiping.phone.regions:CN,HK,MO,TW}") List<String> regions) {
        this.regions = regions.stream().map(String::strip).toList();
    }

    boolean take(String region) {
        return regions.contains("*") || regions.contains(region);
    }
}
