package org.zhiping.consent;

/** What a person agrees to; sensitive data (ID number, photo) is agreed to separately: 单独同意, 个人信息保护法 第二十九条. */
public enum Purpose {
    GENERAL, SENSITIVE
}
