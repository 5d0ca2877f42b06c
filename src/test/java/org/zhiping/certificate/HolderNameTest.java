package org.zhiping.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a name that was typed is the name on a certificate. */
class HolderNameTest {

    @ParameterizedTest
    @CsvSource({"张三,张三,true", "张三,' 张 三 ',true", "张三,张四,false", "张三,张三丰,false", "张三,'',false",
            "阿卜杜·热合曼,阿卜杜•热合曼,true", "阿卜杜·热合曼,阿卜杜・热合曼,true", "Anna Weiß,ＡＮＮＡ　ＷＥＩß,true", "-,张三,false"})
    void compare(String held, String asked, boolean same) {
        assertThat(HolderName.same(held, asked)).isEqualTo(same);
    }
}
